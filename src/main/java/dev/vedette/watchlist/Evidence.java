package dev.vedette.watchlist;

import com.ibm.icu.lang.UScript;
import dev.vedette.language.Phonology;

/**
 * How much letters prove that a name stands there, in half letters of an alphabet.
 *
 * <p>Ten letters of one word hardly stand there by chance, two of them often do; and the more ways
 * of reading a word were tried, the more would have fitted by chance. So each change takes back
 * what it leaves open. With a million names every short word of prose is like one of them: without
 * this account "The" is Taha, in the spelling of some language and a case of another.
 */
final class Evidence {

  static final int INFLECTED = 2;
  static final int EQUIVALENT = 2;
  static final int MISPRINT = 3;

  /** What an initial proves. */
  static final int INITIAL = 1;

  private static final int ROMANISED = 4;
  private static final int TRANSLITERATED = 3;
  private static final int SYLLABLES = 1;

  private static final int LETTER = 2;
  private static final int KANA = 4;
  private static final int HANGUL = 5;
  private static final int HAN = 6;

  private Evidence() {}

  /** What a word proves that stands there as it is. */
  static int of(String letters) {
    int first = letters.codePointAt(0);
    int each =
        switch (UScript.getScript(first)) {
          case UScript.HAN -> HAN;
          case UScript.HANGUL -> HANGUL;
          case UScript.KATAKANA, UScript.HIRAGANA -> KANA;
          default -> LETTER;
        };
    return each * letters.length();
  }

  /** What it takes that letters had to be read aloud. */
  static int cost(Step step, Phonology phonology) {
    if (phonology.isOfSyllables()) {
      return SYLLABLES;
    }
    return step == Step.ROMANISED ? ROMANISED : TRANSLITERATED;
  }
}
