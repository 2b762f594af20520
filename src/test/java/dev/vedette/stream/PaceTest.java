package dev.vedette.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.poll.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static Pace of(int sources, Duration every) {
    Pace pace = new Pace();
    pace.rate(
        IntStream.range(0, sources)
            .mapToObj(
                n ->
                    (Source)
                        new Source.Feed(
                            new Source.Settings("s" + n, "", every, "", true),
                            URI.create("https://" + n + ".example/"),
                            Source.FullText.FEED))
            .toList());
    return pace;
  }

  /** Polls that start within so many seconds if there are always more to start. */
  private static int started(Pace pace, int seconds) {
    int started = 0;
    for (int tick = 0; tick <= 10 * seconds; tick++) {
      while (pace.allows(NOW.plusMillis(100L * tick))) {
        started++;
      }
    }
    return started;
  }

  @ParameterizedTest(name = "{0} sources, each every {1}: {3} polls within {2} s")
  @CsvSource({
    // a handful at once
    "10, PT15M, 0, 5",
    // ten thousand are no burst, neither in the first second nor in the first minute
    "10000, PT15M, 1, 33",
    "10000, PT15M, 60, 1638",
    // but all of them are started within half a round
    "10000, PT15M, 450, 12257",
    "12, PT1S, 10, 297",
  })
  void startsNoMoreThanTheRhythmNeedsTwice(int sources, Duration every, int seconds, int polls) {
    assertThat(started(of(sources, every), seconds)).isBetween(polls - 2, polls + 2);
  }

  @Test
  void whatWasNotStartedCounts() {
    Pace pace = of(10, Duration.ofMinutes(15));
    for (int i = 0; i < 100; i++) {
      assertThat(pace.allows(NOW)).isTrue();
      pace.giveBack();
    }
  }

  @Test
  void aClockThatIsSetBackStopsNothing() {
    Pace pace = of(10, Duration.ofMinutes(15));
    assertThat(pace.allows(NOW)).isTrue();
    assertThat(pace.allows(NOW.minusSeconds(3_600))).isTrue();
    assertThat(List.of(pace.allows(NOW.minusSeconds(3_000)))).containsExactly(true);
  }
}
