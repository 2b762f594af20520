package dev.vedette.route;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * When what has come together is told at once.
 *
 * @param every how often
 * @param at the time of day; of an hourly digest only the minutes count
 * @param on the day of a weekly digest
 * @param zone whose clock it is
 */
public record Digest(Every every, LocalTime at, DayOfWeek on, ZoneId zone) {

  /** How often. */
  public enum Every {
    HOURLY,
    DAILY,
    WEEKLY
  }

  /** The first digest after a time. A time of day that a change of clocks skips is told later. */
  public Instant after(Instant time) {
    ZonedDateTime local = time.atZone(zone);
    Instant first =
        switch (every) {
          case HOURLY ->
              local.truncatedTo(ChronoUnit.HOURS).plusMinutes(at.getMinute()).toInstant();
          case DAILY -> local.toLocalDate().atTime(at).atZone(zone).toInstant();
          case WEEKLY ->
              local
                  .toLocalDate()
                  .with(TemporalAdjusters.nextOrSame(on))
                  .atTime(at)
                  .atZone(zone)
                  .toInstant();
        };
    return first.isAfter(time) ? first : next(first);
  }

  private Instant next(Instant digest) {
    ZonedDateTime local = digest.atZone(zone);
    return switch (every) {
      case HOURLY -> digest.plus(1, ChronoUnit.HOURS);
      case DAILY -> local.toLocalDate().plusDays(1).atTime(at).atZone(zone).toInstant();
      case WEEKLY -> local.toLocalDate().plusWeeks(1).atTime(at).atZone(zone).toInstant();
    };
  }
}
