/**
 * What readers of feeds and of pages share: bytes into text, dates, links, languages; and what must
 * not show of an address.
 *
 * <p>Works on what was fetched; fetches nothing itself.
 */
@NullMarked
package dev.vedette.document;

import org.jspecify.annotations.NullMarked;
