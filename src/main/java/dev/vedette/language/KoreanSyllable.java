package dev.vedette.language;

import java.util.Optional;
import java.util.Set;

/**
 * A syllable of Hangul.
 *
 * @param onset its first letter; ㅇ if it begins with the vowel
 * @param coda its last letter, {@code -} if it ends in the vowel
 */
record KoreanSyllable(String onset, String vowel, String coda) {

  private static final String ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
  private static final String CODAS = "-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

  /** Vowels that begin with a glide to i, and i. */
  private static final String IOTATED = "ㅑㅒㅕㅖㅛㅠㅣ";

  /** Where the block of composed syllables begins; they stand by onset, vowel, coda. */
  private static final int FIRST = 0xAC00;

  /** Where the letters begin of which Unicode composes syllables: those that end them. */
  private static final int BEFORE_FIRST_CODA = 0x11A7;

  /**
   * @param syllable composed
   */
  static KoreanSyllable of(String syllable) {
    int index = syllable.charAt(0) - FIRST;
    int rest = index / CODAS.length();
    return new KoreanSyllable(
        letter(ONSETS, rest / VOWELS.length()),
        letter(VOWELS, rest % VOWELS.length()),
        letter(CODAS, index % CODAS.length()));
  }

  private static String letter(String letters, int at) {
    return letters.substring(at, at + 1);
  }

  /** The letter as the end of a syllable, in the form that decomposition gives. */
  static char coda(String letter) {
    return (char) (BEFORE_FIRST_CODA + CODAS.indexOf(letter));
  }

  /** Whether a letter begins a syllable, in the form that decomposition gives. */
  static boolean isOnset(int letter) {
    return letter >= 0x1100 && letter < 0x1100 + ONSETS.length();
  }

  /**
   * What the South says and writes for it at the beginning of a word, where the North keeps ㄹ and
   * ㄴ: 이 for 리, 노 for 로; empty if that is the same (Hangul orthography of 1988, articles 10-12).
   */
  Optional<String> asFirst() {
    boolean iotated = IOTATED.contains(vowel);
    if (iotated && Set.of("ㄹ", "ㄴ").contains(onset)) {
      return Optional.of(new KoreanSyllable("ㅇ", vowel, coda).toString());
    }
    return onset.equals("ㄹ")
        ? Optional.of(new KoreanSyllable("ㄴ", vowel, coda).toString())
        : Optional.empty();
  }

  /** Whether the coda before it can become its onset: that of ㄴ before 은 or 혜. */
  boolean takesCoda() {
    return onset.equals("ㅇ") || onset.equals("ㅎ");
  }

  /** Without its coda. */
  KoreanSyllable open() {
    return new KoreanSyllable(onset, vowel, "-");
  }

  @Override
  public String toString() {
    int open = ONSETS.indexOf(onset) * VOWELS.length() + VOWELS.indexOf(vowel);
    return Character.toString(FIRST + open * CODAS.length() + CODAS.indexOf(coda));
  }
}
