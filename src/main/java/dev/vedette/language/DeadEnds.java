package dev.vedette.language;

/**
 * Beginnings of words that no reading got beyond, and in which orthographies, and sounds that no
 * consonants of a name show: words have few beginnings, and most are given up after some letters.
 *
 * <p>Is of one set of names, whose readers stop for the same sounds always. Bounded; a beginning
 * takes the place of another. Thread-safe without locks: what two threads wrote into one place by
 * turns is taken for nothing.
 */
public final class DeadEnds {

  private static final int BITS = 16;

  /** Each mixed with the orthographies beside it. */
  private final long[] keys = new long[1 << BITS];

  private final long[] orthographies = new long[1 << BITS];

  /** A bit for each orthography in which words with a beginning are not to be read; 0 for none. */
  long of(long beginning) {
    int place = place(beginning);
    long known = orthographies[place];
    return (keys[place] ^ known) == beginning ? known : 0;
  }

  void add(long beginning, long some) {
    long known = of(beginning) | some;
    int place = place(beginning);
    keys[place] = beginning ^ known;
    orthographies[place] = known;
  }

  private static int place(long beginning) {
    return (int) (beginning >>> 40) & ((1 << BITS) - 1);
  }
}
