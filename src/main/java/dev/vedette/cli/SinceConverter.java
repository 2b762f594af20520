package dev.vedette.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A point in the past: a duration before now, an instant or a day (UTC). */
final class SinceConverter implements ITypeConverter<Instant> {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(s|m|h|d)");

  @Override
  public Instant convert(String text) {
    Matcher duration = DURATION.matcher(text);
    if (duration.matches()) {
      long count = Long.parseLong(duration.group(1));
      return Instant.now()
          .minus(
              switch (duration.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
              });
    }
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'"
              + text
              + "' (expected: a duration such as 7d, a day such as 2026-11-23, or an instant)");
    }
  }
}
