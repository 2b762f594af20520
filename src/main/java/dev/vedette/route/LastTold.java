package dev.vedette.route;

import dev.vedette.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** When the last alerts were told, so that further copies of them can wait. */
final class LastTold {

  private static final int MOST = 10_000;

  private final Map<String, Instant> times = new LinkedHashMap<>();

  /** An alert was told, or given up, just now. */
  void remember(Alert alert, Instant now) {
    times.remove(alert.id());
    times.put(alert.id(), now);
    if (times.size() > MOST) {
      times.remove(times.keySet().iterator().next());
    }
  }

  /** When an event may be told if its alert is told at most every so long. */
  Instant again(Alert alert, Duration interval) {
    Instant told = times.get(alert.id());
    return interval.isZero() || alert.type() != Alert.Type.UPDATED || told == null
        ? Instant.MIN
        : told.plus(interval);
  }
}
