/**
 * The matching core: which entries does an article match, on what words, and why?
 *
 * <p>Everything here is a pure function of its arguments: no clock, no I/O, no Kafka and no logger,
 * so a match can be replayed from the article and the watchlist alone. {@link
 * dev.vedette.watchlist.Watchlists} is the way in.
 *
 * <p>How an article is searched ({@code Finder}): each field is read once into words and their
 * hashes ({@code Tokens}). {@code NameIndex} finds the names and words of queries that stand there
 * but for case, accents and spacing; {@code VariantIndex} those that grammar and script have
 * changed: {@code WordForms} says which words of names a word may be, {@code VariantSearch} follows
 * them into the patterns of names, and {@code VariantReport} asks whether enough stands there to be
 * a mention ({@code Evidence}). Each entry of which something was found judges what that amounts to
 * ({@code EntrySearch}; {@code QuerySearch} for its query).
 */
@NullMarked
package dev.vedette.watchlist;

import org.jspecify.annotations.NullMarked;
