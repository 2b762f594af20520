package dev.vedette.bench;

import java.lang.management.ManagementFactory;

/** What lives on the heap. */
final class Heap {

  /** What a finalizer or a weak reference held is gone after the second or third. */
  private static final int COLLECTIONS = 3;

  private Heap() {}

  /** Bytes in use once the garbage is gone. */
  static long used() {
    for (int at = 0; at < COLLECTIONS; at++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
