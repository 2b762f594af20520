package dev.vedette.route;

import dev.vedette.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts some sinks are told of, and when. Alertmanager's words mean the same here.
 *
 * @param sinks ids of those it leads to
 * @param selection which alerts
 * @param groupBy what alerts have in common that are told together; null if each is told by itself
 * @param groupWait how long the first alert of a group waits for others
 * @param groupInterval the least time between two notifications about one group
 * @param repeatInterval the least time between two notifications about one alert: further copies
 *     wait for so long, and only the last of them is told
 * @param digest when alerts are told all at once; null if they are told as they come
 * @param quiet when they wait
 */
public record Route(
    Set<String> sinks,
    Selection selection,
    @Nullable GroupBy groupBy,
    Duration groupWait,
    Duration groupInterval,
    Duration repeatInterval,
    @Nullable Digest digest,
    QuietHours quiet) {

  /** Copies its set. */
  public Route {
    sinks = Set.copyOf(sinks);
  }

  /** Every alert, by itself and at once. */
  public static Route everything(String sink) {
    return new Route(
        Set.of(sink),
        Selection.ALL,
        null,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        null,
        QuietHours.NONE);
  }

  /** Whether what was told lately matters for what is told next. */
  public boolean remembers() {
    return !groupInterval.isZero() || !repeatInterval.isZero();
  }

  /** Whether alerts are told together, be it only one of them. */
  boolean gathers() {
    return groupBy != null || digest != null;
  }

  /** What an alert waits with. Alerts of one entry that are told one by one keep their order. */
  String lane(Alert alert) {
    if (groupBy != null) {
      return groupBy.key(alert);
    }
    return digest != null ? "" : alert.entry();
  }

  /**
   * When a lane is due.
   *
   * @param first since when its first alert waits
   * @param last when it was last told; null if it never was
   */
  Instant due(Instant first, @Nullable Instant last) {
    if (digest != null) {
      return digest.after(last == null || last.isBefore(first) ? first : last);
    }
    if (groupBy == null) {
      return first;
    }
    Instant waited = first.plus(groupWait);
    Instant again = last == null ? waited : last.plus(groupInterval);
    return again.isAfter(waited) ? again : waited;
  }
}
