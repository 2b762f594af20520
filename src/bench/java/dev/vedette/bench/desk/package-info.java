/** What people at the page and behind webhooks wait for, with the service's own parts. */
@NullMarked
package dev.vedette.bench.desk;

import org.jspecify.annotations.NullMarked;
