package dev.vedette.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersianCalendarTest {

  /** Every day that is read, by ICU's reckoning. */
  @Test
  void agreesWithIcu() {
    com.ibm.icu.util.Calendar calendar =
        com.ibm.icu.util.Calendar.getInstance(
            com.ibm.icu.util.TimeZone.GMT_ZONE, new ULocale("fa_IR@calendar=persian"));
    for (int year = PersianCalendar.FIRST; year <= PersianCalendar.LAST; year++) {
      for (int month = 1; month <= 12; month++) {
        calendar.clear();
        calendar.set(year, month - 1, 29);
        LocalDate day =
            LocalDate.ofInstant(Instant.ofEpochMilli(calendar.getTimeInMillis()), ZoneOffset.UTC);
        assertThat(PersianCalendar.day(year, month, 29)).as(year + "-" + month).isEqualTo(day);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1405, 7, 31",
    "1405, 12, 30",
    "1405, 13, 1",
    "1405, 0, 1",
    "1405, 1, 0",
    "1374, 1, 1"
  })
  void knowsWhichDaysThereAreNot(int year, int month, int day) {
    assertThatThrownBy(() -> PersianCalendar.day(year, month, day))
        .isInstanceOf(DateTimeException.class)
        .hasMessage("no day: " + year + "-" + month + "-" + day);
  }

  @ParameterizedTest
  @CsvSource({"آبان, 8", "آبان, 8", "عقرب, 8", "دي, 10", "نوامبر, 0"})
  void knowsTheMonthsOfBothCountries(String name, int month) {
    assertThat(PersianCalendar.month(name)).isEqualTo(month);
  }
}
