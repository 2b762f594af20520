package dev.vedette.watchlist;

/**
 * A rough sort of words, so made that spellings of one name are mostly of the same: by their first
 * sound and the next consonant, in groups like those of R. Russell's Soundex. Only used to see
 * early what cannot be; a word of another sort costs time, and no more.
 */
final class WordSort {

  /** How many there are, numbered from 0. */
  static final int COUNT = 60;

  /** Initials are looked for by themselves. */
  static final byte INITIAL = COUNT - 1;

  /** Vowels are whatever is in none. */
  private static final String[] GROUPS = {
    "bpfvwBPFVW", "tdTD", "kghqxKGHQX", "szcjSZCJ", "mnMN", "lL", "rR"
  };

  private WordSort() {}

  static byte of(CharSequence sounds) {
    int first = group(sounds.charAt(0));
    int second = 0;
    for (int at = 1; at < sounds.length() && second == 0; at++) {
      second = group(sounds.charAt(at));
    }
    return (byte) ((first * (GROUPS.length + 1) + second) % INITIAL);
  }

  private static int group(char sound) {
    for (int at = 0; at < GROUPS.length; at++) {
      if (GROUPS[at].indexOf(sound) >= 0) {
        return at + 1;
      }
    }
    return 0;
  }
}
