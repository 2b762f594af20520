package dev.vedette.watchlist;

import dev.vedette.text.Folded;
import java.util.List;

/**
 * Finds every spelling in a text in one pass, whatever their number.
 *
 * <p>From each place where a word can begin, the letters of the text are followed into a trie and
 * what stands between them is passed over; where the letters of a spelling end, the spelling itself
 * decides whether what was passed over will do. Cost grows with the text and the length of the
 * longest name that begins there.
 */
final class NameIndex {

  /** Takes what is found. */
  @FunctionalInterface
  interface Found {
    /**
     * A mention.
     *
     * @param spelling its place in the list that was indexed
     * @param from its first character
     * @param to after its last character
     */
    void at(int spelling, int from, int to);
  }

  private final List<Spelling> spellings;
  private final Trie trie = new Trie();

  private NameIndex(List<Spelling> spellings) {
    this.spellings = spellings;
    for (int at = 0; at < spellings.size(); at++) {
      trie.add(spellings.get(at).letters(), at);
    }
  }

  static NameIndex of(List<Spelling> spellings) {
    return new NameIndex(List.copyOf(spellings));
  }

  /** Reports every mention, also overlapping ones, by rising start. */
  void find(Folded text, Found found) {
    for (int start = 0; start < text.length(); start++) {
      if (text.kind(start).significant() && text.boundary(start)) {
        follow(text, start, found);
      }
    }
  }

  private void follow(Folded text, int start, Found found) {
    int node = Trie.ROOT;
    for (int at = start; at < text.length(); at++) {
      if (!text.kind(at).significant()) {
        continue;
      }
      node = trie.next(node, text.point(at));
      if (node == Trie.NONE) {
        return;
      }
      for (int spelling : trie.values(node)) {
        int end = spellings.get(spelling).end(text, start);
        if (end >= 0) {
          found.at(spelling, start, end);
        }
      }
    }
  }
}
