package dev.vedette.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as publishers write them: ISO 8601, RFC 822, C's and SQL's, in figures of any script and
 * order, and with the month's name in some seventy languages. A date without a zone is UTC; one
 * that cannot be read is null, never a guess at today.
 */
public final class Dates {

  private static final int LONGEST = 120;

  /** The Buddha's era, which Thailand counts by, is this much older. */
  private static final int BUDDHIST = 543;

  private static final int FIRST_BUDDHIST = 2400;
  private static final int LAST_BUDDHIST = 2700;

  /** What may follow a date: the time of day, its half, its zone, and a remark in brackets. */
  private static final String CLOCK =
      "(?:(?:\\s*[Tt,]\\s*|[\\s,]+(?:[-–|]|at)\\s+|\\s+)"
          + "(?:(?<half>오전|오후|上午|下午|午前|午後)\\s*)?"
          + "(?<h>\\d{1,2}):(?<m>\\d{1,2})(?::(?<s>\\d{1,2})(?:[.,]\\d+)?)?"
          + "\\s*(?<ap>[AaPp]\\.?[Mm]\\.?)?)?"
          + "\\s*(?<zone>Z|[A-Za-z]{1,5})?"
          + "\\s*(?:\\(?(?:UTC|GMT)?(?<sign>[+-])(?<zh>\\d{1,2}):?(?<zm>\\d{2})?)?"
          + "\\s*(?:\\(.*\\))?";

