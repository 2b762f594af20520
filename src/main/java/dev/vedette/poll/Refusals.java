package dev.vedette.poll;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Which files of each folder were refused, and as what they stood there: until one changes, it is
 * neither read nor complained of in the log again. Not kept over a restart. Thread-safe.
 */
final class Refusals {

  /**
   * What a file was refused as.
   *
   * @param size in bytes
   * @param modified in milliseconds since 1970
   */
  record Version(long size, long modified) {}

  /**
   * One refusal.
   *
   * @param lasting whether the file must change before it can be read; access may be granted to it
   *     as it is
   */
  record Refusal(String why, boolean lasting) {}

  private record Refused(Version version, Refusal refusal) {}

  private final ConcurrentMap<String, Map<String, Refused>> refused = new ConcurrentHashMap<>();

  /** Why the file was refused as it stands there now; null where it was not. */
  @Nullable Refusal of(String source, String key, Version version) {
    Refused last = files(source).get(key);
    return last == null || !last.version().equals(version) ? null : last.refusal();
  }

  void add(String source, String key, Version version, Refusal refusal) {
    files(source).put(key, new Refused(version, refusal));
  }

  /** Forgets what is not there any more. */
  void keepOnly(String source, Collection<String> there) {
    files(source).keySet().retainAll(new HashSet<>(there));
  }

  private Map<String, Refused> files(String source) {
    return refused.computeIfAbsent(source, id -> new ConcurrentHashMap<>());
  }
}
