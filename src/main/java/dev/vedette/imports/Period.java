package dev.vedette.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time of birth as OFAC's advanced XML writes it: from when at the earliest to when at the
 * latest, so that a year is its first and its last day.
 */
final class Period {

  private static final int DECEMBER = 12;

  /** A day, or nothing that could be one. */
  private record Day(int year, int month, int day) {

    static @Nullable Day of(Xml.Element written) {
      try {
        return new Day(
            Integer.parseInt(written.child("Year")),
            Integer.parseInt(written.child("Month")),
            Integer.parseInt(written.child("Day")));
      } catch (NumberFormatException e) {
        return null;
      }
    }

    boolean isFirstOfMonth() {
      return day == 1;
    }

    boolean isLastOfMonth() {
      return day
          == switch (month) {
            case 2 -> isLeap() ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
          };
    }

    private boolean isLeap() {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    String text(boolean years, boolean months) {
      return "%04d".formatted(year)
          + (years ? "" : "-%02d".formatted(month))
          + (years || months ? "" : "-%02d".formatted(day));
    }
  }

  private Period() {}

  /** A day, month, year or a span of these in figures; empty where there is none. */
  static String of(Xml.Element period) {
    Day from = day(period, "Start", "From");
    Day last = day(period, "End", "To");
    if (from == null) {
      return "";
    }
    boolean about =
        period.all("Start").stream()
            .anyMatch(start -> start.attribute("Approximate").equals("true"));
    return (about ? "about " : "") + text(from, last == null ? from : last);
  }

  private static String text(Day from, Day to) {
    boolean months = from.isFirstOfMonth() && to.isLastOfMonth();
    boolean years = months && from.month == 1 && to.month == DECEMBER;
    String start = from.text(years, months);
    String end = to.text(years, months);
    return start.equals(end) ? start : start + " to " + end;
  }

  private static @Nullable Day day(Xml.Element period, String side, String bound) {
    List<Xml.Element> days = period.all(side, bound);
    return days.isEmpty() ? null : Day.of(days.get(0));
  }
}
