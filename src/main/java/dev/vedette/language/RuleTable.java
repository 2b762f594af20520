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
    this(compiled(grouped(all)));
  }

  private RuleTable(Map<Integer, CompiledRule[]> compiled) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(compiled.size() * 3 + 1);
    keys = new int[1 << bits];
    rules = new CompiledRule[1 << bits][];
    shift = Integer.SIZE - bits;
    Arrays.fill(rules, NONE);
    compiled.forEach(
        (key, some) -> {
          int slot = slot(key);
          keys[slot] = key;
          rules[slot] = some;
        });
  }

  /**
   * The rules of several orthographies, in an order that is that of each.
   *
   * @param some the places of those of them that are meant, a bit each
   */
  static RuleTable of(List<Orthography> all, long some) {
    Map<Integer, List<Shared>> shared = new HashMap<>();
    for (int at = 0; at < all.size(); at++) {
      long bit = 1L << at & some;
      if (bit != 0) {
        grouped(all.get(at).rules())
            .forEach(
                (key, rules) ->
                    merge(shared.computeIfAbsent(key, letters -> new ArrayList<>()), rules, bit));
      }
    }
    Map<Integer, CompiledRule[]> compiled = new HashMap<>();
    shared.forEach(
        (key, rules) ->
            compiled.put(
                key,
                rules.stream()
                    .map(one -> new CompiledRule(one.rule, one.orthographies))
                    .toArray(CompiledRule[]::new)));
    return new RuleTable(compiled);
  }

  /** A rule and the orthographies that have it. */
  private record Shared(Rule rule, long orthographies) {}

  private static void merge(List<Shared> known, List<Rule> rules, long orthography) {
    int from = 0;
    for (Rule rule : rules) {
      int at = from;
      while (at < known.size() && !known.get(at).rule.equals(rule)) {
        at++;
      }
      if (at < known.size()) {
        known.set(at, new Shared(rule, known.get(at).orthographies | orthography));
        from = at + 1;
      } else {
        known.add(from++, new Shared(rule, orthography));
      }
    }
  }

  /** By their first two letters, in the order in which they are tried. */
  private static Map<Integer, List<Rule>> grouped(List<Rule> all) {
    Map<Integer, List<Rule>> grouped = new HashMap<>();
    for (Rule rule : all) {
      String letters = rule.letters();
      int key = key(letters.charAt(0), letters.length() > 1 ? letters.charAt(1) : ALONE);
      grouped.computeIfAbsent(key, letter -> new ArrayList<>()).add(rule);
    }
    grouped.values().forEach(rules -> rules.sort(Rule.LONGEST_FIRST));
    return grouped;
  }

  private static Map<Integer, CompiledRule[]> compiled(Map<Integer, List<Rule>> grouped) {
    Map<Integer, CompiledRule[]> compiled = new HashMap<>();
    grouped.forEach(
        (key, rules) ->
            compiled.put(key, rules.stream().map(CompiledRule::new).toArray(CompiledRule[]::new)));
    return compiled;
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
