package dev.vedette.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # ISO 8601, whole and in part
          2026-06-01T10:00:00Z                  | 2026-06-01T10:00:00Z
          2026-06-01T10:00:00.123+02:00         | 2026-06-01T08:00:00Z
          2026-06-01 10:00                      | 2026-06-01T10:00:00Z
          2026-06-01                            | 2026-06-01T00:00:00Z
          2026-06                               | 2026-06-01T00:00:00Z
          20260601                              | 2026-06-01T00:00:00Z
          20260601T1015                         | 2026-06-01T10:15:00Z
          # RFC 822, by the book and not
          Mon, 01 Jun 2026 10:00:00 GMT         | 2026-06-01T10:00:00Z
          Mon, 1 Jun 26 10:00 EST               | 2026-06-01T15:00:00Z
          01 Jun 2026 10:00:00 +0300            | 2026-06-01T07:00:00Z
          Mon, 01 Jun 2026 10:00:00 GMT+3       | 2026-06-01T07:00:00Z
          Mon, 01 Jun 2026 10:00:60 GMT         | 2026-06-01T10:00:59Z
          Mon, 01 Jun 2026 10:00:00 Asia/Seoul  | 2026-06-01T01:00:00Z
          # other habits
          Mon Jun 01 10:00:00 CEST 2026         | 2026-06-01T08:00:00Z
          June 1, 2026 at 3:07 pm               | 2026-06-01T15:07:00Z
          Monday, June 1st, 2026 - 3:07pm       | 2026-06-01T15:07:00Z
          1780308000                            | 2026-06-01T10:00:00Z
          # day first, unless only month first is possible
          03.04.2026 10:00                      | 2026-04-03T10:00:00Z
          04/23/2026                            | 2026-04-23T00:00:00Z
          # months by name
          1 июня 2026, 10:00                    | 2026-06-01T10:00:00Z
          1. Juni 2026                          | 2026-06-01T00:00:00Z
          1 de junio de 2026                    | 2026-06-01T00:00:00Z
          Δευ, 01 Ιουν 2026 10:00:00 GMT        | 2026-06-01T10:00:00Z
          1er juin 2026                         | 2026-06-01T00:00:00Z
          # a Korean half of the day is one in Korea
          2026년 6월 1일 오후 7:00              | 2026-06-01T10:00:00Z
          2026年6月1日 10:00                    | 2026-06-01T10:00:00Z
          # no dates
          soon                                  |
          2026-13-01                            |
          2026-06-01T10:61:00Z                  |
          2026-06-01-01                         |
          Mon, 16 Dec zz 11:47:32 GMT           |
          """)
  void readsWhatPublishersWrite(String written, Instant instant) {
    assertThat(Dates.parse(written)).isEqualTo(instant);
  }
}
