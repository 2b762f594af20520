package dev.vedette.watchlist;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way in which a part of a query is true: the words that make it so.
 *
 * @param leaves in order of place, without repetition; not empty
 */
record Occurrence(List<Span> leaves) {

  static Occurrence of(Span leaf) {
    return new Occurrence(List.of(leaf));
  }

  static Occurrence of(Collection<Occurrence> parts) {
    return new Occurrence(leaves(parts.stream()).toList());
  }

  /** The words of all of them. */
  static Stream<Span> leaves(Stream<Occurrence> occurrences) {
    return occurrences
        .flatMap(occurrence -> occurrence.leaves.stream())
        .distinct()
        .sorted(Span.BY_PLACE);
  }

  Span first() {
    return leaves.get(0);
  }

  Span last() {
    return leaves.get(leaves.size() - 1);
  }

  /** After its last character, in the field of its last word. */
  int end() {
    int end = 0;
    for (Span leaf : leaves) {
      if (leaf.field() == last().field()) {
        end = Math.max(end, leaf.to());
      }
    }
    return end;
  }
}
