package dev.vedette.text;

import java.util.Arrays;

/**
 * A text as a matcher reads it: case, accents and width folded away, what is invisible left out,
 * and for every character that remains the range of the original that it came from.
 *
 * <p>Characters are counted from 0 to {@link #length()}; offsets into the original are UTF-16 code
 * units. A folded character is a code point: {@code ß} is two of them with one range, and an
 * accented letter is one whose range covers its marks. Any {@code String} can be folded, also an
 * ill-formed one, in time and memory linear in its length. Immutable.
 */
public final class Folded {

  private final String original;
  private final int[] points;
  private final int[] starts;
  private final int[] ends;
  private final CharKind[] kinds;
  private final int length;

  Folded(String original, int[] points, int[] starts, int[] ends, CharKind[] kinds, int length) {
    this.original = original;
    this.points = points;
    this.starts = starts;
    this.ends = ends;
    this.kinds = kinds;
    this.length = length;
  }

  /** Folds a text. */
  public static Folded of(String text) {
    return new Folder(text).fold();
  }

  /** How many folded characters there are. */
  public int length() {
    return length;
  }

  /** The folded character, a code point. */
  public int point(int at) {
    return points[at];
  }

  /** What the folded character is. */
  public CharKind kind(int at) {
    return kinds[at];
  }

  /** Where the original of the character begins. */
  public int start(int at) {
    return starts[at];
  }

  /** Where the original of the character ends, its marks included. */
  public int end(int at) {
    return ends[at];
  }

  /** The original of the characters from one (inclusive) to another (exclusive), not none. */
  public String surface(int from, int to) {
    return original.substring(starts[from], ends[to - 1]);
  }

  /** The folded characters from one (inclusive) to another (exclusive). */
  public String toString(int from, int to) {
    return new String(points, from, to - from);
  }

  /** Whether the original of the character is a capital letter. */
  public boolean isCapital(int at) {
    return Character.isUpperCase(original.codePointAt(starts[at]));
  }

  /** The first character that ends after an offset of the original; {@link #length()} if none. */
  public int indexAt(int offset) {
    int found = Arrays.binarySearch(ends, 0, length, offset + 1);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && ends[found - 1] == offset + 1) {
      found--;
    }
    return found;
  }

  /**
   * Whether a word can begin or end right before a character ({@link #length()}: at the end).
   *
   * <p>Words are runs of letters and digits. Beside a character of a script that does not part
   * words one can begin or end anywhere, but never before a mark, or inside what was one character
   * in the original. A decimal or thousands separator does not part a number.
   */
  public boolean boundary(int at) {
    if (at <= 0 || at >= length) {
      return true;
    }
    CharKind before = kinds[at - 1];
    CharKind after = kinds[at];
    if (starts[at - 1] == starts[at] || (after == CharKind.IDEOGRAPH_MARK && before.inWord())) {
      return false;
    }
    if (before.inWord() && after.inWord()) {
      return before.unparted() || after.unparted();
    }
    return !partsNumber(at) && !partsNumber(at - 1);
  }

  /** The next character before which there is a boundary; {@link #length()} at the latest. */
  public int nextBoundary(int at) {
    int next = Math.min(at + 1, length);
    while (!boundary(next)) {
      next++;
    }
    return next;
  }

  /**
   * For every character the number of the word that it is in, or that was last before it; the first
   * word is 1. Every ideograph is a word; syllables of Hangul up to a space are one.
   */
  public int[] wordNumbers() {
    int[] numbers = new int[length];
    int words = 0;
    for (int at = 0; at < length; at++) {
      if (kinds[at].inWord() && boundary(at) && !continuesHangul(at)) {
        words++;
      }
      numbers[at] = words;
    }
    return numbers;
  }

  private boolean continuesHangul(int at) {
    return at > 0 && kinds[at] == CharKind.SYLLABLE && kinds[at - 1] == CharKind.SYLLABLE;
  }

  private boolean partsNumber(int at) {
    return (points[at] == '.' || points[at] == ',')
        && at > 0
        && at + 1 < length
        && kinds[at - 1] == CharKind.DIGIT
        && kinds[at + 1] == CharKind.DIGIT;
  }

  /** The folded characters, for reading a failed test by. */
  @Override
  public String toString() {
    return new String(points, 0, length);
  }
}
