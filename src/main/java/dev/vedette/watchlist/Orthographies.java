package dev.vedette.watchlist;

import dev.vedette.language.Pronunciations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sets of orthographies, a bit each: all words of a mention are of one. */
final class Orthographies {

  /** Where nothing had to be read. */
  static final long ANY = -1L;

  private static final List<String> LABELS = Pronunciations.labels();
  private static final Map<String, Long> BITS = bits();

  private Orthographies() {}

  private static Map<String, Long> bits() {
    Map<String, Long> bits = new HashMap<>();
    for (int at = 0; at < LABELS.size(); at++) {
      bits.put(LABELS.get(at), 1L << at);
    }
    return Map.copyOf(bits);
  }

  static long of(String label) {
    return BITS.getOrDefault(label, ANY);
  }

  /** The likeliest of some. */
  static String label(long some) {
    int lowest = Long.numberOfTrailingZeros(some);
    return lowest < LABELS.size() ? LABELS.get(lowest).replace("-spoken", "") : "";
  }
}
