package dev.vedette.watchlist;

import dev.vedette.text.Folded;
import java.util.stream.IntStream;

/**
 * One way in which an entry is called.
 *
 * @param text as the analyst wrote it; holds at least one letter or digit
 * @param match how far a mention may differ from it
 * @param fuzzy how many misprints a mention may have: 0, 1 or 2
 * @param caseSensitive whether upper and lower case must agree
 */
public record Name(String text, Mode match, int fuzzy, boolean caseSensitive) {

  /** How far a mention may differ from a name. */
  public enum Mode {
    /** Letter for letter. */
    EXACT,
    /**
     * But for case, accents, width, apostrophes, hyphens and spaces. An abbreviation in capitals of
     * up to five letters is not found in small ones: {@code MID} is {@code Mid}, but no {@code
     * mid}.
     */
    FOLDED,
    /** That, and whatever grammar and script do to a name in running text. */
    VARIANTS
  }

  /**
   * @throws IllegalArgumentException if the text has no letter or digit to look for, or fuzzy is
   *     not 0, 1 or 2
   */
  public Name {
    if (!hasWord(text)) {
      throw new IllegalArgumentException(
          "name: '" + text + "' (expected: at least one letter or digit)");
    }
    if (fuzzy < 0 || fuzzy > 2) {
      throw new IllegalArgumentException("fuzzy: '" + fuzzy + "' (expected: 0, 1 or 2)");
    }
  }

  /** Whether a text holds a letter or digit that can be seen. */
  static boolean hasWord(String text) {
    Folded folded = Folded.of(text);
    return IntStream.range(0, folded.length()).anyMatch(at -> folded.kind(at).inWord());
  }

  /** A name with the defaults: its variants count, misprints do not. */
  public static Name of(String text) {
    return new Name(text, Mode.VARIANTS, 0, false);
  }
}
