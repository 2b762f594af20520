package dev.vedette.cli;

import dev.vedette.alert.Candidate;
import dev.vedette.article.Article;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is found in articles as each source read them last: what an edit has taken out is no news.
 * Many threads may add to it at once, in any order.
 */
final class NewestReadings {

  private final Map<Place, Reading> newest = new ConcurrentHashMap<>();

  private record Place(String article, String source) {}

  private record Reading(Instant fetchedAt, List<Candidate> candidates) {}

  /**
   * Takes in a reading.
   *
   * @param candidates of it; none if nothing was found
   */
  void add(Article article, List<Candidate> candidates) {
    newest.merge(
        new Place(article.id(), article.source()),
        new Reading(article.fetchedAt(), candidates),
        (before, now) -> now.fetchedAt().isAfter(before.fetchedAt()) ? now : before);
  }

  /** Those of the newest readings, in no order. */
  List<Candidate> candidates() {
    return newest.values().stream().flatMap(reading -> reading.candidates().stream()).toList();
  }
}
