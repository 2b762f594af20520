package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlingTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          # looks  , which of them are news (+)
          # nothing has changed
          AAA      , ---
          # a change counts at the second look that agrees on it, and only once
          BBB      , -+-
          ABBCC    , --+-+
          # half-written files are passed over
          BCDD     , ---+
          # what comes back before it was told is no news
          BAA      , ---
          # what comes back after it was told is
          BBAA     , -+-+
          """)
  void aChangeCountsWhenTwoLooksAgree(String looks, String news) {
    Settling settling = new Settling("A");
    StringBuilder seen = new StringBuilder();
    for (String look : looks.split("")) {
      seen.append(settling.look(look) ? '+' : '-');
    }
    assertThat(seen).hasToString(news);
  }
}
