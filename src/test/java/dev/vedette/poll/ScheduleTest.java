package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  /** The middle of the jitter: none. */
  private static final RandomGenerator MIDDLE =
      new Random() {
        private static final long serialVersionUID = 1;

        @Override
        public double nextDouble() {
          return 0.5;
        }
      };

  private static Source.Feed source(String url, Duration every) {
    return new Source.Feed(
        new Source.Settings("wire", "Wire", every, "", true),
        URI.create(url),
        Source.FullText.AUTO);
  }

  @ParameterizedTest(name = "every {0}, failure {1}, asked for {2}: {3}")
  @CsvSource({
    // twice as long with each failure, up to six hours
    "PT15M,  1,       , PT30M",
    "PT15M,  2,       , PT1H",
    "PT15M,  4,       , PT4H",
    "PT15M,  5,       , PT6H",
    "PT15M, 99,       , PT6H",
    // never sooner than the server asks
    "PT15M,  1, PT2H  , PT2H",
    "PT15M,  1, PT1M  , PT30M",
    // a source that is polled once a day stays so
    "P1D,    3,       , P1D",
  })
  void asksMoreAndMoreRarelyWhatFails(
      Duration every, int failures, Duration retryAfter, Duration wait) {
    Source source = source("https://x.example/feed", every);

    assertThat(new Schedule(MIDDLE).afterFailure(source, NOW, failures, retryAfter))
        .isEqualTo(NOW.plus(wait));
  }

  @Test
  void spreadsDueTimesByATenth() {
    Schedule schedule = new Schedule(new Random(7));
    Source source = source("https://x.example/feed", Duration.ofMinutes(10));

    for (int i = 0; i < 1_000; i++) {
      assertThat(schedule.afterSuccess(source, NOW))
          .isBetween(NOW.plus(Duration.ofMinutes(9)), NOW.plus(Duration.ofMinutes(11)));
    }
    assertThat(schedule.afterSuccess(source, NOW)).isNotEqualTo(schedule.afterSuccess(source, NOW));
  }

  @Test
  void keepsDemoSourcesToTheirRhythm() {
    Schedule schedule = new Schedule(new Random(7));
    Source source = source("demo:live/*", Duration.ofSeconds(5));

    assertThat(schedule.afterSuccess(source, NOW)).isEqualTo(NOW.plusSeconds(5));
    assertThat(schedule.afterFailure(source, NOW, 3, null)).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void givesEachRequestToAHostItsTurn() {
    HostSpacing spacing = new HostSpacing(Duration.ofNanos(100));

    assertThat(spacing.reserve("a.example", 1_000)).isZero();
    assertThat(spacing.reserve("a.example", 1_000)).isEqualTo(100);
    assertThat(spacing.reserve("a.example", 1_050)).isEqualTo(150);
    assertThat(spacing.reserve("b.example", 1_050)).isZero();
    assertThat(spacing.reserve("a.example", 2_000)).isZero();
  }
}
