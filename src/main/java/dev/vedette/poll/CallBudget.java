package dev.vedette.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each source's hub is heard: many calls at once are, and few a minute. Thread-safe. */
final class CallBudget {

  /** How many calls of one source are taken at once, and how long until the next one. */
  private static final int MOST_CALLS = 20;

  private static final Duration PER_CALL = Duration.ofSeconds(5);

  private final Clock clock;
  private final Map<String, Instant> busyUntil = new ConcurrentHashMap<>();

  CallBudget(Clock clock) {
    this.clock = clock;
  }

  /** Whether one more call of a source is heard now; if so, it counts. */
  boolean take(String source) {
    Instant now = clock.instant();
    Instant bound = now.plus(PER_CALL.multipliedBy(MOST_CALLS));
    Instant[] before = new Instant[1];
    busyUntil.compute(
        source,
        (id, until) -> {
          before[0] = until == null || until.isBefore(now) ? now : until;
          Instant next = before[0].plus(PER_CALL);
          return next.isAfter(bound) ? before[0] : next;
        });
    return !before[0].plus(PER_CALL).isAfter(bound);
  }
}
