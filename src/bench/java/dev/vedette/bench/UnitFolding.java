package dev.vedette.bench;

import dev.vedette.text.Folded;
import java.util.StringJoiner;

/**
 * Folding as an engine can have it that knows letters only: each UTF-16 unit by itself, so that
 * offsets stay what they were. What is no letter or digit becomes a space, and so does what stands
 * in two units; a letter that folds to several is only made small.
 */
final class UnitFolding {

  private static final char[] TABLE = new char[0x10000];

  static {
    for (int unit = 0; unit < TABLE.length; unit++) {
      TABLE[unit] = fold((char) unit);
    }
  }

  private UnitFolding() {}

  private static char fold(char unit) {
    if (!Character.isLetterOrDigit(unit)) {
      return ' ';
    }
    String folded = Folded.of(String.valueOf(unit)).toString();
    return folded.length() == 1 && Character.isLetterOrDigit(folded.charAt(0))
        ? folded.charAt(0)
        : Character.toLowerCase(unit);
  }

  /** A text of the same length, folded. */
  static char[] fold(String text) {
    char[] units = text.toCharArray();
    for (int at = 0; at < units.length; at++) {
      units[at] = TABLE[units[at]];
    }
    return units;
  }

  /** The folded words of a name, parted by single spaces; empty if it has none. */
  static String words(String name) {
    StringJoiner words = new StringJoiner(" ");
    for (String word : new String(fold(name)).split(" ")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words.toString();
  }
}
