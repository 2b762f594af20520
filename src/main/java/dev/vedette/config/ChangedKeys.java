package dev.vedette.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Which keys of {@code vedette.yaml} say something else than before. */
public final class ChangedKeys {

  /** What a running service takes in. */
  private static final Set<String> RELOADED =
      Set.of("sources", "poll.every", "poll.allow-private", "sinks", "routes");

  private ChangedKeys() {}

  /**
   * The keys that changed and that only a start reads, such as {@code web.port}; sorted.
   *
   * @param before a text that {@link ConfigReader} has read without a complaint
   * @param after another such
   */
  public static List<String> wantingRestart(String before, String after) {
    List<String> keys = new ArrayList<>();
    compare("", map(before), map(after), keys);
    keys.removeIf(RELOADED::contains);
    return keys;
  }

  /** Sections are compared by their keys, and all else as a whole. */
  private static void compare(
      String path, Map<?, ?> before, Map<?, ?> after, List<String> changed) {
    Set<String> keys = new TreeSet<>();
    Set<Object> all = new HashSet<>(before.keySet());
    all.addAll(after.keySet());
    all.forEach(key -> keys.add(String.valueOf(key)));
    for (String key : keys) {
      Object was = before.get(key);
      Object is = after.get(key);
      if (path.isEmpty()
          && (was == null || was instanceof Map)
          && (is == null || is instanceof Map)) {
        compare(
            key + ".",
            was instanceof Map<?, ?> map ? map : Map.of(),
            is instanceof Map<?, ?> map ? map : Map.of(),
            changed);
      } else if (!Objects.equals(was, is)) {
        changed.add(path + key);
      }
    }
  }

  private static Map<?, ?> map(String text) {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    return new Load(settings).loadFromString(text) instanceof Map<?, ?> map ? map : Map.of();
  }
}
