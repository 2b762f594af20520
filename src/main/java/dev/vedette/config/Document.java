package dev.vedette.config;

import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What all values of one file share.
 *
 * @param name of the file, for messages
 * @param placeholders fill in what its scalars leave open
 * @param overrides values that stand in for the file's own, by their path
 * @param problems collects its mistakes
 */
record Document(
    String name, Placeholders placeholders, Map<String, Value> overrides, Problems problems) {

  /** A file that means just what it says. */
  static Document plain(String name, Problems problems) {
    return new Document(name, Placeholders.NONE, Map.of(), problems);
  }

  /** Reports a mistake at the start of a node. */
  void mistake(Node node, int columnsOn, String message) {
    node.getStartMark()
        .ifPresentOrElse(
            mark ->
                problems.add(
                    new Problem(
                        name, mark.getLine() + 1, mark.getColumn() + 1 + columnsOn, message)),
            () -> problems.add(name, message));
  }

  /** The file and line of a node, for a message elsewhere. */
  String lineOf(Node node) {
    return node.getStartMark().map(mark -> name + ":" + (mark.getLine() + 1)).orElse(name);
  }
}
