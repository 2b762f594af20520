package dev.vedette.watchlist;

import dev.vedette.text.Folded;

/**
 * A small part of a text, folded: enough around a mention to judge it by.
 *
 * @param text the part
 * @param offset where it begins in the whole
 */
record Window(Folded text, int offset) {

  /** As much as a mention's beginning may depend on. */
  private static final int BEFORE = 24;

  /** As much as its end may: particles, endings, the words that a dictionary finds. */
  private static final int AFTER = 48;

  static Window around(String text, int start, int end) {
    int from = Math.max(0, start - BEFORE);
    int to = Math.min(text.length(), end + AFTER);
    if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
      from--;
    }
    if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
      to++;
    }
    return new Window(Folded.of(text.substring(from, to)), from);
  }

  /** The folded character that stands at an offset of the whole text. */
  int at(int start) {
    return text.indexAt(start - offset);
  }

  int start(int at) {
    return offset + text.start(at);
  }

  int end(int to) {
    return offset + text.end(to - 1);
  }
}
