package dev.vedette.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Latin words taken apart into the syllables of another language. */
final class Romanised {

  /** No given name has more, and no writing of a syllable is longer. */
  private static final int MOST_SYLLABLES = 3;

  private static final int LONGEST = 7;

  private final Map<String, Set<String>> syllables;

  /**
   * @param syllables folded Latin writings, and the syllables that each may stand for
   */
  Romanised(Map<String, Set<String>> syllables) {
    this.syllables = Map.copyOf(syllables);
  }

  /** Whether a folded word is made of one to three syllables. */
  boolean parses(String word) {
    return parses(word, 0, MOST_SYLLABLES);
  }

  /** Everything of one to three syllables that a folded word may stand for; empty if nothing. */
  Set<String> readings(String word) {
    Set<String> found = new HashSet<>();
    read(word, 0, new ArrayList<>(), found);
    return found;
  }

  /** Every way to part a folded word into one to three written syllables. */
  List<List<String>> parts(String word) {
    List<List<String>> found = new ArrayList<>();
    part(word, 0, List.of(), found);
    return found;
  }

  private void part(String word, int from, List<String> before, List<List<String>> found) {
    if (from == word.length()) {
      found.add(before);
      return;
    }
    for (int end = from + 1; before.size() < MOST_SYLLABLES && end <= last(word, from); end++) {
      String next = word.substring(from, end);
      if (syllables.containsKey(next)) {
        part(word, end, Stream.concat(before.stream(), Stream.of(next)).toList(), found);
      }
    }
  }

  private boolean parses(String word, int from, int most) {
    for (int end = from + 1; most > 0 && end <= last(word, from); end++) {
      if (syllables.containsKey(word.substring(from, end))
          && (end == word.length() || parses(word, end, most - 1))) {
        return true;
      }
    }
    return false;
  }

  private void read(String word, int from, List<Set<String>> before, Set<String> found) {
    if (from == word.length()) {
      found.addAll(joined(before));
      return;
    }
    for (int end = from + 1; before.size() < MOST_SYLLABLES && end <= last(word, from); end++) {
      Set<String> here = syllables.get(word.substring(from, end));
      if (here != null) {
        before.add(here);
        read(word, end, before, found);
        before.remove(before.size() - 1);
      }
    }
  }

  private static int last(String word, int from) {
    return Math.min(word.length(), from + LONGEST);
  }

  private static List<String> joined(List<Set<String>> parts) {
    List<String> joined = List.of("");
    for (Set<String> part : parts) {
      joined = joined.stream().flatMap(left -> part.stream().map(right -> left + right)).toList();
    }
    return parts.isEmpty() ? List.of() : joined;
  }
}
