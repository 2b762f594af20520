package dev.vedette.document;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The header by which a server asks to be left alone for a while. */
public final class RetryAfter {

  /** Nobody is left alone for longer. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /**
   * How long the server asks for.
   *
   * @param header seconds or a date; null where there is none
   * @return null where it says nothing, or nothing legible; at most a day
   */
  public static @Nullable Duration parse(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    Duration asked;
    if (header.strip().matches("\\d{1,9}")) {
      asked = Duration.ofSeconds(Long.parseLong(header.strip()));
    } else {
      Instant until = Dates.parse(header);
      if (until == null) {
        return null;
      }
      asked = Duration.between(now, until);
    }
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
