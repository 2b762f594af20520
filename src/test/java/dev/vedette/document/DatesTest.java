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
          20260601T10:15:30Z                    | 2026-06-01T10:15:30Z
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
          2026년 6월 1일 월요일 10:30           | 2026-06-01T10:30:00Z
          2026年6月1日(月) 10時30分             | 2026-06-01T10:30:00Z
          # ISO 8601 counts days and weeks too, and leaves out centuries
          2026-152                              | 2026-06-01T00:00:00Z
          2026-W23-1T10:30Z                     | 2026-06-01T10:30:00Z
          -2606                                 | 2026-06-01T00:00:00Z
          260601                                | 2026-06-01T00:00:00Z
          2026-06-01T10:00:00-05:00Z            | 2026-06-01T15:00:00Z
          2026-012-31T10:00:00Z                 | 2026-12-31T10:00:00Z
          1780308000000                         | 2026-06-01T10:00:00Z
          # the day of the week, the time and words stand where they like
          Tue, 06/23/2026 - 19:19               | 2026-06-23T19:19:00Z
          Sat, 11 04 2026 08:51:49 +0100        | 2026-04-11T07:51:49Z
          10:30, 01.06.2026                     | 2026-06-01T10:30:00Z
          01.06.2026, 10.30 Uhr                 | 2026-06-01T10:30:00Z
          Published: 1 June 2026                | 2026-06-01T00:00:00Z
          Nov. 2026                             | 2026-11-01T00:00:00Z
          mar., 01 déc. 2026 16:11:02 +0000     | 2026-12-01T16:11:02Z
          lundi 1 juin 2026 à 10h30             | 2026-06-01T10:30:00Z
          lunes, 1 de junio de 2026 a las 10:30 h | 2026-06-01T10:30:00Z
          1. kesäkuuta 2026 klo 10.30           | 2026-06-01T10:30:00Z
          2026. június 1., hétfő                | 2026-06-01T00:00:00Z
          2026-júni-1T9:15-05:00                | 2026-06-01T14:15:00Z
          2026 m. birželio 1 d. 10:30           | 2026-06-01T10:30:00Z
          1 Haziran 2026 Pazartesi, 10:30       | 2026-06-01T10:30:00Z
          Senin, 1 Juni 2026 10:30 WIB          | 2026-06-01T03:30:00Z
          1 Ιουνίου 2026, 10:30 μ.μ.            | 2026-06-01T22:30:00Z
          # other digits, other months
          ١ يونيو ٢٠٢٦                          | 2026-06-01T00:00:00Z
          15 كانون الثاني 2026                  | 2026-01-15T00:00:00Z
          १ जून २०२६                            | 2026-06-01T00:00:00Z
          1 ביוני 2026, 10:30                   | 2026-06-01T10:30:00Z
          1 tháng 6 năm 2026                    | 2026-06-01T00:00:00Z
          # other eras
          1 มิ.ย. 2569 10:30 น.                 | 2026-06-01T10:30:00Z
          令和8年6月1日                         | 2026-06-01T00:00:00Z
          令和元年6月1日                        | 2019-06-01T00:00:00Z
          民國115年6月1日                       | 2026-06-01T00:00:00Z
          # no dates
          2026-06-01T10:00:00-06:00Textra       |
          Mon, 01 Jun 2026 10:00:00 +zz:00      |
          Mon, 01 Jun 2026 1:2:3:4 GMT          |
          Mon, 31 Jun 2026 10:00:00 GMT         |
          2026-W60-1                            |
          soon                                  |
          2026-13-01                            |
          2026-06-01T10:61:00Z                  |
          2026-06-01-01                         |
          Mon, 16 Dec zz 11:47:32 GMT           |
          """)
  void readsWhatPublishersWrite(String written, Instant instant) {
    assertThat(Dates.parse(written)).isEqualTo(instant);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-06-01T23:30:00-08:00             | 2026-06-01
          2026-06-02T07:30:00Z                  | 2026-06-02
          Mon, 1 Jun 2026 23:10:00 EST          | 2026-06-01
          Mon, 01 Jun 2026 01:00:00 Asia/Seoul  | 2026-06-01
          """)
  void keepsTheDayThatThePublisherHas(String written, String day) {
    assertThat(Dates.read(written)).asString().startsWith(day);
  }
}
