package dev.vedette.imports;

/**
 * What of the memory lists may still take until they are watchlists; those that are read together
 * share it. The JVM itself would notice only after minutes of cleaning up, and then end whatever
 * else it does.
 */
public final class Room {

  /** Bytes of somebody without names: measured, with all that is made of it until the end. */
  static final int SOMEBODY = 800;

  private static final int NAME = 400;
  private static final int LETTER = 6;
  private static final int TAG = 100;

  /** The rest is for the program, for the record that is being read, and to clean up. */
  private static final double SHARE = 0.65;

  private final long bytes;
  private long taken;

  /**
   * @param bytes that may be taken
   */
  public Room(long bytes) {
    this.bytes = bytes;
  }

  /** As much of the heap as lists may have. */
  public static Room ofHeap() {
    return new Room((long) (Runtime.getRuntime().maxMemory() * SHARE));
  }

  /** Bytes that a name takes. */
  static long ofName(String name) {
    return NAME + (long) LETTER * name.length();
  }

  /** Bytes that a tag takes. */
  static long ofTag(String tag) {
    return TAG + (long) tag.length();
  }

  /**
   * Takes some more.
   *
   * @param place where the list is
   * @throws ListException if there is no more
   */
  void take(long more, Place place) throws ListException {
    taken += more;
    if (taken > bytes) {
      throw place.wrong(
          "more names than the memory holds (expected: lists of sanctions;"
              + " VEDETTE_JAVA_OPTS=-Xmx4g makes room for more)");
    }
  }
}
