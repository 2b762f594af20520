/**
 * What is told to a reader, how urgent, how often, and as part of which story.
 *
 * <p>Pure like the rest of the core: time comes in with the article, identities are hashes of what
 * they identify, so that the same article read twice yields the same alert.
 */
@NullMarked
package dev.vedette.alert;

import org.jspecify.annotations.NullMarked;
