package dev.vedette.stream;

import dev.vedette.poll.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * How fast polls may start: twice as fast as the rhythm of the sources asks for, and {@value
 * #SPARE} a second more. So a start with thousands of sources that are all due, or were all due
 * while Vedette was stopped, is no burst, and yet what was left behind is made up for within half a
 * round. A token bucket.
 */
final class Pace {

  /** Polls a second that are free, so that a handful of sources need not wait for each other. */
  static final int SPARE = 5;

  /** For how long what was not started may add up, in seconds. */
  private static final double SAVED = 0.25;

  private static final double CATCHING_UP = 2;

  private double perSecond = SPARE;
  private double tokens = SPARE;
  private Instant last = Instant.EPOCH;

  /** Sets the rate that these sources make necessary. */
  void rate(Collection<Source> sources) {
    double steady = 0;
    for (Source source : sources) {
      steady += 1000.0 / Math.max(1, source.settings().every().toMillis());
    }
    perSecond = SPARE + CATCHING_UP * steady;
  }

  /** Whether one more poll may start now. */
  boolean allows(Instant now) {
    double seconds = Math.max(0, Duration.between(last, now).toMillis() / 1000.0);
    tokens = Math.min(Math.max(SPARE, SAVED * perSecond), tokens + seconds * perSecond);
    last = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  /** There was none to start after all. */
  void giveBack() {
    tokens++;
  }
}
