package dev.vedette.config;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The formats of single values. */
final class Formats {

  private static final String LANGUAGE_TAG = "a language tag such as en, uk or pt-BR";
  private static final String PRIMARY_LANGUAGE_TAG =
      "a language tag without region, such as en or uk";

  /** Any text that says something. */
  static final Format<String> TEXT = new Format<>("a text", t -> t.isBlank() ? null : t.strip());

  /** A port to listen on. */
  static final Format<Integer> PORT =
      integer(0, 65_535, "a port from 1 to 65535, or 0 for any free one");

  /** Yes or no. */
  static final Format<Boolean> BOOLEAN =
      choice("true or false", Map.of("true", true, "false", false));

  /** How characters are written as bytes. */
  static final Format<Charset> CHARSET =
      new Format<>("a charset such as windows-1251 or EUC-KR", Formats::charset);

  /** The name of a source. */
  static final Format<String> SOURCE_ID =
      matching("[A-Za-z0-9._-]+", "letters, digits, dots, hyphens and underscores");

  /** The name of a watchlist, entry or sink; it becomes part of names in Kafka. */
  static final Format<String> ID =
      matching("[a-z0-9][a-z0-9-]*", "lower-case letters, digits and hyphens");

  /** A language with or without region and script, such as {@code pt-BR}. */
  static final Format<String> LANGUAGE = new Format<>(LANGUAGE_TAG, Formats::language);

  /** A language without region or script. */
  static final Format<String> PRIMARY_LANGUAGE =
      new Format<>(PRIMARY_LANGUAGE_TAG, Formats::primaryLanguage);

  private static final String DURATION = "a duration such as 30s, 15m or 24h";
  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,9}) ?([A-Za-z]+)");
  private static final Map<String, Duration> TIME_UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));
  private static final Map<String, Long> SIZE_UNITS =
      Map.of("B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  /** Codes of countries that are often taken for their languages'. */
  private static final Map<String, String> COUNTRIES =
      Map.of("cn", "zh", "cz", "cs", "dk", "da", "gr", "el", "jp", "ja", "ua", "uk");

  private Formats() {}

  /** A number of milliseconds to days, within bounds that are themselves in this format. */
  static Format<Duration> duration(String least, String most) {
    return new Format<>(
        DURATION,
        text -> {
          Duration duration = duration(text);
          if (duration != null
              && (duration.compareTo(bound(least)) < 0 || duration.compareTo(bound(most)) > 0)) {
            throw Unexpected.of("a duration from " + least + " to " + most);
          }
          return duration;
        });
  }

  private static Duration bound(String text) {
    Duration bound = duration(text);
    if (bound == null) {
      throw new IllegalArgumentException("bound: '" + text + "' (expected: " + DURATION + ")");
    }
    return bound;
  }

  private static @Nullable Duration duration(String text) {
    Matcher matcher = NUMBER_AND_UNIT.matcher(text);
    Duration unit = matcher.matches() ? TIME_UNITS.get(matcher.group(2)) : null;
    return unit == null || text.contains(" ")
        ? null
        : unit.multipliedBy(Long.parseLong(matcher.group(1)));
  }

  /** A number of bytes, in units of 1024. */
  static Format<Long> size(long least, long most, String bounds) {
    return new Format<>(
        "a size such as 512KB or 10MB",
        text -> {
          Matcher matcher = NUMBER_AND_UNIT.matcher(text);
          Long unit = matcher.matches() ? SIZE_UNITS.get(matcher.group(2)) : null;
          if (unit == null) {
            return null;
          }
          long size = unit * Long.parseLong(matcher.group(1));
          if (size < least || size > most) {
            throw Unexpected.of("a size from " + bounds);
          }
          return size;
        });
  }

  /** A whole number. */
  static Format<Integer> integer(int least, int most) {
    return integer(least, most, "a whole number from " + least + " to " + most);
  }

  /** A whole number. */
  static Format<Integer> integer(int least, int most, String expected) {
    return new Format<>(
        expected,
        text -> {
          long number = text.matches("-?\\d{1,10}") ? Long.parseLong(text) : Long.MIN_VALUE;
          return number < least || number > most ? null : (int) number;
        });
  }

  /** A number from 0 to 1. */
  static Format<Double> fraction() {
    return new Format<>(
        "a number from 0 to 1",
        text -> text.matches("0|1|0?\\.\\d{1,9}|1\\.0{1,9}") ? Double.valueOf(text) : null);
  }

  /** One of some words that are known elsewhere. */
  static Format<String> known(String expected, Set<String> known) {
    return new Format<>(
        expected,
        text -> {
          if (!known.contains(text)) {
            throw Unexpected.of(expected + Words.didYouMean(text, known));
          }
          return text;
        });
  }

  /** The names of an enum's values, in lower case. */
  static <E extends Enum<E>> Format<E> oneOf(Class<E> type) {
    Map<String, E> byName =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(Formats::lowerCase, e -> e));
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Formats::lowerCase).toList();
    return choice(Words.or(names), byName);
  }

  /** A time of day on a clock of 24 hours. */
  static Format<LocalTime> timeOfDay() {
    return new Format<>(
        "a time of day such as 08:00",
        text -> {
          if (text.equals("24:00")) {
            return LocalTime.MIDNIGHT;
          }
          return text.matches("([01]\\d|2[0-3]):[0-5]\\d") ? LocalTime.parse(text) : null;
        });
  }

  /** A zone of the tz database. */
  static Format<ZoneId> zone() {
    return new Format<>(
        "a time zone such as Europe/Berlin or UTC",
        text -> {
          if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw Unexpected.of(
                "a time zone such as Europe/Berlin or UTC"
                    + Words.didYouMean(text, ZoneId.getAvailableZoneIds()));
          }
          return ZoneId.of(text);
        });
  }

  /** A path; a relative one starts at the directory of this file. */
  static Format<Path> pathFrom(Path file) {
    return new Format<>(
        "a path",
        text -> {
          try {
            return text.isBlank() ? null : file.resolveSibling(text).normalize();
          } catch (InvalidPathException e) {
            return null;
          }
        });
  }

  private static <T> Format<T> choice(String expected, Map<String, T> choices) {
    return new Format<>(
        expected,
        text -> {
          T choice = choices.get(text);
          if (choice == null) {
            throw Unexpected.of(expected + Words.didYouMean(text, choices.keySet()));
          }
          return choice;
        });
  }

  private static Format<String> matching(String regex, String expected) {
    return new Format<>(expected, text -> text.matches(regex) ? text : null);
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String language(String text) throws Unexpected {
    refuseCountry(text, LANGUAGE_TAG);
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text).build();
      return isLanguage(locale.getLanguage()) ? locale.toLanguageTag() : null;
    } catch (IllformedLocaleException e) {
      return null;
    }
  }

  private static @Nullable Charset charset(String text) {
    try {
      return Charset.forName(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String primaryLanguage(String text) throws Unexpected {
    refuseCountry(text, PRIMARY_LANGUAGE_TAG);
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.matches("[a-z]{2,3}") && isLanguage(lower) ? lower : null;
  }

  private static void refuseCountry(String text, String expected) throws Unexpected {
    String language = COUNTRIES.get(text.toLowerCase(Locale.ROOT));
    if (language != null) {
      throw Unexpected.of(expected + "; did you mean " + language + "?");
    }
  }

  private static boolean isLanguage(String code) {
    return code.length() == 3 || LANGUAGES.contains(code);
  }
}
