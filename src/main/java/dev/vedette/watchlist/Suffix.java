package dev.vedette.watchlist;

import dev.vedette.language.Endings;
import dev.vedette.text.CharKind;
import dev.vedette.text.Folded;
import org.jspecify.annotations.Nullable;

/**
 * An ending that a sign parts from its name: {@code KN-23:n}, {@code NATO-ban}, {@code Putin'e}.
 *
 * @param to after its last character
 * @param languages that have it
 */
record Suffix(int to, String languages) {

  private static final int LONGEST = 6;

  /** The English possessive is left to the sentence. */
  private static final String POSSESSIVE = "s";

  /** What follows a name that ends before a character; null if no ending does. */
  static @Nullable Suffix after(Folded text, int name) {
    char joint = joint(text, name);
    int to = name + 1;
    while (to < text.length() && text.kind(to) == CharKind.LETTER && to - name <= LONGEST) {
      to++;
    }
    if (joint == 0 || !text.boundary(to) || to == name + 1 || text.isCapital(name + 1)) {
      return null;
    }
    String letters = text.toString(name + 1, to);
    String languages = letters.equals(POSSESSIVE) ? "" : Endings.suffixLanguages(joint, letters);
    return languages.isEmpty() ? null : new Suffix(to, languages);
  }

  private static char joint(Folded text, int at) {
    if (at + 1 >= text.length()) {
      return 0;
    }
    return switch (text.kind(at)) {
      case APOSTROPHE -> '\'';
      case HYPHEN -> '-';
      default -> text.point(at) == ':' ? ':' : 0;
    };
  }
}
