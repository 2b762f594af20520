package dev.vedette.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys that a section may have.
 *
 * @param listed those that a message lists
 * @param others those that are too many for that
 * @param description what the others are; empty if there are none
 */
record Keys(List<String> listed, Set<String> others, String description) {

  static Keys of(List<String> listed) {
    return new Keys(listed, Set.of(), "");
  }

  boolean knows(String key) {
    return listed.contains(key) || others.contains(key);
  }

  /** The words for them in {@code (expected: ...)}. */
  String expected() {
    return others.isEmpty() ? Words.or(listed) : String.join(", ", listed) + " or " + description;
  }

  /** Which of them was probably meant. */
  String didYouMean(String key) {
    Set<String> all = new TreeSet<>(others);
    all.addAll(listed);
    return Words.didYouMean(key, all);
  }
}
