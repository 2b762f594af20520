/**
 * Takes alerts out of the house: one class per destination.
 *
 * <p>A sink says what became of an alert ({@link dev.vedette.sink.Delivery}); it neither retries
 * nor reads Kafka itself.
 */
@NullMarked
package dev.vedette.sink;

import org.jspecify.annotations.NullMarked;
