package dev.vedette.watchlist;

import java.util.function.LongConsumer;

/**
 * Words that differ by a few misprints, found by the letters that they share: if one becomes the
 * other by at most n insertions, losses, replacements or swaps, then both become the same by losing
 * at most n letters each (the symmetric deletes of W. Garbe's SymSpell).
 */
final class Misprints {

  static final long SEED = 0x51_7C_C1_B7_27_22_0A_95L;

  private Misprints() {}

  /** A word's hash. */
  static long hash(CharSequence letters) {
    return without(letters, -1, -1);
  }

  /** The hash of some letters and one more. */
  static long extend(long hash, int letter) {
    long mixed = (hash ^ letter) * 0xD6E8FEB86659FD93L;
    return mixed ^ (mixed >>> 32);
  }

  /** The hashes of a word and of what is left of it when it loses up to so many letters: 1 or 2. */
  static void keys(CharSequence letters, int losses, LongConsumer keys) {
    keys.accept(hash(letters));
    for (int one = 0; one < letters.length(); one++) {
      keys.accept(without(letters, one, -1));
      for (int other = one + 1; losses > 1 && other < letters.length(); other++) {
        keys.accept(without(letters, one, other));
      }
    }
  }

  private static long without(CharSequence letters, int one, int other) {
    long hash = SEED;
    for (int at = 0; at < letters.length(); at++) {
      if (at != one && at != other) {
        hash = extend(hash, letters.charAt(at));
      }
    }
    return hash;
  }

  /**
   * The Damerau–Levenshtein distance (optimal string alignment: no part is edited twice), or more
   * than the limit where it is more.
   */
  static int distance(CharSequence one, CharSequence other, int limit) {
    if (Math.abs(one.length() - other.length()) > limit) {
      return limit + 1;
    }
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        row[j] = swapped ? Math.min(least, before[j - 2] + 1) : least;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[other.length()];
  }
}
