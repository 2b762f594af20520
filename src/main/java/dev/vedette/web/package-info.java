/**
 * Health and status over HTTP, on loopback unless told otherwise.
 *
 * <p>Reads what the running service says of itself; changes nothing.
 */
@NullMarked
package dev.vedette.web;

import org.jspecify.annotations.NullMarked;
