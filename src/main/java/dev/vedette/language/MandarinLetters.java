package dev.vedette.language;

import dev.vedette.text.Folded;

/**
 * The letters of a word that tell Mandarin syllables, each with the place in the word that is
 * reached after it: without the tones of Thai and the Cyrillic sign that only parts syllables, and
 * with Hebrew's final letters as the others.
 */
final class MandarinLetters {

  private static final String SILENT = "\u0E3A\u0E48\u0E49\u0E4A\u0E4B\u0E4Cъ'";
  private static final String FINALS = "םןץףך";
  private static final String OTHERWISE = "מנצפכ";

  private final StringBuilder letters = new StringBuilder();
  private final int[] ends;

  private MandarinLetters(String word) {
    ends = new int[word.length() + 1];
    for (int at = 0; at < word.length(); at++) {
      char letter = word.charAt(at);
      if (SILENT.indexOf(letter) < 0) {
        int last = FINALS.indexOf(letter);
        letters.append(last < 0 ? letter : OTHERWISE.charAt(last));
      }
      ends[letters.length()] = at + 1;
    }
  }

  /** Of a writing in a table. */
  static MandarinLetters of(String writing) {
    return new MandarinLetters(Folded.of(writing).toString());
  }

  static MandarinLetters ofFolded(String word) {
    return new MandarinLetters(word);
  }

  int length() {
    return letters.length();
  }

  /** How far in the word one is after so many letters. */
  int end(int count) {
    return ends[count];
  }

  String substring(int from, int to) {
    return letters.substring(from, to);
  }

  @Override
  public String toString() {
    return letters.toString();
  }
}
