/**
 * The matching core: which entries does an article match, on what words, and why?
 *
 * <p>Everything here is a pure function of its arguments: no clock, no I/O, no Kafka and no logger,
 * so a match can be replayed from the article and the watchlist alone. {@link
 * dev.vedette.watchlist.Watchlists} is the way in.
 *
 * <p>How an article is searched: its fields are folded ({@code Reading}), one index finds every
 * name of every entry and every word of every query in one pass ({@code NameIndex}, which leads by
 * letters to a {@code Spelling}, whose {@code Gap}s decide), and each entry of which something was
 * found judges what that amounts to ({@code EntrySearch}; {@code QuerySearch} for its query).
 */
@NullMarked
package dev.vedette.watchlist;

import org.jspecify.annotations.NullMarked;
