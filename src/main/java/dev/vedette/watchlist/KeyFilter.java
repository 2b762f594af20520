package dev.vedette.watchlist;

/**
 * A Bloom filter of 64-bit hashes: a set that may say yes where it should say no, about once in a
 * hundred times. A key has three bits, all in one word, so that one look into memory tells.
 */
final class KeyFilter {

  private static final int BITS_A_KEY = 16;
  private static final int LEAST_BITS = 12;
  private static final int MOST_BITS = 27;

  /** Bits of a number that choose one of a word's. */
  private static final int WORD_BITS = 6;

  private final long[] words;
  private final int shift;

  /**
   * An empty one.
   *
   * @param keys how many it is made for
   */
  KeyFilter(int keys) {
    int wanted = Long.SIZE - Long.numberOfLeadingZeros((long) keys * BITS_A_KEY);
    int bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, wanted));
    words = new long[1 << (bits - WORD_BITS)];
    shift = Long.SIZE - bits + WORD_BITS;
  }

  void add(long key) {
    words[(int) (key >>> shift)] |= bits(key);
  }

  boolean mayHave(long key) {
    long bits = bits(key);
    return (words[(int) (key >>> shift)] & bits) == bits;
  }

  /** From parts of the key that do not choose the word. */
  private static long bits(long key) {
    return 1L << (key >>> 12) | 1L << (key >>> 18) | 1L << (key >>> 24);
  }
}
