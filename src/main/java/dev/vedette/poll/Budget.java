package dev.vedette.poll;

import dev.vedette.article.Article;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How long one poll may go on reading, and how much: what it found is told only when it is at its
 * end, and stored in one step.
 */
final class Budget {

  static final Duration MOST_TIME = Duration.ofMinutes(2);

  /** In UTF-16 units of the articles' bodies. */
  static final long MOST_TEXT = 16L << 20;

  private final LongSupplier nanos;
  private final long start;

  /**
   * Begins now.
   *
   * @param nanos as {@link System#nanoTime}
   */
  Budget(LongSupplier nanos) {
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  /** Whether the rest must wait for the next poll. */
  boolean isSpentBy(List<Article> articles) {
    return nanos.getAsLong() - start >= MOST_TIME.toNanos()
        || articles.stream().mapToLong(article -> article.body().length()).sum() >= MOST_TEXT;
  }
}
