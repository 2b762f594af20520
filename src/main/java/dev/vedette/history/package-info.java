/**
 * What was published and told, kept where it can be searched: alerts with what people said of them,
 * and the words of articles.
 *
 * <p>Nothing is here that the topics do not have: each store remembers, in the same commit as its
 * documents, up to where the topics are in it, and is built anew where it cannot be used. It knows
 * Lucene and the core; it reads no topic itself, and knows no clock.
 */
@NullMarked
package dev.vedette.history;

import org.jspecify.annotations.NullMarked;
