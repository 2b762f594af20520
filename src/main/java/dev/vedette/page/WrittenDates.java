package dev.vedette.page;

import dev.vedette.document.Dates;
import dev.vedette.document.PersianCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as they stand in running text: in figures, and with the month's name. */
final class WrittenDates {

  /** Of our era, or of the Buddha's, by which Thailand counts. */
  private static final String YEAR = "(?<y>(?:19|20|25)\\d\\d)(?!\\d)";

  private static final String DAY = "(?<!\\d)(?<d>\\d{1,2})";

  private static final String MONTH = "(?<mon>\\p{L}[\\p{L}\\p{M}]{2,14})";

  /** 17.12.2023 and 12/17/23: which is the day and which the month differs. */
  private static final Pattern IN_FIGURES =
      Pattern.compile(
          "(?<![\\d.,/-])(?<a>\\d{1,2})(?<sep>[./-])\\s?(?<b>\\d{1,2})\\k<sep>\\s?"
              + "(?<y>(?:19|20|25)\\d\\d|\\d\\d)(?![\\d/-]|\\.\\d)");

  /** Those that number the month. */
  private static final List<Pattern> NUMBERED =
      List.of(
          // 2023-12-17, 2023년 12월 17일, 2023年12月17日; 주체112(2023)년, 令和5年(2023年)
          Pattern.compile(
              "(?<!\\d)(?<y>(?:19|20)\\d\\d)\\)?\\s?[-/.년年]\\)?\\s?(?<m>\\d{1,2})\\s?[-/.월月]\\s?"
                  + "(?<d>\\d{1,2})(?!\\d)"),
          // 17 tháng 12, 2023
          Pattern.compile(
              DAY + "\\s(?i:tháng)\\s(?<m>\\d{1,2})(?:,?\\s(?:năm\\s)?|\\s?[/-]\\s?)" + YEAR));

  /** Those that name it. */
  private static final List<Pattern> NAMED =
      List.of(
          // 17. Dezember 2023, 17 de diciembre de 2023, 17th of December, 2023
          Pattern.compile(
              DAY
                  + "(?i:st|nd|rd|th|er|re|º|°|η|\\.)?[\\s-]{0,3}(?i:de |of |d['’]|del |ב)?"
                  + MONTH
                  + "\\.?,?[\\s-]{1,3}(?i:de |del )?"
                  + YEAR),
          // December 17, 2023
          Pattern.compile(
              MONTH + "\\.?\\s{1,2}" + DAY + "(?i:st|nd|rd|th)?(?:,\\s{0,2}|\\s{1,2})" + YEAR),
          // 2023. december 17.
          Pattern.compile("(?<!\\d)" + YEAR + "\\.?\\s" + MONTH + "\\s" + DAY + "(?!\\d)"));

  /**
   * 27 آبان 1405 and 1405/08/27; in figures only up to 1419, as the years of Arab countries, which
   * are written alike, were beyond that in this century.
   */
  private static final List<Pattern> PERSIAN =
      List.of(
          Pattern.compile(
              DAY
                  + "\\s(?<mon>[\\p{IsArabic}]{2,10})[\\s\\u200c]?(?:ماه\\s)?\\s?(?<y>1[34]\\d\\d)(?!\\d)"),
          Pattern.compile(
              "(?<!\\d)(?<y>13\\d\\d|14[01]\\d)(?<sep>[/-])(?<m>\\d{1,2})\\k<sep>(?<d>\\d{1,2})(?!\\d)"));

  private static final Pattern NO_DAY = Pattern.compile("\\d{4}(?:[-/.]?\\d{1,2})?");

  /** What is declared as earlier than this is a field that nobody has filled in. */
  private static final int EARLIEST = 1900;

  private static final int BUDDHIST = 543;

  private WrittenDates() {}

  /**
   * A day in a text.
   *
   * @param start where it begins, in UTF-16 units
   * @param end where it ends, exclusive
   */
  record Found(LocalDate day, int start, int end) {}

