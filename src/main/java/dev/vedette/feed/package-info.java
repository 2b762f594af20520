/**
 * Feeds of every kind, whole or broken, into one shape: Rome first, a repair where it fails.
 *
 * <p>Reads bytes and the address that they came from; fetches nothing, keeps nothing.
 */
@NullMarked
package dev.vedette.feed;

import org.jspecify.annotations.NullMarked;
