package dev.vedette.config;

import dev.vedette.watchlist.TestOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value as somebody wrote it, with its place and its path. Whoever reads it gets null, or
 * nothing, where it is not as expected, and the mistake has been reported.
 */
final class Value {

  /** For a text that YAML takes for a key and its value. */
  static final String QUOTED = ", in quotes if a colon stands in it";

  private final Document document;
  private final String path;
  private final Node node;

  /**
   * @param path the keys that lead to it, such as {@code sources[2].every}; empty at the top
   */
  Value(Document document, String path, Node node) {
    this.document = document;
    this.path = path;
    this.node = node;
  }

  Document document() {
    return document;
  }

  String path() {
    return path;
  }

  /** Whether nothing stands there, as in {@code key:}. */
  boolean isEmpty() {
    return node.getTag().equals(Tag.NULL);
  }

  boolean isEmptyList() {
    return node instanceof SequenceNode sequence && sequence.getValue().isEmpty();
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  /**
   * Whether it is rather a text, such as {@code Operation: Storm}, that lacks its quotes.
   *
   * @param known keys that may be meant
   */
  boolean isTextWithColon(List<String> known) {
    if (!(node instanceof MappingNode mapping)
        || mapping.getFlowStyle() != FlowStyle.BLOCK
        || mapping.getValue().size() != 1
        || !(mapping.getValue().get(0).getKeyNode() instanceof ScalarNode key)) {
      return false;
    }
    Keys keys = Keys.of(known);
    return !keys.knows(key.getValue()) && keys.didYouMean(key.getValue()).isEmpty();
  }

  /** The test whose text this is, with what became of it. */
  Trial trial(TestOutcome outcome) {
    return Trial.of(document.name(), lineNumber(), columnNumber(), path, outcome);
  }

  /** The test that stands here, with what became of it. */
  Trial trial(
      String subject, String expected, String got, boolean passed, List<Trial.Evidence> evidence) {
    return new Trial(
        document.name(),
        lineNumber(),
        columnNumber(),
        path,
        subject,
        expected,
        got,
        passed,
        evidence);
  }

  private int lineNumber() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  private int columnNumber() {
    return node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
  }

  /** The file and line, for a message at another place. */
  String line() {
    return document.lineOf(node);
  }

  /** Reports {@code path: message} here. */
  void mistake(String message) {
    mistake(0, message);
  }

  /** Reports {@code path: message} where a part of the text stands, if it can be told. */
  void mistakeAt(String part, String message) {
    int position = node instanceof ScalarNode scalar ? scalar.getValue().indexOf(part) : 0;
    mistake(node instanceof ScalarNode scalar ? columnsTo(scalar, position) : 0, message);
  }

  /** Reports {@code path: 'value' (expected: ...)} here. */
  void unexpected(String expected) {
    mistake(shown() + " (expected: " + expected + ")");
  }

  /** What the text means; null if that was reported as a mistake. */
  <T> @Nullable T as(Format<T> format) {
    if (!(node instanceof ScalarNode scalar) || isEmpty()) {
      unexpected(format.expected() + (isTextWithColon(List.of()) ? QUOTED : ""));
      return null;
    }
    String written = scalar.getValue();
    boolean filled = false;
    try {
      String text = document.placeholders().fill(written);
      filled = !text.equals(written);
      return format.read(text);
    } catch (Unexpected e) {
      // what was filled in must not show, nor any part of it: then the text stands as it is written
      String found =
          e.found() == null || (filled && !"<secret>".equals(e.found()))
              ? Words.quoted(written)
              : e.found();
      mistake(
          filled ? 0 : columnsTo(scalar, e.position()),
          found + " (expected: " + e.expected() + ")");
      return null;
    }
  }

  /** What the text means, or something else if that was reported as a mistake. */
  <T> T as(Format<T> format, T otherwise) {
    T meaning = as(format);
    return meaning == null ? otherwise : meaning;
  }

  /**
   * Its items; none if it is empty or that was reported as a mistake.
   *
   * @param expected what to say if it is no list
   */
  List<Value> items(String expected) {
    if (isEmpty()) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      unexpected(expected);
      return List.of();
    }
    List<Value> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new Value(document, path + "[" + items.size() + "]", item));
    }
    return items;
  }

  /**
   * Its keys, whatever they are, each with its value; none if that was reported as a mistake.
   *
   * @param expected what to say if it is no mapping
   */
  Map<Value, Value> pairs(String expected) {
    if (isEmpty()) {
      return Map.of();
    }
    if (!(node instanceof MappingNode mapping)) {
      unexpected(expected);
      return Map.of();
    }
    Map<Value, Value> pairs = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = tuple.getKeyNode() instanceof ScalarNode key ? "." + key.getValue() : "";
      pairs.put(
          new Value(document, path, tuple.getKeyNode()),
          new Value(document, path + name, tuple.getValueNode()));
    }
    return pairs;
  }

  /** Its keys; those that are not known were reported as mistakes. */
  Section section(List<String> known) {
    return section(Keys.of(known));
  }

  /** Its keys; those that are not known were reported as mistakes. */
  Section section(Keys known) {
    if (!isEmpty() && !isMapping()) {
      unexpected("keys: " + known.expected());
    }
    return new Section(
        this, node instanceof MappingNode mapping ? mapping.getValue() : List.of(), known);
  }

  private void mistake(int columnsOn, String message) {
    document.mistake(node, columnsOn, path.isEmpty() ? message : path + ": " + message);
  }

  private String shown() {
    if (isEmpty()) {
      return "nothing";
    }
    if (node instanceof ScalarNode scalar) {
      return Words.quoted(scalar.getValue());
    }
    return isMapping() ? "a mapping" : "a list";
  }

  /**
   * How far right of the scalar's start a position in its text stands; 0 where the file spells the
   * text differently, with escapes or over several lines.
   */
  private static int columnsTo(ScalarNode scalar, int position) {
    if (scalar.getStartMark().isEmpty() || scalar.getEndMark().isEmpty()) {
      return 0;
    }
    var start = scalar.getStartMark().get();
    var end = scalar.getEndMark().get();
    String text = scalar.getValue();
    int quote = scalar.isPlain() ? 0 : 1;
    int length = text.codePointCount(0, text.length()) + 2 * quote;
    boolean literal =
        start.getLine() == end.getLine() && end.getColumn() - start.getColumn() == length;
    return literal && position > 0
        ? quote + text.codePointCount(0, Math.min(position, text.length()))
        : 0;
  }
}
