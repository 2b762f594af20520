/**
 * Words and their places: folding, tokenising, scripts, offsets, and imprints by which near-equal
 * texts are known.
 *
 * <p>Pure functions of their arguments over the JDK and ICU: no clock, no I/O, no Kafka, no logger.
 * Whatever is folded away, every folded letter keeps the range of the original text that it came
 * from, so that a hit can always be cut out of the article as it was published.
 */
@NullMarked
package dev.vedette.text;

import org.jspecify.annotations.NullMarked;
