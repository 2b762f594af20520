package dev.vedette.config;

import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Name;
import dev.vedette.watchlist.Query;
import dev.vedette.watchlist.QuerySyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a watchlist. */
final class EntryReader {

  private static final Format<String> TEST = new Format<>("a text", t -> t.isBlank() ? null : t);
  private static final Format<Query> QUERY = new Format<>("a query", EntryReader::query);
  private static final String EXPECTED_QUERY_MARK = " (expected: ";

  private final Section section;
  private final List<Value> testPlaces = new ArrayList<>();

  EntryReader(Section section) {
    this.section = section;
  }

  /**
   * The entry; with a placeholder for whatever was reported as a mistake.
   *
   * @param shared what it says of itself, or its watchlist says of it
   */
  Entry read(Shared shared) {
    String id = section.require("id", Formats.ID, "");
    Kind kind = section.require("kind", Formats.oneOf(Kind.class), Kind.CONCEPT);
    Map<String, Value> seen = new HashMap<>();
    List<Name> names = NameReader.read(section, "names", seen);
    List<Name> weak = NameReader.read(section, "weak", seen);
    checkThatItCanMatch();
    return new Entry(
        id,
        kind,
        section.get("title", Formats.TEXT, names.isEmpty() ? id : names.get(0).text()),
        names,
        weak,
        NameReader.read(section, "context"),
        NameReader.read(section, "not"),
        section.get("query", QUERY),
        shared.severity(),
        shared.tags(),
        shared.filters(),
        shared.silence(),
        shared.limits(),
        tests());
  }

  private void checkThatItCanMatch() {
    boolean names = holds("names");
    boolean weak = holds("weak");
    if (!names && !weak && !section.has("query")) {
      section.self().mistake("can never match (expected: names or a query)");
    }
    if (weak && !names && !holds("context")) {
      section.key("weak").mistake("weak would never count (expected: names or context beside it)");
    }
  }

  private boolean holds(String key) {
    Value value = section.value(key);
    return value != null && !value.isEmpty() && !value.isEmptyList();
  }

  private Entry.Tests tests() {
    Section tests = section.section("tests", WatchlistKeys.TESTS);
    return new Entry.Tests(texts(tests, "match"), texts(tests, "no-match"));
  }

  private List<String> texts(Section tests, String key) {
    List<String> texts = new ArrayList<>();
    for (Value item : tests.items(key, "a list of texts")) {
      texts.add(item.as(TEST, ""));
      testPlaces.add(item);
    }
    return texts;
  }

  /** Where the tests of the entry that was read stand, in the order in which they are run. */
  List<Value> testPlaces() {
    return testPlaces;
  }

  private static @Nullable Query query(String text) throws Unexpected {
    try {
      return text.isBlank() ? null : Query.parse(text);
    } catch (QuerySyntaxException e) {
      String message = e.getMessage() == null ? "" : e.getMessage();
      int mark = message.lastIndexOf(EXPECTED_QUERY_MARK);
      throw mark < 0
          ? Unexpected.of("a query")
          : Unexpected.at(
              e.position(),
              message.substring(0, mark),
              message.substring(mark + EXPECTED_QUERY_MARK.length(), message.length() - 1));
    }
  }
}
