package dev.vedette.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** The hashes of a text's shingles, one for each place, and of its figures. */
final class Shingles {

  /** Words in a shingle. */
  private static final int WORDS = 3;

  /** Letters of a word in scripts that neither part their words nor write them with one or two. */
  private static final int RUN_LETTERS = 6;

  /** Letters of a word in Han and Kana. */
  private static final int HAN_LETTERS = 2;

  private long[] units = new long[256];
  private int count;
  private long whole;
  private final SortedSet<Integer> figures = new TreeSet<>();

  /**
   * @param left the tokens that do not count
   */
  Shingles(Tokens tokens, BitSet left) {
    for (int token = left.nextClearBit(0); token < tokens.count(); ) {
      add(tokens, token);
      token = left.nextClearBit(token + 1);
    }
  }

  private void add(Tokens tokens, int token) {
    whole = scramble(whole + tokens.hash(token));
    switch (tokens.shape(token)) {
      case HAN, KANA -> addLetters(tokens, token, HAN_LETTERS);
      case RUN -> addLetters(tokens, token, RUN_LETTERS);
      default -> add(tokens.hash(token));
    }
    for (int at = tokens.from(token); at < tokens.to(token); at++) {
      if (Character.isDigit(tokens.letter(at))) {
        figures.add((int) (scramble(tokens.hash(token)) >>> 48));
        return;
      }
    }
  }

  private void addLetters(Tokens tokens, int token, int letters) {
    int last = Math.max(tokens.from(token), tokens.to(token) - letters);
    for (int from = tokens.from(token); from <= last; from++) {
      long hash = Tokens.seed();
      for (int at = from; at < Math.min(from + letters, tokens.to(token)); at++) {
        hash = Tokens.extend(hash, tokens.letter(at));
      }
      add(hash);
    }
  }

  private void add(long unit) {
    if (count == units.length) {
      units = Arrays.copyOf(units, 2 * count);
    }
    units[count++] = unit;
  }

  /** How many there are: one for each word that others follow; one for a text of few words. */
  int count() {
    return count == 0 ? 0 : Math.max(1, count - WORDS + 1);
  }

  /** The hash of the one that begins at a place. */
  long hash(int place) {
    long hash = 0;
    for (int i = place; i < Math.min(place + WORDS, count); i++) {
      hash = scramble(hash + units[i]);
    }
    return hash;
  }

  /** Of all words in their order. */
  long whole() {
    return whole;
  }

  /** Hashes of 16 bits, ascending, of the words with a digit. */
  char[] figures(int most) {
    char[] lowest = new char[Math.min(most, figures.size())];
    int at = 0;
    for (int figure : figures) {
      if (at == lowest.length) {
        break;
      }
      lowest[at++] = (char) figure;
    }
    return lowest;
  }

  /** Makes every bit depend on every other (the finaliser of MurmurHash3). */
  private static long scramble(long hash) {
    long h = hash;
    h = (h ^ (h >>> 33)) * 0xff51_afd7_ed55_8ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ce_b9fe_1a85_ec53L;
    return h ^ (h >>> 33);
  }
}
