/**
 * YAML into the objects it describes, and what exactly is wrong with it.
 *
 * <p>Strict: an unknown key is a mistake, every mistake is reported at once with {@code
 * file:line:column}, and nothing is half read. {@link dev.vedette.config.ConfigReader} and {@link
 * dev.vedette.config.WatchlistReader} are the ways in; a reader asks a {@code Section} for its keys
 * and says by a {@code Format} what each value must look like, and the mistakes collect in {@code
 * Problems} meanwhile. {@link dev.vedette.config.LiveWatchlists} keeps the last good watchlists
 * while {@link dev.vedette.config.FileWatch} looks for newer ones. It makes settings; it does not
 * act on them.
 */
@NullMarked
package dev.vedette.config;

import org.jspecify.annotations.NullMarked;