  private static final String MONTH_NAME = "(?<mon>\\p{L}[\\p{L}\\p{M}]+)";

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("(?<y>\\d{4})(?:[-/.](?<mon>\\d{1,2})(?:[-/.](?<d>\\d{1,2}))?)?" + CLOCK),
          Pattern.compile(
              "(?:\\p{L}[\\p{L}\\p{M}-]*[.,]*\\s*,?\\s*)?"
                  + "(?<d>\\d{1,2})(?:st|nd|rd|th|º|er|\\.)?[\\s-]*(?:de\\s+|of\\s+)?"
                  + MONTH_NAME
                  + "[.,]*[\\s-]*(?:de\\s+|del\\s+)?(?<y>\\d{4}|\\d{2})"
                  + CLOCK),
          Pattern.compile(
              "(?:\\p{L}[\\p{L}\\p{M}]*[.,]*\\s+,?\\s*)?"
                  + MONTH_NAME
                  + "[.,]*\\s*(?<d>\\d{1,2})(?:st|nd|rd|th)?[.,]*\\s*(?<y>\\d{4})"
                  + CLOCK));

  /** {@code Thu Jan 01 19:48:21 GMT 2004} has its year at the end. */
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "\\p{L}+[.,]*\\s+(\\p{L}+\\s+\\d{1,2})\\s+(\\d{1,2}:\\d{1,2}:\\d{1,2})"
              + "((?:\\s+[A-Z]{1,5})?(?:\\s*[+-]\\d{2}:?\\d{2})?)\\s+(\\d{4})");

  private static final Pattern SLASHED =
      Pattern.compile(
          "(?:\\p{L}[\\p{L}\\p{M}]*\\.?,?\\s+)?"
              + "(\\d{1,2})([/.\\s-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?=\\D|$)(.*)");

  private static final Pattern REGION =
      Pattern.compile("(.*\\S)\\s+([A-Z][A-Za-z]+/[A-Za-z][\\w/+-]*)");

  /** Seconds or milliseconds since 1970, as numbers or as .NET writes them. */
  private static final Pattern EPOCH =
      Pattern.compile("(?:/Date\\()?([1-9]\\d{9})(\\d{3})?(?:\\)/)?");

  /** Whoever writes the half of the day so, and no zone, means the one zone of the country. */
  private static final Map<String, String> ZONE_OF_HALF =
      Map.of("오전", "KST", "오후", "KST", "午前", "JST", "午後", "JST", "上午", "HKT", "下午", "HKT");

  private Dates() {}

  /** The instant that is meant; null where that cannot be told. */
  public static @Nullable Instant parse(@Nullable String written) {
    OffsetDateTime read = read(written);
    return read == null ? null : read.toInstant();
  }

  /**
   * The same with the zone it is written in, so that its day is the publisher's; null where it
   * cannot be told.
   */
  public static @Nullable OffsetDateTime read(@Nullable String written) {
    if (written == null || written.isBlank() || written.length() > LONGEST) {
      return null;
    }
    String text = DateFigures.plain(written);
    try {
      Matcher epoch = EPOCH.matcher(text);
      if (epoch.matches()) {
        return Instant.ofEpochSecond(Long.parseLong(epoch.group(1))).atOffset(ZoneOffset.UTC);
      }
      Matcher region = REGION.matcher(text);
      return region.matches() ? inRegion(region.group(1), region.group(2)) : inOneZone(text);
    } catch (DateTimeException | NumberFormatException impossible) {
      return null;
    }
  }

  private static @Nullable OffsetDateTime inRegion(String local, String region) {
    OffsetDateTime asUtc = inOneZone(local);
    return asUtc == null
        ? null
        : asUtc.toLocalDateTime().atZone(ZoneId.of(region)).toOffsetDateTime();
  }

  private static @Nullable OffsetDateTime inOneZone(String text) {
    OffsetDateTime date = inForm(rewrite(text));
    String words = date == null ? DateWords.inFigures(text) : null;
    return words == null ? date : inForm(words);
  }

  private static String rewrite(String text) {
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (yearLast.matches()) {
      return yearLast.replaceFirst("$1 $4 $2$3");
    }
    String ordered = DateFigures.ordered(text);
    Matcher slashed = SLASHED.matcher(ordered);
    return slashed.matches() ? dayFirst(slashed) : ordered;
  }

  /** Day first, as most of the world writes it, unless only month first is possible. */
  private static String dayFirst(Matcher m) {
    boolean monthFirst = Integer.parseInt(m.group(3)) > 12;
    String year = m.group(4).length() == 2 ? "20" + m.group(4) : m.group(4);
    String month = monthFirst ? m.group(1) : m.group(3);
    String day = monthFirst ? m.group(3) : m.group(1);
    return year + "-" + month + "-" + day + m.group(5);
  }

  private static @Nullable OffsetDateTime inForm(String text) {
    for (Pattern form : FORMS) {
      Matcher m = form.matcher(text);
      if (m.matches()) {
        int month = month(m.group("mon"));
        boolean zoneOfNoTime = m.group("h") == null && m.group("sign") != null;
        if (month > 0 && !zoneOfNoTime) {
          return local(m, month).atOffset(zone(m));
        }
      }
    }
    return null;
  }

  /** 0 where the name is none of a month. */
  private static int month(@Nullable String written) {
    if (written == null) {
      return 1;
    }
    return Character.isDigit(written.charAt(0))
        ? Integer.parseInt(written)
        : DateNames.month(written);
  }

  private static LocalDateTime local(Matcher m, int month) {
    int second = number(m.group("s"), 0);
    return LocalDateTime.of(
        year(m.group("y")),
        month,
        number(m.group("d"), 1),
        hour(m),
        number(m.group("m"), 0),
        second == 60 ? 59 : second); // a leap second
  }

  private static int year(String written) {
    int year = Integer.parseInt(written);
    if (written.length() == 2) {
      return year < 70 ? 2000 + year : 1900 + year;
    }
    return year < FIRST_BUDDHIST || year > LAST_BUDDHIST ? year : year - BUDDHIST;
  }

  private static int hour(Matcher m) {
    int hour = number(m.group("h"), 0);
    String half = m.group("half") != null ? m.group("half") : m.group("ap");
    if (half == null) {
      return hour;
    }
    boolean afternoon = half.matches("[Pp].*|오후|下午|午後");
    return hour % 12 + (afternoon ? 12 : 0);
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static ZoneOffset zone(Matcher m) {
    String sign = m.group("sign");
    if (sign != null) {
      int minutes = 60 * number(m.group("zh"), 0) + number(m.group("zm"), 0);
      return ZoneOffset.ofTotalSeconds((sign.equals("-") ? -60 : 60) * minutes);
    }
    String name = m.group("zone");
    if (name == null && m.group("half") != null) {
      name = ZONE_OF_HALF.get(m.group("half"));
    }
    return ZoneOffset.ofTotalSeconds(60 * (name == null ? 0 : DateNames.zoneMinutes(name)));
  }
}
