package dev.vedette.cli;

import dev.vedette.article.Article;
import dev.vedette.imports.Doubt;
import dev.vedette.language.PersonName;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Name;
import dev.vedette.watchlist.TestOutcome;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An entry that nobody has tried yet, and what can be told of it beforehand. */
final class Draft {

  private static final String INDENT = "  # ";
  private static final int MOST_OTHERS = 20;

  private final Entry entry;
  private final Watchlists alone;

  Draft(Entry entry) {
    this.entry = entry;
    this.alone = compiled(entry);
  }

  private static Watchlists compiled(Entry entry) {
    return Watchlists.of(List.of(new Watchlist("draft", "draft", List.of(entry), false)), "draft");
  }

  /** What the names find, a line for each script; empty if they find nothing but themselves. */
  String spellings() {
    Map<String, List<String>> found = new Spellings(this::isFound).of(entry);
    StringBuilder lines = new StringBuilder();
    if (!found.isEmpty()) {
      lines.append(
          INDENT
              + "found as well, among others, also with accents and the endings that languages"
              + " add:\n");
      found.forEach(
          (script, some) ->
              lines.append(INDENT + "  " + script + ": " + String.join(", ", some) + "\n"));
    }
    if (entry.kind() == Kind.ORGANIZATION) {
      lines.append(INDENT + "translations and abbreviations are not derived: list them\n");
    }
    return lines.toString();
  }

  /** Which of the names would better be weak, a line for each; empty if none. */
  String doubts() {
    List<String> names = entry.names().stream().map(Name::text).toList();
    StringBuilder lines = new StringBuilder();
    Doubt.of(entry.kind(), names)
        .forEach(
            (name, doubt) ->
                lines.append(
                    INDENT
                        + "'%s' may mean something else (%s): weak, with a context, it would not\n"
                            .formatted(name, doubt.words())));
    return lines.toString();
  }

  private boolean isFound(String text) {
    return !matches(text).isEmpty();
  }

  private List<Match> matches(String text) {
    return alone.match(article(text)).stream().filter(Match::alerts).toList();
  }

  private static Article article(String text) {
    return new Article(
        "draft", "", "", "", "", text, List.of(), "", "", null, Instant.EPOCH, false);
  }

  /** Who else is called so, a line for each; empty if nobody is. */
  String others(String list, List<Entry> others) {
    List<String> lines = new ArrayList<>();
    for (Entry other : others) {
      for (Name name : all(other)) {
        if (isFound(name.text())) {
          lines.add(INDENT + "  " + other.id() + ": " + name.text() + tags(other));
          break;
        }
      }
    }
    if (lines.isEmpty()) {
      return INDENT + "nobody of this name in " + list + "\n";
    }
    int more = lines.size() - MOST_OTHERS;
    return INDENT
        + "of this name in "
        + list
        + ":\n"
        + String.join("\n", lines.subList(0, Math.min(lines.size(), MOST_OTHERS)))
        + (more > 0 ? "\n" + INDENT + "  and " + more + " more" : "")
        + "\n";
  }

  private static List<Name> all(Entry entry) {
    List<Name> all = new ArrayList<>(entry.names());
    all.addAll(entry.weak());
    return all;
  }

  private static String tags(Entry entry) {
    return entry.tags().isEmpty() ? "" : " " + entry.tags().stream().sorted().toList();
  }

  /** The entry with first tests; only such as pass. */
  Entry tested() {
    List<String> match = new ArrayList<>();
    for (Name name : entry.names()) {
      match.add("The report names " + name.text() + " twice.");
    }
    Entry drafted = with(new Entry.Tests(match, noMatch()));
    List<TestOutcome> outcomes = compiled(drafted).test();
    return with(new Entry.Tests(passed(outcomes, true), passed(outcomes, false)));
  }

  private static List<String> passed(List<TestOutcome> outcomes, boolean expected) {
    return outcomes.stream()
        .filter(outcome -> outcome.expected() == expected && outcome.passed())
        .map(TestOutcome::text)
        .toList();
  }

  /** A surname alone is of many. */
  private List<String> noMatch() {
    PersonName name = PersonName.of(entry.names().get(0).text());
    if (entry.kind() != Kind.PERSON || name.given().isEmpty()) {
      return List.of();
    }
    String text = entry.names().get(0).text();
    List<String> surname =
        name.words().stream()
            .filter(word -> word.part() == PersonName.Part.SURNAME)
            .map(word -> text.substring(word.start(), word.end()))
            .toList();
    return List.of("Somebody else is called " + String.join(" ", surname) + ".");
  }

  private Entry with(Entry.Tests tests) {
    return new Entry(
        entry.id(),
        entry.kind(),
        entry.title(),
        entry.names(),
        entry.weak(),
        entry.context(),
        entry.not(),
        entry.query(),
        entry.severity(),
        entry.tags(),
        entry.filters(),
        entry.silence(),
        entry.limits(),
        tests);
  }
}
