package dev.vedette.watchlist;

import dev.vedette.language.Pronunciations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  /** The languages of some; of none in particular where nothing had to be read. */
  static List<String> labels(long some) {
    return some == ANY
        ? List.of()
        : IntStream.range(0, LABELS.size())
            .filter(at -> (some >>> at & 1) != 0)
            .mapToObj(LABELS::get)
            .map(Orthographies::language)
            .distinct()
            .toList();
  }

  /**
   * The languages that are written in the script of some words, the likeliest first: those that
   * part syllables by hyphens before others, where there are hyphens.
   */
  static List<String> likeliestFirst(String words) {
    return Stream.of(words, words.replace("-", ""))
        .flatMap(some -> Pronunciations.labels(some).stream())
        .map(Orthographies::language)
        .distinct()
        .toList();
  }

  private static String language(String label) {
    return label.replace("-spoken", "");
  }
}
