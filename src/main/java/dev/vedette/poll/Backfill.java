package dev.vedette.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of what a source has when it is first read is news. The rest is kept and can be
 * searched, and raises no alert.
 *
 * @param reach how far back, by the day of publication; what has no day is news, unless nothing is.
 *     Null for all of it
 */
public record Backfill(@Nullable Duration reach) {

  /** All of it. */
  public static final Backfill ALL = new Backfill(null);

  /** Nothing of it. */
  public static final Backfill NONE = new Backfill(Duration.ZERO);

  /** What was published within a day. */
  public static final Backfill DAY = new Backfill(Duration.ofDays(1));

  /**
   * Whether an article is left out.
   *
   * @param publishedAt null where nobody says
   * @param contact when the source was first read
   */
  boolean leavesOut(@Nullable Instant publishedAt, Instant contact) {
    if (reach == null) {
      return false;
    }
    return publishedAt == null ? reach.isZero() : publishedAt.isBefore(contact.minus(reach));
  }
}
