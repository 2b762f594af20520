package dev.vedette.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When to poll again: at the source's rhythm, more and more rarely while it fails, never sooner
 * than it asks, and never all sources at one moment. Demo sources keep exactly to their rhythm.
 */
final class Schedule {

  private static final Duration RAREST = Duration.ofHours(6);
  private static final Duration GONE = Duration.ofDays(1);
  private static final double JITTER = 0.1;
  private static final int MOST_DOUBLINGS = 20;

  private final RandomGenerator random;

  Schedule(RandomGenerator random) {
    this.random = random;
  }

  Instant afterSuccess(Source source, Instant now) {
    return now.plus(jittered(source, source.settings().every()));
  }

  /**
   * @param failures in a row, this one included
   * @param retryAfter the least time; null where there is none
   */
  Instant afterFailure(Source source, Instant now, int failures, @Nullable Duration retryAfter) {
    Duration every = source.settings().every();
    Duration wait = every;
    if (!isDemo(source) && every.compareTo(RAREST) < 0) {
      long factor = 1L << Math.min(failures, MOST_DOUBLINGS);
      wait = every.multipliedBy(factor);
      wait = wait.compareTo(RAREST) > 0 ? RAREST : wait;
    }
    Duration jittered = jittered(source, wait);
    return now.plus(
        retryAfter != null && retryAfter.compareTo(jittered) > 0 ? retryAfter : jittered);
  }

  Instant afterGone(Source source, Instant now) {
    return now.plus(jittered(source, GONE));
  }

  private Duration jittered(Source source, Duration duration) {
    if (isDemo(source)) {
      return duration;
    }
    double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Duration.ofMillis((long) (duration.toMillis() * factor));
  }

  private static boolean isDemo(Source source) {
    URI url =
        source instanceof Source.Feed feed
            ? feed.url()
            : source instanceof Source.Page page ? page.url() : null;
    return url != null && "demo".equals(url.getScheme());
  }
}
