package dev.vedette.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenDatesTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # in figures
          Berlin, 17.12.2023, 9 Uhr            | 2023-12-17
          17/12/2023                           | 2023-12-17
          12/17/2023                           | 2023-12-17
          17.12.23                             | 2023-12-17
          2023-12-17T08:00                     | 2023-12-17
          2023/12/17                           | 2023-12-17
          ١٧/١٢/٢٠٢٣                           | 2023-12-17
          # with the month's name
          Sunday, 17th of December, 2023       | 2023-12-17
          December 17, 2023 at 9:00            | 2023-12-17
          Dec. 17, 2023                        | 2023-12-17
          17-Dec-2023                          | 2023-12-17
          17. Dezember 2023                    | 2023-12-17
          17 décembre 2023                     | 2023-12-17
          17 de diciembre de 2023              | 2023-12-17
          17 dicembre 2023                     | 2023-12-17
          17 december 2023                     | 2023-12-17
          17 grudnia 2023                      | 2023-12-17
          17. prosince 2023                    | 2023-12-17
          17 декабря 2023                      | 2023-12-17
          17 грудня 2023                       | 2023-12-17
          17 Aralık 2023                       | 2023-12-17
          17 ديسمبر 2023                       | 2023-12-17
          17 בדצמבר 2023                       | 2023-12-17
          17 Δεκεμβρίου 2023                   | 2023-12-17
          2023. december 17.                   | 2023-12-17
          17. joulukuuta 2023                  | 2023-12-17
          17 tháng 12, 2023                    | 2023-12-17
          2023年12月17日                         | 2023-12-17
          2023년 12월 17일                       | 2023-12-17
          # the first of several
          17 May 2023 to 19 May 2023           | 2023-05-17
          # none
          31.02.2023                           |
          17.12.2023.4                         |
          17 Dogs 2023                         |
          version 1.17.12.2023                 |
          room 2023-12                         |
          December 2023                        |
          """)
  void findsTheFirstDayInAText(String text, @Nullable LocalDate day) {
    WrittenDates.Found found = WrittenDates.first(text, false);

    assertThat(found == null ? null : found.day()).isEqualTo(day);
  }
}
