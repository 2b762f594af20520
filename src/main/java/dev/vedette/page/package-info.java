/**
 * Pages into an article: main text with its zones, title, authors, date, language, address.
 *
 * <p>Reads markup and the address that it came from; fetches nothing, keeps nothing.
 */
@NullMarked
package dev.vedette.page;

import org.jspecify.annotations.NullMarked;