  /**
   * What an attribute or tag made for a date says; null where it names no day.
   *
   * @param monthFirst whether 3/4/2023 is in March
   */
  static @Nullable OffsetDateTime read(String written, boolean monthFirst) {
    OffsetDateTime date = plain(written, monthFirst);
    boolean set = date != null && date.getYear() >= EARLIEST && date.toEpochSecond() != 0;
    return set ? date : null;
  }

  private static @Nullable OffsetDateTime plain(String written, boolean monthFirst) {
    if (NO_DAY.matcher(written.strip()).matches()) {
      return null;
    }
    OffsetDateTime whole = Dates.read(written);
    boolean ambiguous = IN_FIGURES.matcher(written).lookingAt();
    if (whole != null && !ambiguous) {
      return whole;
    }
    Found found = first(written, monthFirst);
    if (found == null) {
      return null;
    }
    return whole == null ? midnight(found.day()) : whole.with(found.day());
  }

  /** A day as an instant: its beginning in universal time. */
  static OffsetDateTime midnight(LocalDate day) {
    return day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  /** The first day that is named; null where none is. */
  static @Nullable Found first(String text, boolean monthFirst) {
    if (text.chars().noneMatch(Character::isDigit)) {
      return null;
    }
    String plain = withPlainDigits(text);
    Found first = first(plain, IN_FIGURES, null, m -> inFigures(m, monthFirst));
    for (Pattern form : NUMBERED) {
      first =
          first(
              plain,
              form,
              first,
              m -> LocalDate.of(number(m, "y"), number(m, "m"), number(m, "d")));
    }
    for (Pattern form : NAMED) {
      first = first(plain, form, first, WrittenDates::named);
    }
    first =
        first(plain, PERSIAN.get(0), first, m -> persian(m, PersianCalendar.month(m.group("mon"))));
    return first(plain, PERSIAN.get(1), first, m -> persian(m, number(m, "m")));
  }

  /** The first day in this form, unless one that is known stands before it. */
  private static @Nullable Found first(
      String text,
      Pattern form,
      @Nullable Found known,
      Function<Matcher, @Nullable LocalDate> read) {
    Matcher matcher = form.matcher(text);
    while (matcher.find() && (known == null || matcher.start() < known.start())) {
      LocalDate day = ifPossible(matcher, read);
      if (day != null) {
        return new Found(day, matcher.start(), matcher.end());
      }
    }
    return known;
  }

  private static @Nullable LocalDate ifPossible(
      Matcher matcher, Function<Matcher, @Nullable LocalDate> read) {
    try {
      return read.apply(matcher);
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private static @Nullable LocalDate named(Matcher m) {
    OffsetDateTime date = Dates.read(m.group("d") + " " + m.group("mon") + " " + m.group("y"));
    return date == null ? null : date.toLocalDate();
  }

  private static LocalDate inFigures(Matcher m, boolean monthFirst) {
    int a = number(m, "a");
    int b = number(m, "b");
    int year = number(m, "y");
    boolean swapped = b > 12 || (monthFirst && a <= 12 && !m.group("sep").equals("."));
    int ofOurEra = year < 100 ? 2000 + year : year > 2500 ? year - BUDDHIST : year;
    return LocalDate.of(ofOurEra, swapped ? a : b, swapped ? b : a);
  }

  private static LocalDate persian(Matcher m, int month) {
    return PersianCalendar.day(number(m, "y"), month, number(m, "d"));
  }

  private static int number(Matcher m, String group) {
    return Integer.parseInt(m.group(group));
  }

  /** Arabic, Persian and Indian figures as those of the rest, place by place. */
  private static String withPlainDigits(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean figure = c > '9' && Character.isDigit(c);
      plain.append(figure ? (char) ('0' + Character.digit(c, 10)) : c == '\u00a0' ? ' ' : c);
    }
    return plain.toString();
  }
}
