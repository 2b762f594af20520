package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.feed.Wishes;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    "PT15M,  1, PT2H  , PT2H6M",
    "PT15M,  1, PT1M  , PT30M",
    // a source that is polled once a day stays so
    "P1D,    3,       , P1D",
  })
  void asksMoreAndMoreRarelyWhatFails(
      Duration every, int failures, Duration retryAfter, Duration wait) {
    Source source = source("https://x.example/feed", every);

    assertThat(new Schedule(MIDDLE, true, false).afterFailure(source, NOW, failures, retryAfter))
        .isEqualTo(NOW.plus(wait));
  }

  @Test
  void spreadsDueTimesByATenth() {
    Schedule schedule = new Schedule(new Random(7), true, false);
    Source source = source("https://x.example/feed", Duration.ofMinutes(10));

    for (int i = 0; i < 1_000; i++) {
      assertThat(schedule.afterSuccess(source, NOW, Habits.NONE, Duration.ZERO).at())
          .isBetween(NOW.plus(Duration.ofMinutes(9)), NOW.plus(Duration.ofMinutes(11)));
    }
    assertThat(schedule.afterSuccess(source, NOW, Habits.NONE, Duration.ZERO))
        .isNotEqualTo(schedule.afterSuccess(source, NOW, Habits.NONE, Duration.ZERO));
  }

  @Test
  void keepsDemoSourcesToTheirRhythm() {
    Schedule schedule = new Schedule(new Random(7), true, false);
    Source source = source("demo:live/*", Duration.ofSeconds(5));

    assertThat(schedule.afterSuccess(source, NOW, Habits.NONE, Duration.ofHours(1)))
        .isEqualTo(new Schedule.Due(NOW.plusSeconds(5), null));
    assertThat(schedule.afterFailure(source, NOW, 3, null)).isEqualTo(NOW.plusSeconds(5));
  }

  private static Habits habits(double published, Duration watched, Wishes wishes) {
    return new Habits(published, watched, wishes, null, null, 0, 0);
  }

  private static Wishes wishes(int ttl, Set<Integer> hours, Set<DayOfWeek> days) {
    return new Wishes(Duration.ofMinutes(ttl), hours, days);
  }

  @ParameterizedTest(name = "every {0}, {1} articles in {2}: {3}")
  @CsvSource({
    // as long as too little is known
    "PT15M,   0, PT23H , PT15M",
    // four polls to an article, between the source's own rhythm and four times as long
    "PT15M, 240, PT48H , PT15M",
    "PT15M,  24, PT48H , PT30M",
    "PT15M,   1, PT48H , PT1H",
    "PT15M,   0, PT48H , PT1H",
    "PT3H,    0, PT48H , PT6H",
    // whoever wants it seldom wants it so
    "P1D,     0, PT48H , P1D",
  })
  void asksMoreRarelyWhoPublishesRarely(
      Duration every, double published, Duration watched, Duration wait) {
    Source source = source("https://x.example/feed", every);
    Habits habits = habits(published, watched, Wishes.NONE);
    boolean later = wait.compareTo(every) > 0;

    assertThat(new Schedule(MIDDLE, true, false).afterSuccess(source, NOW, habits, Duration.ZERO))
        .isEqualTo(new Schedule.Due(NOW.plus(wait), later ? "it publishes rarely" : null));
    assertThat(
            new Schedule(MIDDLE, false, false)
                .afterSuccess(source, NOW, habits, Duration.ZERO)
                .at())
        .isEqualTo(NOW.plus(every));
  }

  @ParameterizedTest(name = "fresh for {0}, ttl {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "PT0S , 0   , PT15M, -",
        "PT10M, 10  , PT15M, -",
        // never sooner than it asks, so the jitter is on one side
        "PT60M, 0   , PT63M, it asks for 60 min between two polls",
        "PT30M, 60  , PT63M, it asks for 60 min between two polls",
        // but nobody is believed who asks for days
        "P30D , 9999, PT378M, it asks for 360 min between two polls",
      })
  void asksNoSoonerThanTheSourceWants(
      Duration fresh, int ttl, Duration wait, @Nullable String why) {
    Source source = source("https://x.example/feed", Duration.ofMinutes(15));
    Habits habits = habits(0, Duration.ZERO, wishes(ttl, Set.of(), Set.of()));

    assertThat(new Schedule(MIDDLE, true, false).afterSuccess(source, NOW, habits, fresh))
        .isEqualTo(new Schedule.Due(NOW.plus(wait), why));
  }

  @ParameterizedTest(name = "asleep in {0} and on {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "12       , -               , 2026-11-23T13:05:00Z",
        "12 13 14 , -               , 2026-11-23T15:05:00Z",
        "11 13    , -               , 2026-11-23T12:15:00Z",
        // the 23rd is a Monday
        "-        , MONDAY          , 2026-11-24T00:05:00Z",
        "0 1      , MONDAY TUESDAY  , 2026-11-25T02:05:00Z",
      })
  void letsASourceSleep(@Nullable String hours, @Nullable String days, Instant due) {
    Source source = source("https://x.example/feed", Duration.ofMinutes(15));
    Habits habits =
        habits(
            0,
            Duration.ZERO,
            wishes(
                0,
                words(hours).map(Integer::valueOf).collect(Collectors.toSet()),
                words(days).map(DayOfWeek::valueOf).collect(Collectors.toSet())));

    assertThat(
            new Schedule(MIDDLE, true, false).afterSuccess(source, NOW, habits, Duration.ZERO).at())
        .isEqualTo(due);
  }

  private static Stream<String> words(@Nullable String text) {
    return text == null ? Stream.of() : Stream.of(text.split(" ", -1));
  }

  @Test
  void learnsTheRhythmFromWhatComes() {
    Habits habits = Habits.NONE.seen(40, null, NOW);
    assertThat(habits).as("all is new at first").isEqualTo(Habits.NONE);
    Instant now = NOW;
    for (int day = 0; day < 20; day++) { // one article a day
      for (int poll = 0; poll < 24; poll++) {
        habits = habits.seen(poll == 0 ? 1 : 0, now, now.plus(Duration.ofHours(1)));
        now = now.plus(Duration.ofHours(1));
      }
    }
    assertThat(habits.gap()).isBetween(Duration.ofHours(20), Duration.ofHours(30));
    for (int poll = 0; poll < 10 * 24; poll++) { // then one an hour
      habits = habits.seen(1, now, now.plus(Duration.ofHours(1)));
      now = now.plus(Duration.ofHours(1));
    }
    assertThat(habits.gap()).isBetween(Duration.ofMinutes(55), Duration.ofMinutes(70));
  }
}
