package dev.vedette.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping whose keys are known, and each given once. A key that is absent takes its default. */
final class Section {

  private final Value self;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Map<String, Value> keys = new LinkedHashMap<>();

  Section(Value self, List<NodeTuple> tuples, Keys known) {
    this.self = self;
    for (NodeTuple tuple : tuples) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        add(key, tuple.getValueNode(), known);
      } else {
        new Value(self.document(), self.path(), tuple.getKeyNode()).unexpected("a key");
      }
    }
  }

  /**
   * The top of a file; without keys if the file holds none. Null, after the reason was reported, if
   * it is not YAML or not a mapping.
   */
  static @Nullable Section top(String text, Document document, List<String> known) {
    int before = document.problems().count();
    Node root = Yaml.compose(text, document).orElseGet(Section::nothing);
    if (document.problems().count() > before) {
      return null;
    }
    Section top = new Value(document, "", root).section(Keys.of(known));
    return top.isReadable() ? top : null;
  }

  private void add(ScalarNode node, Node value, Keys known) {
    String name = node.getValue();
    Value key = new Value(self.document(), self.path(), node);
    Value first = keys.get(name);
    if (!known.knows(name)) {
      key.mistake(
          "unknown key %s (expected: %s%s)"
              .formatted(Words.quoted(name), known.expected(), known.didYouMean(name)));
    } else if (first != null) {
      key.mistake("duplicate key '%s' (expected: once; first in %s)".formatted(name, first.line()));
    } else {
      keys.put(name, key);
      values.put(name, new Value(self.document(), pathOf(name), value));
    }
  }

  /** Whether it is a mapping at all, or nothing; if not, that was reported. */
  boolean isReadable() {
    return self.isMapping() || self.isEmpty();
  }

  /** The section itself, to report mistakes that are no single key's. */
  Value self() {
    return self;
  }

  /** The key's own place, as a value of the section's path. */
  Value key(String name) {
    return keys.getOrDefault(name, self);
  }

  /** The known keys that are there, in the order of the file. */
  List<String> names() {
    return new ArrayList<>(keys.keySet());
  }

  boolean has(String key) {
    return value(key) != null;
  }

  /** What stands under the key, be it in the file or in its stead; null if it is absent. */
  @Nullable Value value(String key) {
    Value override = self.document().overrides().get(pathOf(key));
    return override == null ? values.get(key) : override;
  }

  /** What the key's text means; null if it is absent, or was reported as a mistake. */
  <T> @Nullable T get(String key, Format<T> format) {
    Value value = value(key);
    return value == null ? null : value.as(format);
  }

  /** What the key's text means; the default if it is absent, or was reported as a mistake. */
  <T> T get(String key, Format<T> format, T otherwise) {
    T meaning = get(key, format);
    return meaning == null ? otherwise : meaning;
  }

  /** As {@link #get}, for a key that must be there. */
  <T> T require(String key, Format<T> format, T otherwise) {
    if (!has(key)) {
      self.mistake(key + " is missing (expected: " + format.expected() + ")");
    }
    return get(key, format, otherwise);
  }

  /** The items of a list; none if it is absent, or was reported as a mistake. */
  List<Value> items(String key, String expected) {
    Value value = value(key);
    return value == null ? List.of() : value.items(expected);
  }

  /** The section under a key; without keys of its own if it is absent. */
  Section section(String key, List<String> known) {
    return section(key, Keys.of(known));
  }

  /** The section under a key; without keys of its own if it is absent. */
  Section section(String key, Keys known) {
    Value value = value(key);
    return value == null
        ? new Section(new Value(self.document(), pathOf(key), nothing()), List.of(), known)
        : value.section(known);
  }

  private static Node nothing() {
    return new ScalarNode(Tag.NULL, "", ScalarStyle.PLAIN);
  }

  private String pathOf(String key) {
    return self.path().isEmpty() ? key : self.path() + "." + key;
  }
}
