package dev.vedette.document;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in figures, in whatever script, order and era, as {@code 2026-06-01 10:00}. */
final class DateFigures {

  /** Marks of direction and width, which say nothing. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u200b-\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

  private static final Pattern BLANK =
      Pattern.compile("[\\s\\u00a0\\u2000-\\u200a\\u202f\\u3000]+");

  private static final String WIDE = "：／．，（）";
  private static final String NARROW = ":/.,()";

  /** Years before the first of each era of Japan, and of the Republic of China. */
  private static final Map<String, Integer> ERAS =
      Map.of("令和", 2018, "平成", 1988, "昭和", 1925, "民國", 1911, "民国", 1911);

  private static final Pattern ERA = Pattern.compile("(令和|平成|昭和|民國|民国)\\s*(\\d{1,3}|元)\\s*年");

  private static final Pattern EASTERN_CLOCK =
      Pattern.compile("(\\d{1,2})\\s*[時时시点點]\\s*(?:(\\d{1,2})\\s*[分분])?(?:\\s*\\d{1,2}\\s*[秒초])?");

  /** The two forms of ISO 8601 that count days or weeks, then perhaps a time. */
  private static final Pattern COUNTED =
      Pattern.compile("(\\d{4}|\\d{2})-?(?:(\\d{3})|W(\\d{2})(?:-?([1-7]))?)([Tt].*)?");

  private static final Map<Pattern, String> REWRITTEN = rewritten();

  private DateFigures() {}

  private static Map<Pattern, String> rewritten() {
    String[] table = {
      // ISO 8601 without separators, or without its century
      "(\\d{4})(\\d{2})(\\d{2})Z?",
      "$1-$2-$3",
      "(\\d{4})(\\d{2})(\\d{2})[Tt](\\d{2}:.*)",
      "$1-$2-$3T$4",
      "(\\d{4})(\\d{2})(\\d{2})[Tt ]?(\\d{2})(\\d{2})(Z|[+-]\\d\\d.*)?",
      "$1-$2-$3T$4:$5$6",
      "(\\d{4})(\\d{2})(\\d{2})[Tt ]?(\\d{2})(\\d{2})(\\d{2})(?:\\.\\d+)?(Z|[+-]\\d\\d.*)?",
      "$1-$2-$3T$4:$5:$6$7",
      "(\\d{2})([01]\\d)([0-3]\\d)",
      "20$1-$2-$3",
      "-(\\d{2})-?(\\d{2})",
      "20$1-$2",
      // a month of three figures, a zone said twice
      "(\\d{4})-0(\\d{2})-(\\d{2}\\D.*)",
      "$1-$2-$3",
      "(\\d{4}-\\d{2}-\\d{2}T[\\d:.]+[+-]\\d{2}:?\\d{2})Z",
      "$1",
      // with the signs for year, month and day, and perhaps the day of the week
      "(\\d{4})\\s*[년年]\\s*(\\d{1,2})\\s*[월月]\\s*(\\d{1,2})\\s*[일日号號]"
          + "\\s*(?:\\(\\p{L}+\\)|星期\\p{L}|周\\p{L}|週\\p{L}|\\p{L}曜日?|\\p{L}요일)?(.*)",
      "$1-$2-$3 $4",
      "(\\d{4})\\s*[년年]\\s*(\\d{1,2})\\s*[월月]",
      "$1-$2",
      "(?i)(?:\\p{L}[\\p{L} ]*,\\s*)?(?:ngày )?(\\d{1,2}) tháng (\\d{1,2})(?:,| năm)? (\\d{4})(.*)",
      "$3-$2-$1$4",
      "(\\d{4})\\.\\s*(\\d{1,2})\\.\\s*(\\d{1,2})\\.(.*)",
      "$1-$2-$3$4",
      "(\\d{4})\\.\\s+(\\d{1,2})\\.\\s+(\\d{1,2})(.*)",
      "$1-$2-$3$4",
      // behind the day of the week, or behind the time
      "\\p{L}[\\p{L}\\p{M}]*[.,]+\\s*(\\d{4}[-/].*)",
      "$1",
      "(\\d{1,2}:\\d{2}(?::\\d{2})?)(?:\\s*[,|·–-]\\s*|\\s+)(\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4})",
      "$2 $1",
      // with the time written otherwise, and a word before or behind it
      "(\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4})\\.?(?:\\s*г\\.?)?,?\\s*(?:[-–|]\\s*)?(?:\\p{L}{1,4}\\.?\\s+)?"
          + "(\\d{1,2})[:.hHч](\\d{2})(?:\\s*(?:Uhr|uur|hod|[hHч]|[Hh]rs)\\.?)?",
      "$1 $2:$3",
    };
    Map<Pattern, String> rewritten = new LinkedHashMap<>();
    for (int i = 0; i < table.length; i += 2) {
      rewritten.put(Pattern.compile(table[i]), table[i + 1]);
    }
    return rewritten;
  }

  /** In ASCII's digits, with single blanks and without marks that are not seen. */
  static String plain(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFC);
    text = BLANK.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ").strip();
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int wide = WIDE.indexOf(c);
      int digit = Character.digit(c, 10);
      plain.append(wide >= 0 ? NARROW.charAt(wide) : digit >= 0 ? (char) ('0' + digit) : c);
    }
    String era = ERA.matcher(plain).replaceAll(DateFigures::inCommonEra);
    return EASTERN_CLOCK.matcher(era).replaceAll(DateFigures::clock);
  }

  private static String inCommonEra(MatchResult era) {
    int year = era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2));
    return ERAS.getOrDefault(era.group(1), 0) + year + "年";
  }

  private static String clock(MatchResult clock) {
    return clock.group(1) + ":" + (clock.group(2) == null ? "00" : clock.group(2));
  }

  /** Year first, where the date is in figures that can be told apart; else as it is. */
  static String ordered(String text) {
    for (Map.Entry<Pattern, String> form : REWRITTEN.entrySet()) {
      Matcher matcher = form.getKey().matcher(text);
      if (matcher.matches()) {
        return matcher.replaceFirst(form.getValue());
      }
    }
    Matcher counted = COUNTED.matcher(text);
    return counted.matches() ? counted(counted) : text;
  }

  /**
   * @throws java.time.DateTimeException if the year has no such day or week
   */
  private static String counted(Matcher m) {
    String year = m.group(1).length() == 2 ? "20" + m.group(1) : m.group(1);
    String time = m.group(5) == null ? "" : m.group(5);
    if (m.group(2) != null) {
      return LocalDate.ofYearDay(Integer.parseInt(year), Integer.parseInt(m.group(2))) + time;
    }
    String day = m.group(4) == null ? "1" : m.group(4);
    String week = year + "-W" + m.group(3) + "-" + day;
    return LocalDate.parse(week, DateTimeFormatter.ISO_WEEK_DATE) + time;
  }
}
