package dev.vedette.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.watchlist.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digests and quiet hours by the clocks of their zones. */
class TimesTest {

  @ParameterizedTest(name = "{0} at {1} on {2}, {3}: after {4} {5}")
  @CsvSource(
      textBlock =
          """
          # a Monday, at noon in winter
          DAILY,  08:00, MONDAY, UTC,           2026-11-23T12:00:00Z, 2026-11-24T08:00:00Z
          DAILY,  08:00, MONDAY, UTC,           2026-11-23T07:59:59Z, 2026-11-23T08:00:00Z
          DAILY,  08:00, MONDAY, UTC,           2026-11-23T08:00:00Z, 2026-11-24T08:00:00Z
          DAILY,  08:00, MONDAY, Asia/Seoul,    2026-11-23T12:00:00Z, 2026-11-23T23:00:00Z
          HOURLY, 00:15, MONDAY, UTC,           2026-11-23T12:00:00Z, 2026-11-23T12:15:00Z
          HOURLY, 00:15, MONDAY, UTC,           2026-11-23T12:15:00Z, 2026-11-23T13:15:00Z
          HOURLY, 00:00, MONDAY, Asia/Kolkata,  2026-11-23T12:00:00Z, 2026-11-23T12:30:00Z
          WEEKLY, 08:00, MONDAY, UTC,           2026-11-23T12:00:00Z, 2026-11-30T08:00:00Z
          WEEKLY, 18:00, MONDAY, UTC,           2026-11-23T12:00:00Z, 2026-11-23T18:00:00Z
          WEEKLY, 08:00, FRIDAY, UTC,           2026-11-23T12:00:00Z, 2026-11-27T08:00:00Z
          # the day on which summer time begins in Berlin has no 02:30, the one on which it ends has two
          DAILY,  02:30, MONDAY, Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z
          DAILY,  02:30, MONDAY, Europe/Berlin, 2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z
          DAILY,  02:30, MONDAY, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z
          DAILY,  08:00, MONDAY, Europe/Berlin, 2026-10-24T12:00:00Z, 2026-10-25T07:00:00Z
          """)
  void theNextDigest(
      Digest.Every every, LocalTime at, DayOfWeek on, ZoneId zone, Instant time, Instant next) {
    assertThat(new Digest(every, at, on, zone).after(time)).isEqualTo(next);
  }

  @ParameterizedTest(name = "{0}-{1} {2}, {3}: {4} {5}")
  @CsvSource(
      textBlock =
          """
          22:00, 07:00, all,     UTC,           2026-11-23T21:59:59Z, 2026-11-23T21:59:59Z
          22:00, 07:00, all,     UTC,           2026-11-23T22:00:00Z, 2026-11-24T07:00:00Z
          22:00, 07:00, all,     UTC,           2026-11-24T06:59:59Z, 2026-11-24T07:00:00Z
          22:00, 07:00, all,     UTC,           2026-11-24T07:00:00Z, 2026-11-24T07:00:00Z
          12:00, 13:00, all,     Asia/Seoul,    2026-11-23T03:30:00Z, 2026-11-23T04:00:00Z
          # from Friday evening; the 27th is a Friday
          22:00, 07:00, FRIDAY,  UTC,           2026-11-28T03:00:00Z, 2026-11-28T07:00:00Z
          22:00, 07:00, FRIDAY,  UTC,           2026-11-28T23:00:00Z, 2026-11-28T23:00:00Z
          # whole days, one after the other
          00:00, 00:00, SATURDAY SUNDAY, UTC,   2026-11-28T10:00:00Z, 2026-11-30T00:00:00Z
          # the night in which clocks go back has an hour more
          22:00, 07:00, all,     Europe/Berlin, 2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z
          # no time is left, so none is quiet
          00:00, 00:00, all,     UTC,           2026-11-28T10:00:00Z, 2026-11-28T10:00:00Z
          """)
  void theEndOfQuietHours(
      LocalTime from, LocalTime to, String days, ZoneId zone, Instant time, Instant after) {
    Set<DayOfWeek> on =
        days.equals("all")
            ? EnumSet.allOf(DayOfWeek.class)
            : Arrays.stream(days.split(" ", -1))
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toSet());
    QuietHours quiet =
        new QuietHours(List.of(new QuietHours.Period(from, to, on)), zone, Severity.CRITICAL);

    assertThat(quiet.after(time)).isEqualTo(after);
  }

  @Test
  void periodsThatMeetAreOneNight() {
    Set<DayOfWeek> all = EnumSet.allOf(DayOfWeek.class);
    QuietHours quiet =
        new QuietHours(
            List.of(
                new QuietHours.Period(LocalTime.of(20, 0), LocalTime.of(23, 0), all),
                new QuietHours.Period(LocalTime.of(22, 30), LocalTime.of(6, 0), all)),
            ZoneId.of("UTC"),
            null);

    assertThat(quiet.after(Instant.parse("2026-11-23T20:00:00Z")))
        .isEqualTo(Instant.parse("2026-11-24T06:00:00Z"));
  }

  @Test
  void eachFailureDoublesTheWaitUpToAMostAndChanceShortensIt() {
    Backoff backoff = Backoff.usual(new Random(3));
    long[] most = {1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000};
    for (int failures = 1; failures < 60; failures++) {
      long full = most[Math.min(failures, most.length) - 1];
      for (int n = 0; n < 50; n++) {
        assertThat(backoff.after(failures))
            .isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
      }
    }
  }
}
