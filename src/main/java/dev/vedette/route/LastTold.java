package dev.vedette.route;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When something was last told that is told again only after a while, for as long as that lasts.
 * Knows what is new of this, so that whoever serves the sink next can be told it.
 */
final class LastTold {

  private static final int MOST = 20_000;

  private record End(Instant at, String key) {}

  private final Map<String, Instant> times = new HashMap<>();
  private final Map<String, Instant> endOf = new HashMap<>();
  private final NavigableSet<End> ends =
      new TreeSet<>(Comparator.comparing(End::at).thenComparing(End::key));
  private final Map<String, @Nullable Instant> news = new TreeMap<>();

  /** Something was told, or given up, and that counts for so long. */
  void remember(String key, Instant told, Duration interval) {
    recall(key, told, interval);
    news.put(key, told);
    if (times.size() > MOST) {
      forget(ends.first());
    }
  }

  /** The same of what a former one has remembered. */
  void recall(String key, Instant told, Duration interval) {
    Instant before = endOf.get(key);
    if (before != null) {
      ends.remove(new End(before, key));
    }
    Instant end = told.plus(interval);
    times.put(key, told);
    endOf.put(key, end);
    ends.add(new End(end, key));
  }

  /** When it was told; null if that is not known, or does not count any more. */
  @Nullable Instant time(String key) {
    return times.get(key);
  }

  /**
   * What was remembered since this was last asked, and what does not count any more, with null; in
   * no case more than once.
   */
  Map<String, @Nullable Instant> news(Instant now) {
    while (!ends.isEmpty() && !ends.first().at().isAfter(now)) {
      forget(ends.first());
    }
    Map<String, @Nullable Instant> all = new TreeMap<>(news);
    news.clear();
    return all;
  }

  private void forget(End end) {
    ends.remove(end);
    times.remove(end.key());
    endOf.remove(end.key());
    news.put(end.key(), null);
  }
}
