package dev.vedette.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys that a watchlist file may have. */
final class WatchlistKeys {

  /** What a watchlist says for all its entries, and an entry for itself. */
  private static final List<String> SHARED =
      List.of(
          "severity",
          "tags",
          "sources",
          "languages",
          "zones",
          "min-score",
          "max-per-hour",
          "repeat-interval",
          "silence");

  static final List<String> WATCHLIST =
      concat(List.of("watchlist", "title", "topic", "import", "entries"), SHARED);
  static final List<String> ENTRY =
      concat(
          List.of("id", "kind", "title", "names", "weak", "context", "not", "query", "tests"),
          SHARED);
  static final List<String> IMPORT =
      List.of("format", "file", "kind", "programmes", "except", "strong", "weak");
  static final List<String> NAME = List.of("name", "match", "fuzzy", "case");
  static final List<String> SILENCE = List.of("until", "reason", "by");
  static final List<String> TESTS = List.of("match", "no-match");

  static final List<String> TEST_FILE = List.of("watchlist", "tests");
  static final List<String> TEST = List.of("name", "article", "file", "alerts");
  static final List<String> ARTICLE = List.of("title", "body", "source", "language", "url");
  static final List<String> EXPECTED_ALERT = List.of("entry", "severity", "hits");

  /** Those of a file of tests, as {@link #SECTIONS}. */
  static final Map<String, List<String>> TEST_SECTIONS =
      Map.of(
          "", TEST_FILE,
          "tests[]", TEST,
          "tests[].article", ARTICLE,
          "tests[].alerts[]", EXPECTED_ALERT);

  /** All of them, by the path of the section they stand in; {@code []} is any item of a list. */
  static final Map<String, List<String>> SECTIONS =
      Map.of(
          "", WATCHLIST,
          "import", IMPORT,
          "silence", SILENCE,
          "entries[]", ENTRY,
          "entries[].names[]", NAME,
          "entries[].weak[]", NAME,
          "entries[].context[]", NAME,
          "entries[].not[]", NAME,
          "entries[].silence", SILENCE,
          "entries[].tests", TESTS);

  private WatchlistKeys() {}

  private static List<String> concat(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
