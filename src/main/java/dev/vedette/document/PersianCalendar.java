package dev.vedette.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * The solar calendar by which Iran and Afghanistan count, for the years in which there were pages.
 */
public final class PersianCalendar {

  /** The first year that is read as one of this calendar. */
  public static final int FIRST = 1375;

  /** The last. */
  public static final int LAST = 1450;

  /** The months as Iran, then as Afghanistan names them. */
  private static final List<List<String>> MONTHS =
      List.of(
          List.of(
              "فروردین",
              "اردیبهشت",
              "خرداد",
              "تیر",
              "مرداد",
              "شهریور",
              "مهر",
              "آبان",
              "آذر",
              "دی",
              "بهمن",
              "اسفند"),
          List.of(
              "حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو",
              "حوت"));

  private static final int START = 1375;
  private static final LocalDate NEW_YEAR = LocalDate.of(1996, 3, 20);

  private PersianCalendar() {}

  /**
   * The number of a month by its name; 0 where it is none. Arabic letters stand for Persian ones.
   */
  public static int month(String name) {
    String plain = name.replace('\u064a', '\u06cc').replace('\u0643', '\u06a9');
    for (List<String> names : MONTHS) {
      if (names.contains(plain)) {
        return names.indexOf(plain) + 1;
      }
    }
    return 0;
  }

  /**
   * The day in the calendar of the rest of the world.
   *
   * @param year from {@link #FIRST} to {@link #LAST}
   * @throws DateTimeException if there is no such day
   */
  public static LocalDate day(int year, int month, int day) {
    boolean known = year >= FIRST && year <= LAST && month >= 1 && month <= 12;
    if (!known || day < 1 || day > length(year, month)) {
      throw new DateTimeException("no day: " + year + "-" + month + "-" + day);
    }
    long days = day - 1L;
    for (int before = START; before < year; before++) {
      days += isLeap(before) ? 366 : 365;
    }
    for (int before = 1; before < month; before++) {
      days += length(year, before);
    }
    return NEW_YEAR.plusDays(days);
  }

  private static int length(int year, int month) {
    return month <= 6 ? 31 : month <= 11 || isLeap(year) ? 30 : 29;
  }

  /** Of 33 years, eight are leap years; this holds for as long as is of interest. */
  private static boolean isLeap(int year) {
    return (25 * year + 11) % 33 < 8;
  }
}
