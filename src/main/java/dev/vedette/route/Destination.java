package dev.vedette.route;

import dev.vedette.sink.Delivery;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a sink's destination works, and when it is asked again if it does not. */
final class Destination {

  private final Backoff backoff;
  private final Duration patience;
  private int failures;
  private Instant notBefore = Instant.MIN;

  /** It has asked for rest until then, which no other answer takes back. */
  private Instant wish = Instant.MIN;

  private @Nullable Instant failingSince;
  private @Nullable String trouble;
  private boolean gone;

  /**
   * One that works.
   *
   * @param backoff between two tries
   * @param patience for how long is tried
   */
  Destination(Backoff backoff, Duration patience) {
    this.backoff = backoff;
    this.patience = patience;
  }

  /** It has answered. */
  void works() {
    failures = 0;
    failingSince = null;
    trouble = null;
    notBefore = wish;
  }

  /** It wants no more. */
  void leaves(String why) {
    gone = true;
    trouble = why;
  }

  /**
   * It could not take what a lane told it.
   *
   * @return whether that is given up
   */
  boolean failed(Lane lane, Delivery.Postponed why, Instant now) {
    failingSince = failingSince == null ? now : failingSince;
    trouble = why.why();
    if (isOver(lane.failingSince, now)
        || (isOver(failingSince, now) && isOver(lane.due, now))) { // and the next need not wait
      return true;
    }
    failures++;
    Duration asked = why.after() == null ? Duration.ZERO : why.after();
    wish = later(wish, now.plus(asked));
    notBefore = later(wish, now.plus(backoff.after(failures)));
    lane.failed(now, now.plus(longer(asked, backoff.after(lane.failures + 1))));
    return false;
  }

  private boolean isOver(@Nullable Instant since, Instant now) {
    return since != null && !since.plus(patience).isAfter(now);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  boolean isFailing() {
    return failures > 0;
  }

  boolean isGone() {
    return gone;
  }

  /** When it may be told something, if something is due then. */
  Instant notBefore() {
    return notBefore;
  }

  /** What the last try came to; null if it works. */
  @Nullable String trouble() {
    return trouble;
  }

  long patienceHours() {
    return patience.toHours();
  }
}
