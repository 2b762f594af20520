package dev.vedette.watchlist;

import java.time.Duration;

/**
 * How many of an entry's alerts are told one by one, and how often one story is.
 *
 * @param maxPerHour the most new alerts in an hour; those beyond are counted and told as one
 *     summary. {@link #ALL} for no such bound
 * @param repeatInterval the least time between two events that tell of the copies of one story;
 *     zero if each copy is told when it comes
 */
public record Limits(int maxPerHour, Duration repeatInterval) {

  /** Every new alert is told by itself. */
  public static final int ALL = 0;

  /** The longest time for which copies of a story may wait. */
  public static final Duration LONGEST_INTERVAL = Duration.ofDays(7);

  /** What holds where nobody says anything: one alert a minute is more than anybody reads. */
  public static final Limits DEFAULTS = new Limits(60, Duration.ZERO);

  /** Everything is told, and at once. */
  public static final Limits NONE = new Limits(ALL, Duration.ZERO);

  /**
   * @throws IllegalArgumentException if one is negative, or copies would wait longer than {@link
   *     #LONGEST_INTERVAL}
   */
  public Limits {
    if (maxPerHour < ALL) {
      throw new IllegalArgumentException("max-per-hour: " + maxPerHour + " (expected: 0 or more)");
    }
    if (repeatInterval.isNegative() || repeatInterval.compareTo(LONGEST_INTERVAL) > 0) {
      throw new IllegalArgumentException(
          "repeat-interval: " + repeatInterval + " (expected: zero to " + LONGEST_INTERVAL + ")");
    }
  }
}
