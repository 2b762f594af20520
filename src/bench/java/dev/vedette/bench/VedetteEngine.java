package dev.vedette.bench;

import dev.vedette.article.Article;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Filters;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Name;
import dev.vedette.watchlist.Name.Mode;
import dev.vedette.watchlist.Query;
import dev.vedette.watchlist.Severity;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Vedette as its topology calls it. Every name is an entry of its own and a person, the kind that
 * costs most: persons have surnames, initials and patronymics.
 */
final class VedetteEngine implements Engine {

  /** In words. */
  private static final int NEAR = 10;

  private final Watchlists watchlists;

  private VedetteEngine(List<Entry> entries) {
    this.watchlists = Watchlists.of(List.of(new Watchlist("bench", "bench", entries, false)), "1");
  }

  static VedetteEngine of(List<String> names, Mode mode, int fuzzy) {
    return new VedetteEngine(entries(names, mode, fuzzy));
  }

  /**
   * Folded names, and queries beside them that ask for two of the names: every other one anywhere
   * in the article, the rest near each other.
   */
  static VedetteEngine withQueries(List<String> names, int queries) {
    List<Entry> entries = new ArrayList<>(entries(names, Mode.FOLDED, 0));
    for (int at = 0; at < queries; at++) {
      String operator = at % 2 == 0 ? "AND" : "NEAR/" + NEAR;
      String left = phrase(names.get(at % names.size()));
      String right = phrase(names.get((at + 1) % names.size()));
      String query = left + " " + operator + " " + right;
      entries.add(entry("query-" + at, query, List.of(), Query.parse(query)));
    }
    return new VedetteEngine(entries);
  }

  /**
   * As written, since an abbreviation in small letters would be a word, and found everywhere; but
   * for what has a meaning in a query.
   */
  private static String phrase(String name) {
    return '"' + name.replace('"', ' ').replace('*', ' ') + '"';
  }

  /** What the analyst gives, whatever is made of it. */
  static List<Entry> entries(List<String> names, Mode mode, int fuzzy) {
    List<Entry> entries = new ArrayList<>(names.size());
    for (String name : names) {
      Name one = new Name(name, mode, fuzzy, false);
      entries.add(entry(String.valueOf(entries.size()), name, List.of(one), null));
    }
    return entries;
  }

  private static Entry entry(String id, String title, List<Name> names, @Nullable Query query) {
    return new Entry(
        id,
        query == null ? Kind.PERSON : Kind.CONCEPT,
        title,
        names,
        List.of(),
        List.of(),
        List.of(),
        query,
        Severity.MEDIUM,
        Set.of(),
        Filters.NONE,
        null,
        Entry.Tests.NONE);
  }

  @Override
  public void find(Article article, Mentions mentions) {
    for (Match match : watchlists.match(article)) {
      Entry entry = match.entry();
      int name = entry.query() == null ? Integer.parseInt(entry.id()) : NO_NAME;
      for (Hit hit : match.hits()) {
        mentions.at(name, hit.start(), hit.end());
      }
    }
  }
}
