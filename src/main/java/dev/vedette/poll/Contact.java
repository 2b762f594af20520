package dev.vedette.poll;

import java.time.Duration;
import java.time.Instant;

/**
 * The first contact with a source, while it lasts: it may take several polls to read all that was
 * there.
 *
 * @param since when it began
 */
public record Contact(Instant since) {

  /** What is found later is news, though some page of the first day cannot be read yet. */
  private static final Duration LONGEST = Duration.ofDays(1);

  boolean lastsAt(Instant now) {
    return now.isBefore(since.plus(LONGEST));
  }
}
