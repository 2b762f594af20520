package dev.vedette.watchlist;

import java.util.List;

/**
 * What one entry found in one article.
 *
 * @param watchlist the list the entry stands in
 * @param entry the entry
 * @param alerts whether this is a reason for an alert; if not, the hits are only worth showing:
 *     weak names without context, or mentions in boilerplate
 * @param score 0..1; the best of the hits that count
 * @param hits every mention, in the order title, body, offset; not empty
 */
public record Match(
    Watchlist watchlist, Entry entry, boolean alerts, double score, List<Hit> hits) {

  /** Copies its list. */
  public Match {
    hits = List.copyOf(hits);
  }
}
