package dev.vedette.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BornTest {

  @ParameterizedTest
  @CsvSource({
    "02 Nov 1972, 1972-11-02",
    "Nov 1972, 1972-11",
    "Nov. 1972, 1972-11",
    "1972, 1972",
    "circa 1972, about 1972",
    "01 Jan 1960 to 31 Dec 1964, 1960-01-01 to 1964-12-31",
    "1960 to 1965, 1960 to 1965",
    "about 40 years ago, about 40 years ago"
  })
  void datesAreWrittenInFigures(String written, String figures) {
    assertThat(Born.of(written)).isEqualTo(figures);
  }
}
