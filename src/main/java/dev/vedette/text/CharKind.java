package dev.vedette.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.UnicodeSet;

/** What a character is to somebody who looks for words. */
public enum CharKind {
  /** A letter, or a mark that belongs to one, of a script that parts words. */
  LETTER,
  /** A decimal digit. */
  DIGIT,
  /** A Hangul syllable: spaces part words, but particles are written onto them. */
  SYLLABLE,
  /** A character of a script that does not part words: Han, Kana, Thai, Lao, Khmer, Burmese. */
  IDEOGRAPH,
  /** A mark that belongs to the ideograph before it. */
  IDEOGRAPH_MARK,
  /** A sign that is part of a name where a name has it: {@code & + # @ $}, an emoji. */
  SYMBOL,
  /** Anything that is written for an apostrophe. */
  APOSTROPHE,
  /** A hyphen or dash, a middle dot between names, or an invisible place to break a word. */
  HYPHEN,
  /** White space within a line. */
  SPACE,
  /** A line break; CR LF is one. */
  BREAK,
  /** A full stop of the kind that abbreviates. */
  PERIOD,
  /** A quotation mark. */
  QUOTE,
  /** Everything else: punctuation, controls, halves of surrogate pairs. */
  OTHER;

  private static final UnicodeSet APOSTROPHES =
      set(
          "[\\u0027\\u0060\\u00B4\\u02B9-\\u02BF\\u02C8\\u02CA\\u02CB\\u055A\\u05F3"
              + "\\u2018\\u2019\\u201B\\u2032\\u2035\\uA78B\\uA78C\\uFF07]");
  private static final UnicodeSet HYPHENS =
      set("[[:Pd:]\\u00B7\\u200B\\u2022\\u2027\\u2212\\u2219\\u22C5\\u30FB\\uFF65]");
  private static final UnicodeSet BREAKS = set("[\\n\\u000B\\u000C\\r\\u0085\\u2028]");
  private static final UnicodeSet SPACES =
      set("[[:White_Space:]-[\\n\\u000B\\u000C\\r\\u0085\\u2028\\u2029]]");
  private static final UnicodeSet PERIODS = set("[.\\u2024\\uFF0E]");
  private static final UnicodeSet QUOTES =
      set(
          "[\\u0022\\u00AB\\u00BB\\u05F4\\u201A\\u201C-\\u201F\\u2039\\u203A\\u301D-\\u301F\\uFF02]");
  private static final UnicodeSet SYMBOLS =
      set("[[:S:][:No:]\\u0026\\u0023\\u0040\\u0025\\uFF06\\uFF03\\uFF20\\uFF05]");
  private static final UnicodeSet LETTERS = set("[[:Alphabetic:][:L:][:M:]]");
  private static final UnicodeSet IDEOGRAPHS =
      set("[[:Hani:][:Hira:][:Kana:][:Bopo:][:Thai:][:Laoo:][:Khmr:][:Mymr:]\\u30FC]");

  /** Whether it is part of a word. */
  public boolean inWord() {
    return this == LETTER || this == DIGIT || unparted();
  }

  /** Whether it tells names apart; all else only stands between the parts of one. */
  public boolean significant() {
    return inWord() || this == SYMBOL;
  }

  /** Whether a folded letter is of a script in which words begin and end beside any. */
  public static boolean isUnparted(int letter) {
    return Folding.kind(letter).unparted();
  }

  /** Whether a word may begin or end beside it without anything between. */
  boolean unparted() {
    return this == SYLLABLE || this == IDEOGRAPH || this == IDEOGRAPH_MARK;
  }

  static CharKind of(int codePoint) {
    if (UCharacter.isDigit(codePoint)) {
      return DIGIT;
    }
    if (APOSTROPHES.contains(codePoint)) {
      return APOSTROPHE;
    }
    if (HYPHENS.contains(codePoint)) {
      return HYPHEN;
    }
    if (SPACES.contains(codePoint)) {
      return SPACE;
    }
    if (BREAKS.contains(codePoint)) {
      return BREAK;
    }
    if (PERIODS.contains(codePoint)) {
      return PERIOD;
    }
    if (QUOTES.contains(codePoint)) {
      return QUOTE;
    }
    return SYMBOLS.contains(codePoint) && !UCharacter.isUAlphabetic(codePoint)
        ? SYMBOL
        : letterOrOther(codePoint);
  }

  private static CharKind letterOrOther(int codePoint) {
    if (!LETTERS.contains(codePoint)) {
      return OTHER;
    }
    if (UScript.getScript(codePoint) == UScript.HANGUL) {
      return SYLLABLE;
    }
    if (!IDEOGRAPHS.contains(codePoint)) {
      return LETTER;
    }
    return isMark(codePoint) ? IDEOGRAPH_MARK : IDEOGRAPH;
  }

  private static boolean isMark(int codePoint) {
    int category = UCharacter.getType(codePoint);
    return category == UCharacterCategory.NON_SPACING_MARK
        || category == UCharacterCategory.COMBINING_SPACING_MARK;
  }

  private static UnicodeSet set(String pattern) {
    return new UnicodeSet(pattern).freeze();
  }
}
