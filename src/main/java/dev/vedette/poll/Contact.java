package dev.vedette.poll;

import dev.vedette.article.Article;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The first contact with a source, while it lasts: it may take several polls to read all that was
 * there.
 *
 * @param since when it began
 */
public record Contact(Instant since) {

  /** A page that cannot be read for days must not make it last as long. */
  private static final Duration AT_LEAST = Duration.ofDays(1);

  /**
   * Whether it goes on after a poll that left something to the next: for a day it does, then as
   * long as polls bring what was published before it began.
   *
   * @param brought by that poll
   */
  boolean lastsAfter(List<Article> brought, Instant now) {
    return now.isBefore(since.plus(AT_LEAST))
        || brought.stream()
            .map(Article::publishedAt)
            .anyMatch(published -> published != null && published.isBefore(since));
  }
}
