package dev.vedette.language;

import dev.vedette.language.Orthography.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of an orthography by their first two letters, or their only one; the longest first. An
 * open hash table of numbers, since every letter of every reading asks it.
 */
final class RuleTable {

  /** In place of the second letter of those that have only one. */
  static final char ALONE = 0;

  private static final CompiledRule[] NONE = {};

  private final int[] keys;
  private final CompiledRule[][] rules;
  private final int shift;

  RuleTable(List<Rule> all) {
    Map<Integer, List<Rule>> grouped = new HashMap<>();
    for (Rule rule : all) {
      String letters = rule.letters();
      int key = key(letters.charAt(0), letters.length() > 1 ? letters.charAt(1) : ALONE);
      grouped.computeIfAbsent(key, letter -> new ArrayList<>()).add(rule);
    }
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(grouped.size() * 3 + 1);
    keys = new int[1 << bits];
    rules = new CompiledRule[1 << bits][];
    shift = Integer.SIZE - bits;
    Arrays.fill(rules, NONE);
    grouped.forEach(
        (key, some) -> {
          int slot = slot(key);
          keys[slot] = key;
          rules[slot] =
              some.stream()
                  .sorted(Rule.LONGEST_FIRST)
                  .map(CompiledRule::new)
                  .toArray(CompiledRule[]::new);
        });
  }

  CompiledRule[] of(char first, char second) {
    return rules[slot(key(first, second))];
  }

  private static int key(char first, char second) {
    return first << Character.SIZE | second;
  }

  private int slot(int key) {
    int slot = (key * 0x9E3779B9) >>> shift;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }
}
