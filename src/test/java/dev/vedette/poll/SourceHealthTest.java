package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.feed.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceHealthTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static PollState state(
      int failures, @Nullable String error, int articles, int gone, Rhythm rhythm) {
    Habits habits = new Habits(0, Duration.ZERO, Wishes.NONE, null, null, 0, gone, rhythm, null);
    return new PollState(
        "wire",
        "https://a.example/",
        null,
        null,
        List.of(),
        NOW,
        failures,
        error,
        NOW,
        NOW,
        articles,
        habits,
        List.of(),
        List.of(),
        null);
  }

  /** A source that gave an article at each of these hours, and was looked at each hour. */
  private static Rhythm rhythm(int... hours) {
    Rhythm rhythm = Rhythm.NONE;
    for (int hour : hours) {
      rhythm = rhythm.after(1, NOW.plus(Duration.ofHours(hour))).after(0, NOW);
    }
    return rhythm;
  }

  private static boolean isSilent(Rhythm rhythm, int hour) {
    return rhythm.isSilent(NOW.plus(Duration.ofHours(hour)));
  }

  @Test
  void aSourceIsSilentHalfAsLongAgainAsItsLongestPause() {
    Rhythm wire = rhythm(0, 1, 2, 3, 4, 5);
    Rhythm nights = rhythm(0, 8, 16, 40, 48, 56, 80);
    Rhythm weekly = rhythm(0, 168, 336, 504, 672, 840);

    assertThat(isSilent(wire, 5 + 6)).isFalse();
    assertThat(isSilent(wire, 5 + 7)).isTrue();
    assertThat(isSilent(nights, 80 + 34)).isFalse();
    assertThat(isSilent(nights, 80 + 37)).isTrue();
    assertThat(isSilent(weekly, 840 + 240)).isFalse();
    assertThat(isSilent(weekly, 840 + 253)).isTrue();
  }

  @Test
  void aPauseOfLongAgoIsForgotten() {
    Rhythm rhythm = rhythm(0, 500);
    for (int hour = 501; hour < 500 + 24 * 90; hour++) {
      rhythm = rhythm.after(1, NOW.plus(Duration.ofHours(hour)));
    }

    assertThat(isSilent(rhythm, 500 + 24 * 90 + 24)).isTrue();
  }

  @Test
  void aSourceThatIsHardlyKnownIsNeverSilent() {
    Rhythm backlog = Rhythm.NONE;
    for (int second = 0; second < 20; second++) {
      backlog = backlog.after(200, NOW.plusSeconds(second));
    }

    assertThat(isSilent(rhythm(0, 1, 2, 3, 4), 10_000)).isFalse();
    assertThat(isSilent(Rhythm.NONE, 10_000)).isFalse();
    assertThat(isSilent(backlog, 10_000)).as("one list, read in parts").isFalse();
  }

  private static String told(PollState state, Instant now) {
    SourceHealth health = SourceHealth.of(state, now);
    return health.state().word() + ": " + health.note();
  }

  @Test
  void theStateIsAWordAndTheNoteIsForPeople() {
    Rhythm quiet = rhythm(0, 1, 2, 3, 4, 5);
    Instant later = NOW.plus(Duration.ofDays(9));

    assertThat(told(state(0, null, 5, 0, Rhythm.NONE), NOW)).isEqualTo("ok: ");
    assertThat(told(state(0, "x.jpg left aside", 5, 0, Rhythm.NONE), NOW))
        .isEqualTo("ok: x.jpg left aside");
    assertThat(told(state(0, null, 0, 0, Rhythm.NONE), NOW))
        .isEqualTo("empty: it answers, but has never given an article");
    assertThat(told(state(0, null, 5, 0, quiet), later))
        .isEqualTo(
            "silent: nothing new for 8 days, where 1 h was the longest pause; look whether it is"
                + " still kept up");
    assertThat(told(state(2, "HTTP 500 from https://a.example/", 5, 0, quiet), later))
        .isEqualTo(
            "failing: HTTP 500 from https://a.example/ (the site itself is out of order; that"
                + " passes, or it does not)");
    assertThat(told(state(3, "gone", 5, 3, quiet), later)).isEqualTo("retired: gone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "HTTP 401 from x | 401 Unauthorized: it wants a login; give one in headers, or in the"
            + " address",
        "HTTP 403 from x | 403 Forbidden: it refuses this program; say in poll.contact who asks, or"
            + " write to the site",
        "HTTP 404 from x | 404 Not Found: there is nothing at this address any more; 'sources add'"
            + " looks for another",
        "HTTP 429 from x | 429 Too Many Requests: ask it more rarely (every)",
        "no such host: x | check the spelling of the address, and the network",
        "no answer within 30 s from x | the site is slow, or does not answer from here",
        "no connection to x | nobody listens there, or a firewall is in the way",
        "not a feed: an HTML page (x) | the address leads to a page; 'sources add' looks for the"
            + " site's feeds",
        "no links match 'a' on x (expected: at least one) | the page was rebuilt, or is made by a"
            + " script; choose selectors anew",
      })
  void aFailureIsExplained(String failure, String meaning) {
    assertThat(FailureWords.explained(failure)).isEqualTo(failure + " (" + meaning + ")");
  }

  @Test
  void whatIsNotKnownIsSaidAsItIs() {
    assertThat(FailureWords.explained("inbox is no directory")).isEqualTo("inbox is no directory");
  }
}
