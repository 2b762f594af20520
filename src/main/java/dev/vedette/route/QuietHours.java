package dev.vedette.route;

import dev.vedette.watchlist.Severity;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When nobody wants to be told.
 *
 * @param periods of every week
 * @param zone whose clock they go by
 * @param urgent from which severity on alerts are told all the same; null if none is
 */
public record QuietHours(List<Period> periods, ZoneId zone, @Nullable Severity urgent) {

  /** There are none. */
  public static final QuietHours NONE = new QuietHours(List.of(), ZoneId.of("UTC"), null);

  /** Periods that leave no time in so many steps are taken to leave none at all. */
  private static final int MOST_STEPS = 100;

  /** Copies its list. */
  public QuietHours {
    periods = List.copyOf(periods);
  }

  /**
   * From one time of day to another.
   *
   * @param from its beginning
   * @param to its end; on the next day where that is not after the beginning
   * @param days on which it begins
   */
  public record Period(LocalTime from, LocalTime to, Set<DayOfWeek> days) {

    /** Copies its set. */
    public Period {
      days = Set.copyOf(days);
    }

    /** The end of the period if it holds at a time; null if it does not. */
    private @Nullable Instant end(Instant time, ZoneId zone) {
      LocalDate today = time.atZone(zone).toLocalDate();
      Instant end = end(time, zone, today.minusDays(1));
      return end == null ? end(time, zone, today) : end;
    }

    private @Nullable Instant end(Instant time, ZoneId zone, LocalDate begins) {
      if (!days.contains(begins.getDayOfWeek())) {
        return null;
      }
      Instant start = begins.atTime(from).atZone(zone).toInstant();
      LocalDate ends = to.isAfter(from) ? begins : begins.plusDays(1);
      Instant end = ends.atTime(to).atZone(zone).toInstant();
      return !time.isBefore(start) && time.isBefore(end) ? end : null;
    }
  }

  /** Whether an alert of this severity is told at any time. */
  boolean isUrgent(Severity severity) {
    return urgent != null && severity.compareTo(urgent) >= 0;
  }

  /** The first time from this one on that is not quiet; the time itself if all are. */
  public Instant after(Instant time) {
    Instant last = time;
    for (int step = 0; step < MOST_STEPS; step++) {
      Instant next = end(last);
      if (next == null) {
        return last;
      }
      last = next;
    }
    return time;
  }

  private @Nullable Instant end(Instant time) {
    for (Period period : periods) {
      Instant end = period.end(time, zone);
      if (end != null) {
        return end;
      }
    }
    return null;
  }
}
