package dev.vedette.poll;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** Keeps the least time between two requests to one host, whichever threads they come from. */
final class HostSpacing {

  /** Hosts that are remembered before those are forgotten that may be asked again anyway. */
  private static final int MANY = 1_000;

  private final long nanos;
  private final ConcurrentMap<String, Long> free = new ConcurrentHashMap<>();

  HostSpacing(Duration spacing) {
    this.nanos = spacing.toNanos();
  }

  /** Takes the next turn at the host, and waits for it. */
  void await(String host) throws InterruptedException {
    long wait = reserve(host.toLowerCase(Locale.ROOT), System.nanoTime());
    if (wait > 0) {
      TimeUnit.NANOSECONDS.sleep(wait);
    }
  }

  /**
   * The next turn, as the nanoseconds until it comes.
   *
   * @param now of the same clock at every call, in nanoseconds
   */
  long reserve(String host, long now) {
    if (free.size() > MANY) {
      free.values().removeIf(next -> next - now < 0);
    }
    long next = free.merge(host, now + nanos, (old, first) -> (old - now > 0 ? old : now) + nanos);
    return next - nanos - now;
  }
}
