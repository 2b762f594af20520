package dev.vedette.language;

import dev.vedette.language.Orthography.Context;
import dev.vedette.language.Orthography.Rule;
import java.util.List;

/** A rule of an orthography as it is asked: at every letter of every reading. */
final class CompiledRule {

  /** The letters that its place in the {@link RuleTable} answers for. */
  private static final int MOST_KNOWN = 2;

  private final char[] letters;
  private final boolean first;
  private final boolean last;
  private final char[][] before;
  private final boolean endsBehind;
  private final char[][] after;
  private final boolean beginsBefore;
  private final char[][] sounds;
  private final long orthographies;

  CompiledRule(Rule rule) {
    this(rule, -1);
  }

  /**
   * @param orthographies that have it, a bit each
   */
  CompiledRule(Rule rule, long orthographies) {
    this.orthographies = orthographies;
    this.letters = rule.letters().toCharArray();
    this.first = rule.first();
    this.last = rule.last();
    this.before = sets(rule.before());
    this.endsBehind = rule.before().edge();
    this.after = sets(rule.after());
    this.beginsBefore = rule.after().edge();
    this.sounds = arrays(rule.sounds());
  }

  private static char[][] sets(Context context) {
    return arrays(context.letters());
  }

  private static char[][] arrays(List<String> some) {
    return some.stream().map(String::toCharArray).toArray(char[][]::new);
  }

  /** Those that have it, a bit each. */
  long orthographies() {
    return orthographies;
  }

  /** How many letters it reads. */
  int length() {
    return letters.length;
  }

  /** The choices, likeliest first; not to change. */
  char[][] sounds() {
    return sounds;
  }

  /** Whether it may be read at a place, where its first one or two letters are known to stand. */
  boolean fits(Units units, int at) {
    int end = at + letters.length;
    for (int letter = MOST_KNOWN; letter < letters.length; letter++) {
      if (units.isEnd(at + letter) || units.letter(at + letter) != letters[letter]) {
        return false;
      }
    }
    return (!first || at == 0)
        && (!last || units.isEnd(end))
        && has(before, units, end)
        && (!endsBehind || units.isEnd(end + before.length))
        && fitsBefore(units, at - after.length);
  }

  private boolean fitsBefore(Units units, int from) {
    return from >= 0 && (!beginsBefore || from == 0) && has(after, units, from);
  }

  private static boolean has(char[][] sets, Units units, int from) {
    for (int at = 0; at < sets.length; at++) {
      if (units.isEnd(from + at) || !has(sets[at], units.letter(from + at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(char[] set, char letter) {
    for (char one : set) {
      if (one == letter) {
        return true;
      }
    }
    return false;
  }
}
