package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags of languages, put together. */
class TagsTest {

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      textBlock =
          """
          cs    , cs       , cs
          cs    , sk       , cs/sk
          cs/sk , pl/cs    , cs/sk/pl
          cnr   , cn/nr/cnr, cnr/cn/nr
          sl/hr , hr/sl    , sl/hr
          cs    , pl/sk    , cs/pl/sk
          """)
  void areJoinedWithoutRepeating(String first, String second, String joined) {
    assertThat(Tags.join(first, second)).isEqualTo(joined);
  }
}
