/** Polls thousands of sources at a server on loopback, and looks at what that costs and asks. */
@NullMarked
package dev.vedette.bench.polls;

import org.jspecify.annotations.NullMarked;
