package dev.vedette.backtest;

import dev.vedette.backtest.BacktestReport.Overlap;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Which entries alert on the same words, so that one of them may be too many. */
final class OverlapTally {

  private final Map<Pair, Long> articles = new HashMap<>();

  /** Two ids, the lesser one first. */
  private record Pair(String entry, String other) {}

  /** A place that counts for an entry. */
  private record Place(Hit hit, String entry) {}

  /** Counts each pair once, however many words of the article they share. */
  void add(List<Match> matches) {
    List<Place> places = new ArrayList<>();
    for (Match match : matches) {
      if (match.alerts()) {
        match.hits().stream()
            .filter(hit -> match.entry().filters().alertsIn(hit.zone()))
            .forEach(hit -> places.add(new Place(hit, match.entry().id())));
      }
    }
    places.sort(
        Comparator.comparing((Place place) -> place.hit().field())
            .thenComparingInt(place -> place.hit().start()));
    pairs(places).forEach(pair -> articles.merge(pair, 1L, Long::sum));
  }

  private static Set<Pair> pairs(List<Place> places) {
    Set<Pair> pairs = new HashSet<>();
    for (int i = 0; i < places.size(); i++) {
      Place one = places.get(i);
      for (int j = i + 1; j < places.size() && meet(one.hit(), places.get(j).hit()); j++) {
        int order = one.entry().compareTo(places.get(j).entry());
        if (order != 0) {
          pairs.add(
              order < 0
                  ? new Pair(one.entry(), places.get(j).entry())
                  : new Pair(places.get(j).entry(), one.entry()));
        }
      }
    }
    return pairs;
  }

  /** Whether two places, the second not before the first, share words. */
  private static boolean meet(Hit first, Hit second) {
    return first.field() == second.field() && second.start() < first.end();
  }

  /**
   * The pairs, the most frequent first.
   *
   * @param alerting in how many articles an entry alerts, by its id
   */
  List<Overlap> report(ToLongFunction<String> alerting) {
    return articles.entrySet().stream()
        .map(
            pair -> {
              String entry = pair.getKey().entry();
              String other = pair.getKey().other();
              return new Overlap(
                  entry,
                  other,
                  pair.getValue(),
                  alerting.applyAsLong(entry),
                  alerting.applyAsLong(other));
            })
        .sorted(
            Comparator.comparingLong(Overlap::articles)
                .reversed()
                .thenComparing(Overlap::entry)
                .thenComparing(Overlap::other))
        .toList();
  }
}
