package dev.vedette.watchlist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one entry raises no alert on one article.
 *
 * @param watchlist the list that the entry stands in
 * @param entry the entry
 * @param match what it found, if anything; if that alerts, nothing was in the way
 * @param obstacles everything that is in the way, in the order in which an entry is searched; empty
 *     if and only if it alerts
 */
public record WhyNot(
    Watchlist watchlist, Entry entry, @Nullable Match match, List<Obstacle> obstacles) {

  /** Copies its list. */
  public WhyNot {
    obstacles = List.copyOf(obstacles);
  }

  /** Whether the entry raises an alert after all. */
  public boolean alerts() {
    return match != null && match.alerts();
  }
}
