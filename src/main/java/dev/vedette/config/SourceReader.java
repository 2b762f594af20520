package dev.vedette.config;

import dev.vedette.poll.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code sources:}. */
final class SourceReader {

  static final Format<Duration> EVERY = Formats.duration("1s", "30d");

  private static final List<String> TYPES = List.of("feed", "page", "folder");

  /** What only one type of source has. */
  private static final Map<String, String> TYPE_OF_KEY =
      Map.of("full-text", "feed", "links", "page", "text", "page");

  private final Path file;
  private final Duration every;
  private final Map<String, Value> ids = new HashMap<>();

  private SourceReader(Path file, Duration every) {
    this.file = file;
    this.every = every;
  }

  /**
   * The sources without mistakes.
   *
   * @param file what relative folders are beside
   * @param every the rhythm of a source that names none
   */
  static List<Source> read(Section top, Path file, Duration every) {
    SourceReader reader = new SourceReader(file, every);
    List<Source> sources = new ArrayList<>();
    for (Value item : top.items("sources", "a list of sources, each with an id")) {
      Section section = item.section(ConfigKeys.SOURCE);
      Source source = section.isReadable() ? reader.source(section) : null;
      if (source != null) {
        sources.add(source);
      }
    }
    return sources;
  }

  private @Nullable Source source(Section section) {
    Source.Settings settings = settings(section);
    String type = type(section);
    if (type == null) {
      return null;
    }
    refuseKeysOfOtherTypes(section, type);
    return switch (type) {
      case "feed" -> feed(section, settings);
      case "page" -> page(section, settings);
      default -> folder(section, settings);
    };
  }

  private Source.Settings settings(Section section) {
    String id = section.require("id", Formats.SOURCE_ID, "");
    Value first = id.isEmpty() ? null : ids.putIfAbsent(id, section.key("id"));
    Value written = section.value("id");
    if (first != null && written != null) {
      written.unexpected("an id of its own; " + first.line() + " has the same");
    }
    return new Source.Settings(
        id,
        section.get("title", Formats.TEXT, id),
        section.get("every", EVERY, every),
        section.get("language", Formats.LANGUAGE, ""),
        section.get("enabled", Formats.BOOLEAN, true));
  }

  private static @Nullable String type(Section section) {
    List<String> types = TYPES.stream().filter(section::has).toList();
    if (types.size() == 1) {
      return types.get(0);
    }
    if (types.isEmpty()) {
      section.self().mistake("says not what to read (expected: " + Words.or(TYPES) + ")");
    } else {
      section
          .key(types.get(1))
          .mistake(String.join(" and ", types) + " (expected: only one of them)");
    }
    return null;
  }

  private static void refuseKeysOfOtherTypes(Section section, String type) {
    TYPE_OF_KEY.forEach(
        (key, only) -> {
          if (section.has(key) && !only.equals(type)) {
            section
                .key(key)
                .mistake(
                    "key '%s' (expected: only with %s, not with %s)".formatted(key, only, type));
          }
        });
  }

  private static @Nullable Source feed(Section section, Source.Settings settings) {
    var url = section.get("feed", Addresses.SOURCE);
    var fullText =
        section.get("full-text", Formats.oneOf(Source.FullText.class), Source.FullText.AUTO);
    return url == null ? null : new Source.Feed(settings, url, fullText);
  }

  private static @Nullable Source page(Section section, Source.Settings settings) {
    var url = section.get("page", Addresses.SOURCE);
    String links = section.require("links", Selectors.CSS, "");
    String text = section.get("text", Selectors.CSS, "");
    return url == null ? null : new Source.Page(settings, url, links, text);
  }

  private @Nullable Source folder(Section section, Source.Settings settings) {
    Path directory = section.get("folder", Formats.pathFrom(file));
    return directory == null ? null : new Source.Folder(settings, directory);
  }
}
