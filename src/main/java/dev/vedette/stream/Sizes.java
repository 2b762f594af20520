package dev.vedette.stream;

import dev.vedette.alert.Alert;
import dev.vedette.article.Article;

/**
 * Keeps every value under what a broker takes by default. Under exactly-once an oversize record is
 * poison: the transaction that holds it can never commit, so nothing may reach a producer
 * unbounded.
 */
final class Sizes {

  /** Bytes; the broker's and the producer's default limit is 1 MiB for a whole batch. */
  static final int MAX_BYTES = 900_000;

  private Sizes() {}

  /**
   * The article, its body shortened as far as its JSON needs: scripts other than Latin take two or
   * three bytes a character.
   */
  static Article fit(Article article) {
    Article fitting = article;
    int size = Json.size(fitting);
    while (size > MAX_BYTES && !fitting.body().isEmpty()) {
      long room = (long) fitting.body().length() * MAX_BYTES / size;
      fitting = fitting.cutTo((int) Math.min(room, fitting.body().length() - 1L));
      size = Json.size(fitting);
    }
    return fitting;
  }

  /** The alert, with fewer hits if its JSON needs it; their total stays what it was. */
  static Alert fit(Alert alert) {
    Alert fitting = alert;
    while (fitting.hits().size() > 1 && Json.size(fitting) > MAX_BYTES) {
      fitting = fitting.withHits(fitting.hits().subList(0, fitting.hits().size() / 2));
    }
    return fitting;
  }
}
