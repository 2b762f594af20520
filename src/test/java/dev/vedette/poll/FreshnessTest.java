package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest(name = "Cache-Control: {0}, Expires: {1}, Date: {2}, Age: {3}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what it says first
          max-age=600             |                               |                               |     | PT10M
          public, Max-Age = 60    |                               |                               |     | PT1M
          max-age="30"            |                               |                               |     | PT30S
          # a cache on the way has had it for some time
          max-age=600             |                               |                               | 540 | PT1M
          max-age=600             |                               |                               | 900 | PT0S
          # max-age goes before Expires, and s-maxage is for others
          max-age=60              | Mon, 23 Nov 2026 13:00:00 GMT |                               |     | PT1M
          s-maxage=900            |                               |                               |     | PT0S
          # the server's own clock counts
                                  | Mon, 23 Nov 2026 12:05:00 GMT |                               |     | PT5M
                                  | Mon, 23 Nov 2026 12:05:00 GMT | Mon, 23 Nov 2026 12:04:00 GMT |     | PT1M
                                  | 0                             |                               |     | PT0S
                                  | Mon, 23 Nov 2020 12:05:00 GMT |                               |     | PT0S
          # always to be asked
          no-cache, max-age=600   |                               |                               |     | PT0S
          no-store                | Mon, 23 Nov 2026 13:00:00 GMT |                               |     | PT0S
          max-age=0               | Mon, 23 Nov 2026 13:00:00 GMT |                               |     | PT0S
          # nothing, and nonsense
                                  |                               |                               |     | PT0S
          max-age=soon            | soon                          |                               | old | PT0S
          max-age=99999999999999  |                               |                               |     | PT2777777H46M39S
          """)
  void isWhatAnAnswerSays(
      @Nullable String control,
      @Nullable String expires,
      @Nullable String date,
      @Nullable String age,
      Duration fresh) {
    assertThat(Freshness.of(control, expires, date, age, NOW)).isEqualTo(fresh);
  }
}
