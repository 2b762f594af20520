package dev.vedette.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The days, in universal time, over which sources and entries are counted. */
final class LastDays {

  /** How many, today included. */
  static final int COUNT = 30;

  /** How long each is. */
  static final long MILLIS = Duration.ofDays(1).toMillis();

  private LastDays() {}

  /** The beginning of the first. */
  static Instant first(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.DAYS).minus(COUNT - 1, ChronoUnit.DAYS);
  }

  /** What was counted on each day for a key; zeros if nothing was. */
  static List<Integer> of(Map<String, int[]> counts, String key) {
    return boxed(counts.getOrDefault(key, new int[COUNT]));
  }

  static List<Integer> boxed(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
