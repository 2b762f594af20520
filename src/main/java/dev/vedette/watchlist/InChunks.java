package dev.vedette.watchlist;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/**
 * Work on many things of which one part can be done side by side and the other only in order: what
 * comes of it is the same on any number of processors.
 */
final class InChunks {

  /** Bounds what waits for the second part. */
  private static final int CHUNK = 4096;

  private InChunks() {}

  /**
   * Does both parts of all things, which are numbered from 0.
   *
   * @param sideBySide for one number; called by several threads
   * @param inOrder takes what came of it, and the number
   */
  static <T> void forEach(int count, IntFunction<T> sideBySide, ObjIntConsumer<T> inOrder) {
    for (int from = 0; from < count; from += CHUNK) {
      List<T> done =
          IntStream.range(from, Math.min(count, from + CHUNK))
              .parallel()
              .mapToObj(sideBySide)
              .toList();
      for (int at = 0; at < done.size(); at++) {
        inOrder.accept(done.get(at), from + at);
      }
    }
  }
}
