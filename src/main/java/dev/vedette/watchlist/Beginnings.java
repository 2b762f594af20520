package dev.vedette.watchlist;

/** A Bloom filter with one bit a key: a set that may say yes where it should say no. */
final class Beginnings {

  private static final int BITS_A_WORD = 256;
  private static final int LEAST_BITS = 1 << 12;
  private static final int MOST_BITS = 1 << 27;

  private final long[] bits;

  /**
   * @param words for how many words' beginnings
   */
  Beginnings(int words) {
    long wanted = Math.min(MOST_BITS, Math.max(LEAST_BITS, (long) words * BITS_A_WORD));
    bits = new long[(int) (Long.highestOneBit(wanted * 2 - 1) / Long.SIZE)];
  }

  void add(long key) {
    bits[slot(key)] |= 1L << key;
  }

  boolean mayHave(long key) {
    return (bits[slot(key)] & 1L << key) != 0;
  }

  private int slot(long key) {
    return (int) (key >>> 8) & (bits.length - 1);
  }
}
