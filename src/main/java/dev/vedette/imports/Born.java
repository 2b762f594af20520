package dev.vedette.imports;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of birth as lists write them: {@code 02 Nov 1972} is {@code 1972-11-02}. */
final class Born {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern DATE =
      Pattern.compile("(?:(?:(\\d{1,2}) )?([A-Za-z]{3})[a-z]*\\.? )?(\\d{4})");

  private Born() {}

  /** The day, month or year in figures, whatever else stands around it kept as it is. */
  static String of(String written) {
    Matcher date = DATE.matcher(written.strip());
    StringBuilder text = new StringBuilder();
    while (date.find()) {
      date.appendReplacement(text, Matcher.quoteReplacement(figures(date)));
    }
    return date.appendTail(text).toString().replace("circa ", "about ");
  }

  private static String figures(Matcher date) {
    String name = date.group(2);
    int month = name == null ? 0 : MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
    if (month == 0) {
      return date.group();
    }
    String day = date.group(1);
    return date.group(3)
        + "-%02d".formatted(month)
        + (day == null ? "" : "-%02d".formatted(Integer.parseInt(day)));
  }
}
