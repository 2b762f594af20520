/**
 * How languages and scripts change a name in running text: sounds and their spellings, endings,
 * particles, what names are made of.
 *
 * <p>Knows words, not watchlists or articles. What it knows stands in tables beside it, which a
 * linguist can read and edit; nothing is read from anywhere else.
 */
@NullMarked
package dev.vedette.language;

import org.jspecify.annotations.NullMarked;
