package dev.vedette.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The hashes of a text's shingles, one for each place, and which of them state a fact; and of its
 * figures.
 */
final class Shingles {

  /** Words in a shingle. */
  private static final int WORDS = 3;

  /** Letters of a word in scripts that neither part their words nor write them with one or two. */
  private static final int RUN_LETTERS = 6;

  /** So that there are about as many as there would be words. */
  private static final int RUN_RARITY = 2;

  /** Letters of a word in Han and Kana. */
  private static final int HAN_LETTERS = 2;

  /** Of the words, those that may be names; where more are written large, that says nothing. */
  private static final double NAMES = 0.25;

  /** Where names are written large for no other reason: behind a space, a comma or a hyphen. */
  private static final int WITHIN_A_SENTENCE =
      Tokens.SPACE | Tokens.COMMA | Tokens.HYPHEN | Tokens.APOSTROPHE | Tokens.MANY;

  private long[] units = new long[256];
  private final BitSet facts = new BitSet();
  private final SortedSet<Integer> figures = new TreeSet<>();
  private int count;
  private long whole;

  /** A hash of the figure that is being read; 0 if none is. */
  private long figure;

  /**
   * @param left the tokens that do not count
   */
  Shingles(Tokens tokens, BitSet left) {
    boolean namesTell = namesTell(tokens, left);
    for (int token = left.nextClearBit(0); token < tokens.count(); ) {
      add(tokens, token, namesTell);
      token = left.nextClearBit(token + 1);
    }
    endFigure();
  }

  private static boolean namesTell(Tokens tokens, BitSet left) {
    int names = 0;
    for (int token = 0; token < tokens.count(); token++) {
      names += !left.get(token) && isName(tokens, token) ? 1 : 0;
    }
    return names <= NAMES * (tokens.count() - left.cardinality());
  }

  private static boolean isName(Tokens tokens, int token) {
    return token > 0 && tokens.isCapital(token) && (tokens.gap(token) & ~WITHIN_A_SENTENCE) == 0;
  }

  private static boolean isFigure(Tokens tokens, int token) {
    for (int at = tokens.from(token); at < tokens.to(token); at++) {
      if (Character.isDigit(tokens.letter(at))) {
        return true;
      }
    }
    return false;
  }

  private void add(Tokens tokens, int token, boolean namesTell) {
    whole = scramble(whole + tokens.hash(token));
    int first = count;
    switch (tokens.shape(token)) {
      case HAN, KANA -> addLetters(tokens, token, HAN_LETTERS, 0);
      case RUN -> addLetters(tokens, token, RUN_LETTERS, RUN_RARITY);
      default -> add(tokens.hash(token));
    }
    boolean isFigure = isFigure(tokens, token);
    addFigure(isFigure ? tokens.hash(token) : 0, tokens.gap(token));
    if (isFigure || (namesTell && isName(tokens, token))) {
      facts.set(first, count);
    }
  }

  /** A point or a comma parts no figure, so 3.8 is one, and 1,120 is the same as 1.120. */
  private void addFigure(long hash, int gap) {
    if (figure != 0 && hash != 0 && (gap == Tokens.PERIOD || gap == Tokens.COMMA)) {
      figure = scramble(figure + hash);
    } else {
      endFigure();
      figure = hash;
    }
  }

  private void endFigure() {
    if (figure != 0) {
      figures.add((int) (scramble(figure) >>> 48));
    }
  }

  /**
   * @param rarity only one of two to this power counts, chosen by its hash
   */
  private void addLetters(Tokens tokens, int token, int letters, int rarity) {
    int last = Math.max(tokens.from(token), tokens.to(token) - letters);
    for (int from = tokens.from(token); from <= last; from++) {
      long hash = Tokens.seed();
      for (int at = from; at < Math.min(from + letters, tokens.to(token)); at++) {
        hash = Tokens.extend(hash, tokens.letter(at));
      }
      if (last == tokens.from(token) || Long.numberOfTrailingZeros(scramble(hash)) >= rarity) {
        add(hash);
      }
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

  /** Whether a figure or a name is in the one that begins at a place. */
  boolean isFact(int place) {
    int next = facts.nextSetBit(place);
    return next >= 0 && next < place + WORDS;
  }

  /** Makes every bit depend on every other (the finaliser of MurmurHash3). */
  private static long scramble(long hash) {
    long h = hash;
    h = (h ^ (h >>> 33)) * 0xff51_afd7_ed55_8ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ce_b9fe_1a85_ec53L;
    return h ^ (h >>> 33);
  }
}
