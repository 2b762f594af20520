package dev.vedette.route;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before another try: twice as long after each failure, up to a most, and by
 * chance as little as half of that, so that many who failed together do not come back together.
 *
 * @param first after one failure
 * @param most after many
 * @param random the chance
 */
public record Backoff(Duration first, Duration most, RandomGenerator random) {

  private static final int MOST_DOUBLINGS = 30;

  /** From one second up to five minutes. */
  public static Backoff usual(RandomGenerator random) {
    return new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), random);
  }

  /** The time to wait after so many failures in a row. */
  Duration after(int failures) {
    Duration grown = first.multipliedBy(1L << Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS));
    Duration full = grown.compareTo(most) < 0 ? grown : most;
    long half = full.toMillis() / 2;
    return Duration.ofMillis(full.toMillis() - half + (half == 0 ? 0 : random.nextLong(half + 1)));
  }
}
