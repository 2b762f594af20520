package dev.vedette.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Values from variables, such as {@code VEDETTE_WEB_PORT} for {@code web.port}. */
final class Environment {

  /** Where mistakes in variables are said to be. */
  static final String PLACE = "environment";

  private static final String PREFIX = "VEDETTE_";

  /** What the launcher reads, before there is a configuration. */
  private static final Set<String> LAUNCHER =
      Set.of("VEDETTE_HOME", "VEDETTE_CONFIG", "VEDETTE_JAVA_OPTS", "VEDETTE_LOG_LEVEL");

  /** What Kubernetes sets in every container where a service is called vedette. */
  private static final Pattern KUBERNETES =
      Pattern.compile("VEDETTE_SERVICE_(HOST|PORT(_\\w+)?)|VEDETTE_PORT(_\\d+_(TCP|UDP)(_\\w+)?)?");

  private Environment() {}

  /** The variable for a key. */
  static String variable(String path) {
    return PREFIX + path.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  /**
   * The values that variables give, by the path of the key that they override. A variable that no
   * key goes with is a mistake; one that is set to nothing counts as not set.
   */
  static Map<String, Value> overrides(
      Map<String, String> environment, Placeholders placeholders, Problems problems) {
    Document document = new Document(PLACE, placeholders, Map.of(), problems);
    Map<String, String> known = ConfigKeys.variables();
    Map<String, Value> overrides = new HashMap<>();
    new TreeMap<>(environment)
        .forEach(
            (variable, text) -> {
              Value value =
                  new Value(document, variable, new ScalarNode(Tag.STR, text, ScalarStyle.PLAIN));
              String path = known.get(variable);
              if (path != null && !text.isEmpty()) {
                overrides.put(path, value);
              } else if (path == null && isOurs(variable)) {
                value.mistake(
                    "unknown variable (expected: VEDETTE_ and a key, such as VEDETTE_WEB_PORT%s)"
                        .formatted(Words.didYouMean(variable, known.keySet())));
              }
            });
    return overrides;
  }

  private static boolean isOurs(String variable) {
    return variable.startsWith(PREFIX)
        && !LAUNCHER.contains(variable)
        && !KUBERNETES.matcher(variable).matches();
  }
}
