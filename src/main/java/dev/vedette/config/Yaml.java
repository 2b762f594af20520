package dev.vedette.config;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Text into YAML nodes that know their places. Nothing is made an object here. */
final class Yaml {

  /** Four levels are in use; more than this would only exhaust the stack. */
  private static final int DEEPEST = 32;

  private static final Set<String> HARMLESS_TAGS = Set.of("!", "tag:yaml.org,2002:str");

  private Yaml() {}

  /**
   * The only document of a text; absent where it holds nothing but comments, or after what is wrong
   * with it was reported. YAML does not go on after a mistake of syntax, so there is one at most.
   */
  static Optional<Node> compose(String text, Document document) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(document.name())
            .setSchema(new CoreSchema())
            .setCodePointLimit(Integer.MAX_VALUE)
            .setAllowNonScalarKeys(true)
            .build();
    try {
      Problem problem = tooDeepOrTagged(text, settings, document.name());
      if (problem != null) {
        document.problems().add(problem);
        return Optional.empty();
      }
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      document.problems().add(syntaxProblem(e, document.name()));
    } catch (ReaderException e) {
      document.problems().add(controlCharacter(e, text, document.name()));
    } catch (YamlEngineException e) {
      document.problems().add(document.name(), unplaced(firstLine(e.getMessage())));
    }
    return Optional.empty();
  }

  /** The parser does not recurse, the composer does; so depth is counted before. */
  private static @Nullable Problem tooDeepOrTagged(
      String text, LoadSettings settings, String name) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      Optional<String> tag = Optional.empty();
      if (event instanceof CollectionStartEvent start) {
        depth++;
        tag = start.getTag();
      } else if (event instanceof ScalarEvent scalar) {
        tag = scalar.getTag();
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > DEEPEST) {
        return at(event.getStartMark(), name, "too deep (expected: at most 32 levels)");
      }
      if (tag.isPresent() && !HARMLESS_TAGS.contains(tag.get())) {
        return at(event.getStartMark(), name, "a tag, %s (expected: none)".formatted(tag.get()));
      }
    }
    return null;
  }

  private static Problem syntaxProblem(MarkedYamlEngineException e, String name) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    if (problem.contains("\\t(TAB)")) {
      return at(e.getProblemMark(), name, "a tab (expected: spaces)");
    }
    if (problem.contains("another document")) {
      return at(e.getProblemMark(), name, "a second document (expected: only one in a file)");
    }
    if ("while scanning a quoted scalar".equals(e.getContext())) {
      return at(
          e.getContextMark(),
          name,
          "a quotation mark that is never closed (expected: another one where the text ends)");
    }
    return at(e.getProblemMark(), name, "not YAML: " + plain(problem));
  }

  private static String unplaced(String problem) {
    return problem.contains("aliases")
        ? "too many aliases (expected: at most 50 of lists and mappings)"
        : "not YAML: " + problem;
  }

  /** The parser's words where they are plain, and what such a mistake usually comes from. */
  private static String plain(String problem) {
    if (problem.contains("<block end>")) {
      return "this does not go on as it began (expected: the same indentation as the lines before)";
    }
    if (problem.contains("mapping values")) {
      return "a colon where no key can be (expected: quotes around a text with a colon, or the"
          + " indentation of the lines before)";
    }
    String first = firstLine(problem);
    boolean wantsQuotes =
        problem.contains("cannot start any token")
            || problem.contains("undefined alias")
            || problem.matches(".*but got [{\\[]");
    return wantsQuotes ? first + " (expected: quotes around a text with such a character)" : first;
  }

  private static Problem controlCharacter(ReaderException e, String text, String name) {
    int offset = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.length()));
    String before = text.substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    String onLine = before.substring(before.lastIndexOf('\n') + 1);
    int column = onLine.codePointCount(0, onLine.length()) + 1;
    String message = "a control character, U+%04X (expected: text)".formatted(e.getCodePoint());
    return new Problem(name, line, column, message);
  }

  private static Problem at(Optional<Mark> mark, String name, String message) {
    return new Problem(
        name,
        mark.map(m -> m.getLine() + 1).orElse(0),
        mark.map(m -> m.getColumn() + 1).orElse(0),
        message);
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
