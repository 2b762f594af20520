package dev.vedette.watchlist;

import static java.util.stream.Collectors.joining;

import dev.vedette.article.Article;
import dev.vedette.article.Zone;
import dev.vedette.article.ZoneSpan;
import dev.vedette.watchlist.CompiledEntry.Sought;
import dev.vedette.watchlist.EntrySearch.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All watchlists of one version, compiled: immutable, thread-safe, swapped as a whole.
 *
 * <p>Nothing depends on the order of lists or entries, and the same article gives the same matches
 * on every machine.
 */
public final class Watchlists {

  /** A sought thing, and the id of the entry that looks for it. */
  private record Wanted(String entry, Sought sought) {}

  private final List<Watchlist> lists;
  private final String version;
  private final Map<String, CompiledEntry> entries = new TreeMap<>();
  private final List<Wanted> wanted = new ArrayList<>();
  private final NameIndex index;
  private final Set<String> alwaysTried = new TreeSet<>();

  private Watchlists(List<Watchlist> lists, String version) {
    this.lists = lists;
    this.version = version;
    for (Watchlist list : lists) {
      for (Entry entry : list.entries()) {
        CompiledEntry compiled = CompiledEntry.of(list, entry);
        entries.put(entry.id(), compiled);
        compiled.sought().forEach(sought -> wanted.add(new Wanted(entry.id(), sought)));
        if (compiled.alwaysTried()) {
          alwaysTried.add(entry.id());
        }
      }
    }
    this.index = NameIndex.of(wanted.stream().map(one -> one.sought.spelling()).toList());
  }

  /**
   * Compiles watchlists.
   *
   * @param version names this state of the files, for the alerts that it makes
   * @throws IllegalArgumentException if there are {@link #problems}, with all of them
   */
  public static Watchlists of(List<Watchlist> lists, String version) {
    List<EntryProblem> problems = problems(lists);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.stream().map(EntryProblem::toString).collect(joining("\n")));
    }
    return new Watchlists(List.copyOf(lists), version);
  }

  /**
   * What is wrong with entries beside each other: ids that are not unique, and queries that refer
   * to an entry that does not exist or refers back to them. In the order of lists and entries.
   */
  public static List<EntryProblem> problems(List<Watchlist> lists) {
    return new References(lists).problems();
  }

  /** The lists, as given. */
  public List<Watchlist> lists() {
    return lists;
  }

  /** The version that its alerts name. */
  public String version() {
    return version;
  }

  /** What every entry found; entries that found nothing are absent, and no order is promised. */
  public List<Match> match(Article article) {
    Reading reading = new Reading(article);
    Map<String, List<Found>> found = find(reading);
    ArticleSearch search = new ArticleSearch(entries, reading, found);
    Set<String> candidates = new TreeSet<>(alwaysTried);
    candidates.addAll(found.keySet());
    return candidates.stream()
        .map(entries::get)
        .filter(Objects::nonNull)
        .map(search::match)
        .filter(Objects::nonNull)
        .toList();
  }

  private Map<String, List<Found>> find(Reading reading) {
    Map<String, List<Found>> found = new HashMap<>();
    for (Hit.Field field : reading.fields()) {
      index.find(
          reading.folded(field),
          (spelling, from, to) -> {
            Wanted one = wanted.get(spelling);
            Span span = new Span(field, from, to, one.sought.label());
            found
                .computeIfAbsent(one.entry, id -> new ArrayList<>())
                .add(new Found(one.sought, span));
          });
    }
    return found;
  }

  /**
   * Tries every entry on its own tests, in the order of lists and entries.
   *
   * <p>The text is the body of an article without title, in an unknown language, from a source and
   * in a zone where the entry looks. Only whether that entry alerts is asked, not what others do.
   */
  public List<TestOutcome> test() {
    List<TestOutcome> outcomes = new ArrayList<>();
    for (Watchlist list : lists) {
      for (Entry entry : list.entries()) {
        entry.tests().match().forEach(text -> outcomes.add(test(list, entry, text, true)));
        entry.tests().noMatch().forEach(text -> outcomes.add(test(list, entry, text, false)));
      }
    }
    return List.copyOf(outcomes);
  }

  private TestOutcome test(Watchlist list, Entry entry, String text, boolean expected) {
    for (Match match : match(testArticle(entry.filters(), text))) {
      if (match.entry().id().equals(entry.id())) {
        return new TestOutcome(list.id(), entry.id(), text, expected, match.alerts(), match.hits());
      }
    }
    return new TestOutcome(list.id(), entry.id(), text, expected, false, List.of());
  }

  private static Article testArticle(Filters filters, String text) {
    String source = filters.sources().stream().sorted().findFirst().orElse("");
    Zone zone = filters.zones().stream().sorted().findFirst().orElse(Zone.BODY);
    return new Article(
        "test",
        "",
        source,
        "",
        "",
        text,
        text.isEmpty() ? List.of() : List.of(new ZoneSpan(zone, 0, text.length())),
        "",
        "",
        null,
        Instant.EPOCH,
        false);
  }
}
