package dev.vedette.config;

import dev.vedette.config.WatchlistFiles.WatchlistFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * An entry as its author wrote it.
 *
 * @param file its name
 * @param line where the entry begins, from 1
 * @param yaml whole lines, with as little indentation as they have in common
 */
public record EntryText(String file, int line, String yaml) {

  /**
   * The entry of this id in a directory of watchlists; empty if no file that can be read has it.
   */
  public static Optional<EntryText> of(Path directory, String id) {
    for (WatchlistFile file : WatchlistFiles.read(directory, new Problems())) {
      String name = TextFile.nameOf(file.path());
      Optional<EntryText> found =
          Yaml.compose(file.text(), Document.plain(name, new Problems()))
              .flatMap(top -> value(top, "entries"))
              .flatMap(entries -> item(entries, id))
              .map(entry -> cut(name, file.text(), entry));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * The whole file of a watchlist, with its name alone; empty if no file that can be read has it.
   */
  public static Optional<EntryText> file(Path directory, String watchlist) {
    for (WatchlistFile file : WatchlistFiles.read(directory, new Problems())) {
      String name = TextFile.nameOf(file.path());
      boolean found =
          Yaml.compose(file.text(), Document.plain(name, new Problems()))
              .flatMap(top -> value(top, "watchlist"))
              .filter(id -> id instanceof ScalarNode text && text.getValue().equals(watchlist))
              .isPresent();
      if (found) {
        return Optional.of(
            new EntryText(String.valueOf(file.path().getFileName()), 1, file.text()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Node> value(Node node, String key) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return Optional.of(tuple.getValueNode());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Node> item(Node entries, String id) {
    return entries instanceof SequenceNode list
        ? list.getValue().stream()
            .filter(
                entry ->
                    value(entry, "id")
                        .filter(
                            node -> node instanceof ScalarNode text && text.getValue().equals(id))
                        .isPresent())
            .findFirst()
        : Optional.empty();
  }

  private static EntryText cut(String file, String text, Node entry) {
    int from = entry.getStartMark().map(Mark::getLine).orElse(0);
    Optional<Mark> end = entry.getEndMark();
    int to = end.map(mark -> mark.getLine() + (mark.getColumn() > 0 ? 1 : 0)).orElse(from + 1);
    List<String> all = text.lines().toList();
    List<String> lines = new ArrayList<>(all.subList(from, Math.min(to, all.size())));
    dropTail(lines, indent(all.get(from)));
    return new EntryText(file, from + 1, String.join("\n", lines).stripIndent());
  }

  /** A block ends where the next one begins: what stands between them is no part of it. */
  private static void dropTail(List<String> lines, int indent) {
    int last = lines.size() - 1;
    while (last > 0 && isNoPart(lines.get(last), indent)) {
      lines.remove(last--);
    }
  }

  private static boolean isNoPart(String line, int indent) {
    return line.isBlank() || line.strip().startsWith("#") || indent(line) <= indent;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
