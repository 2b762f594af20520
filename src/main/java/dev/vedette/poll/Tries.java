package dev.vedette.poll;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How often each document of each source could not be read. After {@value #MAX} polls it is given
 * up, so that one broken document is not asked for forever. Not kept over a restart. Thread-safe.
 */
final class Tries {

  static final int MAX = 3;

  private final ConcurrentMap<String, Map<String, Integer>> failed = new ConcurrentHashMap<>();

  /** Counts a failure; whether it was the last that is allowed. */
  boolean wasLast(String source, String key) {
    if (of(source).merge(key, 1, Integer::sum) < MAX) {
      return false;
    }
    forget(source, key);
    return true;
  }

  /** It could be read. */
  void forget(String source, String key) {
    of(source).remove(key);
  }

  /** Whether a document of the source waits for another try. */
  boolean hasAny(String source) {
    return !of(source).isEmpty();
  }

  /** Forgets what the source does not show any more. */
  void keepOnly(String source, Collection<String> shown) {
    Set<String> still = new HashSet<>(shown);
    of(source).keySet().retainAll(still);
  }

  private Map<String, Integer> of(String source) {
    return failed.computeIfAbsent(source, id -> new ConcurrentHashMap<>());
  }
}
