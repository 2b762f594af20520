package dev.vedette.bench;

import java.util.List;
import java.util.Map;

/**
 * How many times as fast as another an engine should be.
 *
 * @param least by the size of the list of names; sizes that are absent have no target
 */
record Target(Contender who, Contender against, Map<String, Double> least) {

  /** Of issue 3; the ratios are printed for the other sizes too. */
  static final List<Target> ALL =
      List.of(
          new Target(Contender.FOLDED, Contender.LUCENE, Map.of("10k", 35.0, "100k", 45.0)),
          new Target(
              Contender.FOLDED, Contender.HANKCS, Map.of("10k", 5.0, "100k", 6.0, "1m", 7.0)),
          new Target(Contender.FOLDED, Contender.TOKENS, Map.of("1m", 0.6)),
          new Target(Contender.VARIANTS, Contender.FOLDED, Map.of("100k", 0.5, "1m", 0.5)),
          new Target(Contender.FUZZY, Contender.FOLDED, Map.of("100k", 0.4, "1m", 0.4)),
          new Target(
              Contender.QUERIES, Contender.FOLDED, Map.of("10k", 0.95, "100k", 0.95, "1m", 0.95)));

  /** The size of list for which heap and loading have targets. */
  static final String LARGEST = "1m";

  /** Bytes a name, entities included. */
  static final Map<Contender, Integer> MOST_HEAP =
      Map.of(Contender.FOLDED, 100, Contender.VARIANTS, 400);

  static final int MOST_LOAD_SECONDS = 10;

  /** In words, for a size. */
  String at(String size) {
    Double ratio = least.get(size);
    return ratio == null ? "no target" : "target " + ratio;
  }
}
