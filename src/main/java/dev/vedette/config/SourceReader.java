package dev.vedette.config;

import dev.vedette.article.Trust;
import dev.vedette.poll.Backfill;
import dev.vedette.poll.Source;
import dev.vedette.poll.Telegram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code sources:}. */
final class SourceReader {

  static final Format<Duration> EVERY = Formats.duration("1s", "30d");

  private static final Format<Duration> REACH = Formats.duration("1m", "3650d");

  private static final Format<Backfill> BACKFILL =
      new Format<>("none, all, or a duration such as 24h", SourceReader::backfill);

  private static final List<String> TYPES =
      List.of("feed", "page", "sitemap", "telegram", "folder", "archive");

  /** What only some types of sources have. */
  private static final Map<String, List<String>> TYPES_OF_KEY =
      Map.ofEntries(
          Map.entry("full-text", List.of("feed")),
          Map.entry("identity", List.of("feed")),
          Map.entry("text", List.of("feed", "page", "sitemap")),
          Map.entry("links", List.of("page")),
          Map.entry("include", List.of("page", "sitemap")),
          Map.entry("exclude", List.of("page", "sitemap")),
          Map.entry("next", List.of("page")),
          Map.entry("pages", List.of("page")),
          Map.entry("items", List.of("page")),
          Map.entry("time", List.of("page")),
          Map.entry("author", List.of("page")),
          Map.entry("since", List.of("sitemap")),
          Map.entry("backfill", List.of("feed", "page", "sitemap", "telegram", "folder")),
          Map.entry("headers", List.of("feed", "page", "sitemap", "telegram")),
          Map.entry("charset", List.of("feed", "page", "sitemap")));

  private static final Duration SITEMAP_SINCE = Duration.ofDays(2);
  private static final int PAGES = 5;

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
      case "sitemap" -> sitemap(section, settings);
      case "telegram" -> telegram(section, settings);
      case "archive" -> archive(section, settings);
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
        section.get("enabled", Formats.BOOLEAN, true),
        headers(section),
        section.get("charset", Formats.CHARSET),
        list(section, "tags", Formats.TEXT),
        section.get("trust", Formats.oneOf(Trust.class), Trust.NORMAL),
        section.get("backfill", BACKFILL));
  }

  private static @Nullable Backfill backfill(String text) throws Unexpected {
    if (text.equals("none") || text.equals("all")) {
      return text.equals("all") ? Backfill.ALL : Backfill.NONE;
    }
    return text.matches("\\d.*") ? new Backfill(REACH.read(text)) : null;
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
    for (String key : section.names()) {
      List<String> types = TYPES_OF_KEY.getOrDefault(key, List.of(type));
      if (!types.contains(type)) {
        section
            .key(key)
            .mistake(
                "key '%s' (expected: only with %s, not with %s)"
                    .formatted(key, Words.or(types), type));
      }
    }
  }

  private static Map<String, String> headers(Section section) {
    Value value = section.value("headers");
    Map<String, String> headers = new LinkedHashMap<>();
    if (value != null) {
      value
          .pairs("names of HTTP headers, each with its value")
          .forEach(
              (name, text) -> {
                String header = name.as(Addresses.HEADER_NAME);
                String content = text.as(Addresses.HEADER_VALUE);
                if (header != null && content != null) {
                  headers.put(header, content);
                }
              });
    }
    return headers;
  }

  private static @Nullable Source feed(Section section, Source.Settings settings) {
    var url = section.get("feed", Addresses.SOURCE);
    var fullText =
        section.get("full-text", Formats.oneOf(Source.FullText.class), Source.FullText.AUTO);
    var identity =
        section.get("identity", Formats.oneOf(Source.Identity.class), Source.Identity.AUTO);
    String text = section.get("text", Selectors.CSS, "");
    return url == null ? null : new Source.Feed(settings, url, fullText, identity, text);
  }

  private static @Nullable Source page(Section section, Source.Settings settings) {
    var url = section.get("page", Addresses.SOURCE);
    Source.Items items = items(section);
    if (items == null && !section.has("links") && !section.has("include")) {
      section
          .self()
          .mistake(
              "links is missing (expected: a CSS selector of the links to follow, or include with"
                  + " patterns of their addresses, or items where the articles stand on the page)");
    }
    List<String> selectors = list(section, "links", Selectors.CSS);
    Source.Links links =
        new Source.Links(
            selectors.isEmpty() ? List.of("a[href]") : selectors,
            list(section, "include", Addresses.PATTERN),
            list(section, "exclude", Addresses.PATTERN));
    Source.Paging paging = paging(section);
    String text = section.get("text", Selectors.CSS, "");
    return url == null ? null : new Source.Page(settings, url, links, paging, text, items);
  }

  private static Source.@Nullable Items items(Section section) {
    String item = section.get("items", Selectors.CSS);
    for (String key : List.of("time", "author")) {
      if (section.has(key) && !section.has("items")) {
        section
            .key(key)
            .mistake("key '" + key + "' (expected: only with items, what stands on the page)");
      }
    }
    String time = section.get("time", Selectors.CSS, "time");
    String author = section.get("author", Selectors.CSS, "");
    return item == null ? null : new Source.Items(item, time, author);
  }

  private static Source.Paging paging(Section section) {
    String next = section.get("next", Selectors.NEXT, "");
    if (section.has("pages") && !section.has("next")) {
      section
          .key("pages")
          .mistake("key 'pages' (expected: only with next, where the list goes on)");
    }
    int pages = section.get("pages", Formats.integer(1, 100), PAGES);
    return next.isEmpty() ? Source.Paging.NONE : new Source.Paging(next, pages);
  }

  private static @Nullable Source sitemap(Section section, Source.Settings settings) {
    var url = section.get("sitemap", Addresses.SOURCE);
    Source.Links links =
        new Source.Links(
            List.of(),
            list(section, "include", Addresses.PATTERN),
            list(section, "exclude", Addresses.PATTERN));
    Duration since = section.get("since", Formats.duration("1h", "30d"), SITEMAP_SINCE);
    String text = section.get("text", Selectors.CSS, "");
    return url == null ? null : new Source.Sitemap(settings, url, links, since, text);
  }

  private static @Nullable Source telegram(Section section, Source.Settings settings) {
    String channel = section.get("telegram", Addresses.TELEGRAM);
    return channel == null ? null : Telegram.channel(settings, channel);
  }

  /** One value, or a list of them. */
  private static <T> List<T> list(Section section, String key, Format<T> format) {
    Value value = section.value(key);
    if (value == null) {
      return List.of();
    }
    List<T> list = new ArrayList<>();
    for (Value item : value.isList() ? value.items("") : List.of(value)) {
      T meaning = item.as(format);
      if (meaning != null) {
        list.add(meaning);
      }
    }
    return list;
  }

  private @Nullable Source folder(Section section, Source.Settings settings) {
    Path directory = section.get("folder", Formats.pathFrom(file));
    return directory == null ? null : new Source.Folder(settings, directory);
  }

  private @Nullable Source archive(Section section, Source.Settings settings) {
    Path path = section.get("archive", Formats.pathFrom(file));
    return path == null ? null : new Source.Archive(settings, path);
  }
}
