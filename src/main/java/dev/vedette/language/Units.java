package dev.vedette.language;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/**
 * The letters of a word in the order in which they are spoken, each with the place in the word that
 * is reached once it has been read.
 *
 * <p>Hangul syllables come apart into their letters, the vowels that Thai and Lao write before a
 * consonant come after it, and the vowel that a consonant of Devanagari carries unless a sign says
 * otherwise stands as {@code a} behind it.
 */
final class Units {

  /** A word cannot end after this letter, because it is spoken before all is read. */
  static final int INSIDE = -1;

  private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
  private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

  private char[] letters = new char[16];
  private int[] ends = new int[16];
  private int length;
  private int looked;

  private Units() {}

  /** Of a folded word, or a run of words in a script without spaces. */
  static Units of(String word) {
    return of(word, true);
  }

  /** Of the letters of a rule, in which no vowel is carried. */
  static Units ofRule(String letters) {
    return of(letters, false);
  }

  private static Units of(String word, boolean carried) {
    Units units = new Units();
    int at = 0;
    while (at < word.length()) {
      char letter = word.charAt(at);
      if (isSyllable(letter)) {
        units.addSyllable(letter, at + 1);
        at++;
      } else if (isSpokenAfterNext(letter) && at + 1 < word.length()) {
        units.add(word.charAt(at + 1), INSIDE);
        units.add(letter, at + 2);
        at += 2;
      } else {
        units.add(letter, at + 1);
        at++;
        if (carried
            && carriesVowel(letter)
            && (at == word.length() || !isVowelSign(word.charAt(at)))) {
          units.add('a', at);
        }
      }
    }
    return units;
  }

  /** Letters as they are written: those of a Hangul syllable as one. */
  static String composed(String letters) {
    return COMPOSED.normalize(letters);
  }

  int length() {
    return length;
  }

  char letter(int at) {
    looked = Math.max(looked, at);
    return letters[at];
  }

  /** Whether the word ends before a place. */
  boolean isEnd(int at) {
    looked = Math.max(looked, at);
    return at >= length;
  }

  /** Forgets how far anybody looked. */
  void rewind() {
    looked = 0;
  }

  /** The last place that anybody looked at since; what is beyond it changed nothing. */
  int looked() {
    return looked;
  }

  /** How many of the first letters are those of another word. */
  int inCommon(Units other) {
    int most = Math.min(length, other.length);
    int at = 0;
    while (at < most && letters[at] == other.letters[at]) {
      at++;
    }
    return at;
  }

  /** How far in the word one is after so many letters, or {@link #INSIDE}. */
  int end(int count) {
    return count == 0 ? 0 : ends[count - 1];
  }

  private void addSyllable(char syllable, int end) {
    String parts = DECOMPOSED.normalize(String.valueOf(syllable));
    for (int part = 0; part < parts.length(); part++) {
      add(parts.charAt(part), part == parts.length() - 1 ? end : INSIDE);
    }
  }

  private void add(char letter, int end) {
    if (length == ends.length) {
      letters = Arrays.copyOf(letters, length * 2);
      ends = Arrays.copyOf(ends, length * 2);
    }
    letters[length] = letter;
    ends[length++] = end;
  }

  private static boolean isSyllable(char letter) {
    return letter >= '\uAC00' && letter <= '\uD7A3';
  }

  private static boolean isSpokenAfterNext(char letter) {
    return (letter >= '\u0E40' && letter <= '\u0E44') || (letter >= '\u0EC0' && letter <= '\u0EC4');
  }

  /** Devanagari, also with the dot of foreign sounds. */
  private static boolean carriesVowel(char letter) {
    return (letter >= '\u0915' && letter <= '\u0939') || letter == '\u093C';
  }

  /** A vowel in place of the carried one, the sign that there is none, or the dot before either. */
  private static boolean isVowelSign(char letter) {
    return letter == '\u093C' || (letter >= '\u093E' && letter <= '\u094D');
  }

  @Override
  public String toString() {
    return new String(letters, 0, length);
  }
}
