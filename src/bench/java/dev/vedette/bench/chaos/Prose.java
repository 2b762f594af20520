package dev.vedette.bench.chaos;

import java.util.Locale;
import java.util.Random;

/**
 * Invented words: two texts have next to no words in a row in common, and no entry but their own.
 */
final class Prose {

  private static final String[] SYLLABLES = {
    "ba", "ke", "li", "mo", "nu", "pra", "sto", "vel", "dro", "gim", "har", "jun", "kla", "lor",
    "mer", "nis", "ol", "pel", "qua", "ret", "sil", "tor", "ur", "vin", "wes", "yar", "zem", "fol"
  };
  private static final int WORDS = 60;

  private Prose() {}

  /** What an entry is called: two words that no text has by chance. */
  static String name(int entry) {
    Random random = new Random(7_000_003L * (entry + 1));
    return capital("x" + word(random, 3)) + " " + capital("x" + word(random, 3));
  }

  /** A text that mentions an entry once; the same for the same number. */
  static String body(int number, int entry) {
    Random random = new Random(1_000_003L * (number + 1));
    int at = random.nextInt(WORDS);
    StringBuilder body = new StringBuilder();
    for (int word = 0; word < WORDS; word++) {
      body.append(word == at ? name(entry) : word(random, 2 + random.nextInt(2)));
      body.append(word % 12 == 11 ? ". " : " ");
    }
    return body.toString().strip();
  }

  private static String word(Random random, int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
