package dev.vedette.config;

import dev.vedette.article.Article;
import dev.vedette.config.WatchlistFiles.WatchlistFile;
import dev.vedette.poll.Documents;
import dev.vedette.watchlist.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a file of tests, {@code *-test.yaml}. */
final class WatchtestReader {

  private static final String SOURCE = "test";

  private final Section file;
  private final Path path;
  private final Format<String> entryId;
  private final Format<String> listId;

  private WatchtestReader(Section file, Path path, Set<String> listIds, Set<String> entryIds) {
    this.file = file;
    this.path = path;
    this.entryId = Formats.known("the id of an entry", entryIds);
    this.listId = Formats.known("the id of a watchlist", listIds);
  }

  /**
   * The tests in a file; what is wrong with it is reported.
   *
   * @param listIds that it can name
   * @param entryIds that it can name
   */
  static List<Watchtest> read(
      WatchlistFile file, Set<String> listIds, Set<String> entryIds, Problems problems) {
    Document document = Document.plain(TextFile.nameOf(file.path()), problems);
    Section section = Section.top(file.text(), document, WatchlistKeys.TEST_FILE);
    if (section == null) {
      return List.of();
    }
    if (!section.has("tests")) {
      section.self().mistake("tests is missing (expected: a list of tests)");
    }
    return new WatchtestReader(section, file.path(), listIds, entryIds).tests();
  }

  private List<Watchtest> tests() {
    String watchlist = file.get("watchlist", listId);
    List<Watchtest> tests = new ArrayList<>();
    for (Value item : file.items("tests", "a list of tests")) {
      Section test = item.section(WatchlistKeys.TEST);
      if (test.isReadable()) {
        List<Article> articles = articles(test);
        tests.add(new Watchtest(item, name(test, articles), articles, alerts(test), watchlist));
      }
    }
    return tests;
  }

  private static String name(Section test, List<Article> articles) {
    String name = test.get("name", Formats.TEXT);
    if (name == null && test.value("file") != null) {
      name = test.get("file", Formats.TEXT);
    }
    if (name == null && !articles.isEmpty()) {
      Article article = articles.get(0);
      name = article.title().isEmpty() ? article.body() : article.title();
    }
    return Words.quoted(name == null ? "" : name, '"');
  }

  private List<Article> articles(Section test) {
    if (test.has("file") == test.has("article")) {
      test.self().mistake("nothing to try (expected: either article: or file:)");
      return List.of();
    }
    Value article = test.value("article");
    if (article != null) {
      return article.isMapping()
          ? List.of(article(article.section(WatchlistKeys.ARTICLE)))
          : List.of(article("", article.as(Formats.TEXT, ""), SOURCE, "", ""));
    }
    Value written = test.value("file");
    Path file = test.get("file", Formats.pathFrom(path));
    return written == null || file == null ? List.of() : articles(written, file);
  }

  private static List<Article> articles(Value written, Path file) {
    try {
      List<Article> articles = new Documents().read(SOURCE, file, Instant.EPOCH, "");
      if (articles.isEmpty()) {
        written.unexpected("a file with an article in it");
      }
      return articles;
    } catch (IOException e) {
      written.unexpected("a feed, a page or a text that can be read");
      return List.of();
    }
  }

  private static Article article(Section article) {
    return article(
        article.get("title", Formats.TEXT, ""),
        article.get("body", Formats.TEXT, ""),
        article.get("source", Formats.SOURCE_ID, SOURCE),
        article.get("language", Formats.LANGUAGE, ""),
        article.get("url", Formats.TEXT, ""));
  }

  private static Article article(
      String title, String body, String source, String language, String url) {
    return new Article(
        "test", "", source, url, title, body, List.of(), language, "", null, Instant.EPOCH, false);
  }

  private List<Watchtest.Expected> alerts(Section test) {
    if (!test.has("alerts")) {
      test.self().mistake("alerts is missing (expected: a list of entries; [] for no alert)");
    }
    List<Watchtest.Expected> alerts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Value item : test.items("alerts", "a list of entries")) {
      Watchtest.Expected alert = item.isMapping() ? alert(item) : named(item.as(entryId));
      if (alert != null && !seen.add(alert.entry())) {
        item.mistake("'" + alert.entry() + "' twice (expected: each entry once)");
      } else if (alert != null) {
        alerts.add(alert);
      }
    }
    return alerts;
  }

  private Watchtest.@Nullable Expected alert(Value item) {
    Section alert = item.section(WatchlistKeys.EXPECTED_ALERT);
    String entry = alert.require("entry", entryId, "");
    List<String> hits = new ArrayList<>();
    for (Value hit : alert.items("hits", "a list of texts")) {
      hits.add(hit.as(Formats.TEXT, ""));
    }
    return entry.isEmpty()
        ? null
        : new Watchtest.Expected(
            entry,
            alert.get("severity", Formats.oneOf(Severity.class)),
            alert.has("hits") ? List.copyOf(hits) : null);
  }

  private static Watchtest.@Nullable Expected named(@Nullable String entry) {
    return entry == null ? null : new Watchtest.Expected(entry, null, null);
  }
}
