package dev.vedette.poll;

import dev.vedette.document.Dates;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * For how long an answer says that it stays true: RFC 9111, as a cache of one user reads it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9111#section-4.2">RFC 9111, 4.2</a>
 */
final class Freshness {

  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,10})");
  private static final Pattern ALWAYS_ASK = Pattern.compile("(?:^|[,\\s])no-(?:cache|store)\\b");

  private Freshness() {}

  /** Zero where it says nothing, or that it may change at any time. */
  static Duration of(Reply reply, Instant now) {
    return of(
        reply.header("Cache-Control"),
        reply.header("Expires"),
        reply.header("Date"),
        reply.header("Age"),
        now);
  }

  static Duration of(
      @Nullable String control,
      @Nullable String expires,
      @Nullable String date,
      @Nullable String age,
      Instant now) {
    String directives = control == null ? "" : control.toLowerCase(Locale.ROOT);
    if (ALWAYS_ASK.matcher(directives).find()) {
      return Duration.ZERO;
    }
    Matcher maxAge = MAX_AGE.matcher(directives);
    Duration fresh = Duration.ZERO;
    if (maxAge.find()) {
      fresh = Duration.ofSeconds(Long.parseLong(maxAge.group(1)) - seconds(age));
    } else if (expires != null) {
      Instant until = Dates.parse(expires);
      Instant sent = date == null ? null : Dates.parse(date);
      fresh = until == null ? Duration.ZERO : Duration.between(sent == null ? now : sent, until);
    }
    return fresh.isNegative() ? Duration.ZERO : fresh;
  }

  private static long seconds(@Nullable String age) {
    return age != null && age.strip().matches("\\d{1,10}") ? Long.parseLong(age.strip()) : 0;
  }
}
