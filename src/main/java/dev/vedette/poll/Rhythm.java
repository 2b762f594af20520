package dev.vedette.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a source usually says nothing: a wire minutes, a blog a weekend. The longest pause
 * counts, half of it after two weeks, so that nights and weekends are learnt and a pause of long
 * ago is not.
 *
 * @param last when it last gave an article; null if it was never seen to
 * @param longest pause between two polls that gave any, as much of it as still counts
 * @param pauses how many were seen, up to those that are enough to know it by
 */
public record Rhythm(@Nullable Instant last, Duration longest, int pauses) {

  /** Of a source that is not known yet. */
  public static final Rhythm NONE = new Rhythm(null, Duration.ZERO, 0);

  /** Fewer tell nothing. */
  private static final int ENOUGH = 5;

  /** A pause that is shorter is none, however lively a source is. */
  private static final Duration SHORTEST = Duration.ofHours(6);

  /** A long list is read in several polls, one right after the other. */
  private static final Duration BACKLOG = Duration.ofMinutes(1);

  private static final double HALF_LIFE_MILLIS = Duration.ofDays(14).toMillis();

  /** After a poll that gave so many articles. */
  Rhythm after(int articles, Instant now) {
    if (articles == 0) {
      return this;
    }
    if (last == null || now.isBefore(last)) {
      return new Rhythm(now, longest, pauses);
    }
    Duration pause = Duration.between(last, now);
    if (pause.compareTo(BACKLOG) < 0) {
      return new Rhythm(now, longest, pauses);
    }
    double kept = Math.pow(0.5, pause.toMillis() / HALF_LIFE_MILLIS);
    Duration before = Duration.ofMillis((long) (longest.toMillis() * kept));
    return new Rhythm(
        now, pause.compareTo(before) > 0 ? pause : before, Math.min(pauses + 1, ENOUGH));
  }

  /** After how long a pause it is silent; null while that is not known. */
  public @Nullable Duration patience() {
    if (pauses < ENOUGH) {
      return null;
    }
    Duration half = longest.multipliedBy(3).dividedBy(2);
    return half.compareTo(SHORTEST) > 0 ? half : SHORTEST;
  }

  /** Whether it says nothing for longer than it ever does. */
  boolean isSilent(Instant now) {
    Duration patience = patience();
    return patience != null && last != null && now.isAfter(last.plus(patience));
  }
}
