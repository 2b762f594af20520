package dev.vedette.watchlist;

import dev.vedette.article.Zone;
import java.util.Set;

/**
 * Where an entry looks.
 *
 * @param sources ids of sources; empty means all
 * @param languages BCP 47 primary tags such as {@code en}; empty means all. An article whose
 *     language is unknown passes
 * @param zones where a mention can raise an alert; empty means the default, {@link Zone#alerts()}
 * @param minScore matches that score less do not alert; 0..1
 */
public record Filters(
    Set<String> sources, Set<String> languages, Set<Zone> zones, double minScore) {

  /** Everything passes. */
  public static final Filters NONE = new Filters(Set.of(), Set.of(), Set.of(), 0);

  /**
   * @throws IllegalArgumentException if the score is not within 0..1
   */
  public Filters {
    sources = Set.copyOf(sources);
    languages = Set.copyOf(languages);
    zones = Set.copyOf(zones);
    if (!(minScore >= 0 && minScore <= 1)) {
      throw new IllegalArgumentException("min-score: '" + minScore + "' (expected: 0 to 1)");
    }
  }

  /** Whether a mention in this zone can raise an alert. */
  public boolean alertsIn(Zone zone) {
    return zones.isEmpty() ? zone.alerts() : zones.contains(zone);
  }
}
