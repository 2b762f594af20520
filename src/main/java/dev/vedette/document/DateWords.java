package dev.vedette.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates with the month's name in whatever order, and with whatever words between: what is no month,
 * day, year, time or zone may be a few words, but no figures.
 */
final class DateWords {

  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:.+-])(\\d{1,2})(?:[:.]|\\s?[hHч]\\s?)(\\d{2})(?:[:.](\\d{2})(?:[.,]\\d+)?)?(?![\\d:]|\\.\\d)"
              + "(?:\\s?(a\\.?\\s?m\\b\\.?|p\\.?\\s?m\\b\\.?|π\\.?μ\\.?|μ\\.?μ\\.?|ص|م(?!\\p{L})))?"
              + "(?:\\s?\\(?(?:GMT|UTC)?\\s?([+-]\\d{1,2}(?::?\\d{2})?)\\)?(?![\\d:\\p{L}])|\\s([A-Z]{2,4})\\b)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("(\\p{L}[\\p{L}\\p{M}.]*):?");

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20|2[45])\\d{2}(?!\\d)");

  /** With the endings that mark a day as one of a row. */
  private static final Pattern DAY =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:(?i:st|nd|rd|th|er|re|ος|η|-?го)(?!\\p{L})|[º°ªª])?(?!\\d)");

  private static final Pattern NOTHING = Pattern.compile("[\\s.,;|()\\[\\]/'’·•@–—-]*");

  private static final int MOST_WORDS = 7;

  /** Words up to here only join; of the longer ones two are names, of the month and the day. */
  private static final int SHORT = 4;

  private DateWords() {}

  /** As {@code 2026-06-01 10:00 +0200}; null where this is no date. */
  static @Nullable String inFigures(String text) {
    Matcher time = TIME.matcher(text);
    boolean timed = time.find();
    String clock = timed ? clock(time) : "";
    String rest = timed ? text.substring(0, time.start()) + " " + text.substring(time.end()) : text;
    Matcher year = YEAR.matcher(rest);
    if (!year.find()) {
      return null;
    }
    String figures = year.group();
    rest = year.replaceFirst(" ");
    Matcher day = DAY.matcher(rest);
    boolean hasDay = day.find();
    String dayOfMonth = hasDay ? day.group(1) : "1";
    rest = hasDay ? day.replaceFirst(" ") : rest;
    Matcher word = WORD.matcher(rest);
    List<String> words = new ArrayList<>();
    while (word.find()) {
      words.add(word.group(1));
    }
    int month = month(words);
    boolean isDate = month > 0 && areNames(words) && NOTHING.matcher(word.replaceAll("")).matches();
    return isDate ? figures + "-" + month + "-" + dayOfMonth + clock : null;
  }

  private static boolean areNames(List<String> words) {
    long names = words.stream().filter(word -> word.length() > SHORT).count();
    return names <= 2 && words.size() <= MOST_WORDS;
  }

  /** The last that is one: "mar." is Tuesday in Paris, and stands before the month. */
  private static int month(List<String> words) {
    int month = 0;
    for (int i = 0; i < words.size(); i++) {
      int named = DateNames.month(words.get(i));
      if (named == 0 && i + 1 < words.size()) {
        named = DateNames.month(words.get(i) + " " + words.get(i + 1));
      }
      month = named > 0 ? named : month;
    }
    return month;
  }

  private static String clock(Matcher time) {
    StringBuilder clock = new StringBuilder(" ");
    clock.append(time.group(1)).append(':').append(time.group(2));
    if (time.group(3) != null) {
      clock.append(':').append(time.group(3));
    }
    if (time.group(4) != null) {
      String half = time.group(4).toLowerCase(Locale.ROOT);
      boolean morning = half.startsWith("a") || half.startsWith("π") || half.equals("ص");
      clock.append(morning ? " AM" : " PM");
    }
    String zone = time.group(5) != null ? time.group(5) : time.group(6);
    return zone == null ? clock.toString() : clock.append(' ').append(zone).toString();
  }
}
