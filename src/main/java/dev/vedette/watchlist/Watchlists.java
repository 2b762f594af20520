package dev.vedette.watchlist;

import static java.util.stream.Collectors.joining;

import dev.vedette.article.Article;
import dev.vedette.article.Zone;
import dev.vedette.article.ZoneSpan;
import dev.vedette.text.Tokens;
import dev.vedette.watchlist.EntrySearch.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All watchlists of one version: immutable, thread-safe, swapped as a whole. The first article that
 * is matched compiles them, unless {@link #compile} has been called before.
 *
 * <p>Nothing depends on the order of lists or entries, and the same article gives the same matches
 * on every machine.
 */
public final class Watchlists {

  private final List<Watchlist> lists;
  private final String version;
  private volatile @Nullable Compiled compiled;
  private final ThreadLocal<Tokens> tokens = ThreadLocal.withInitial(Tokens::new);

  private Watchlists(List<Watchlist> lists, String version) {
    this.lists = lists;
    this.version = version;
  }

  /** What is looked for, and the tables that find it. */
  private record Compiled(Wanted wanted, NameIndex names, VariantIndex variants) {

    static Compiled of(List<Watchlist> lists) {
      Wanted wanted = new Wanted(lists);
      return new Compiled(
          wanted,
          NameIndex.of(wanted.names(), name -> wanted.sought(name).spelling()),
          VariantIndex.of(wanted));
    }
  }

  /**
   * Watchlists that fit together.
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
   * Compiles them now: with some 100,000 names it takes seconds, which the first article should not
   * wait for where articles are waiting.
   *
   * @return these
   */
  public Watchlists compile() {
    compiled();
    return this;
  }

  private Compiled compiled() {
    Compiled known = compiled;
    if (known != null) {
      return known;
    }
    synchronized (this) {
      Compiled made = compiled == null ? Compiled.of(lists) : compiled;
      compiled = made;
      return made;
    }
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

  /**
   * The entries that may find something else here than in another version: those that only one of
   * the two has or that differ, and those whose queries refer to such, directly or not.
   *
   * @return their ids, sorted
   */
  public Set<String> differences(Watchlists other) {
    return Differences.between(lists, other.lists);
  }

  /**
   * The same version with some of its entries, and those that their queries refer to. What these
   * entries find is what they find here.
   *
   * @param ids of entries; those that are not here are passed over
   */
  public Watchlists only(Set<String> ids) {
    Set<String> kept = new References(lists).closure(ids);
    return new Watchlists(
        lists.stream()
            .map(
                list ->
                    new Watchlist(
                        list.id(),
                        list.title(),
                        list.entries().stream().filter(entry -> kept.contains(entry.id())).toList(),
                        list.ownTopic()))
            .toList(),
        version);
  }

  /** What every entry found; entries that found nothing are absent, and no order is promised. */
  public List<Match> match(Article article) {
    Reading reading = new Reading(article);
    Map<Integer, List<Found>> found = find(reading);
    if (found.isEmpty()) {
      return List.of();
    }
    ArticleSearch search = search(reading, found);
    return found.keySet().stream()
        .map(compiled().wanted()::compiled)
        .sorted(Comparator.comparing(one -> one.entry().id()))
        .map(search::match)
        .filter(Objects::nonNull)
        .toList();
  }

  private Map<Integer, List<Found>> find(Reading reading) {
    Compiled tables = compiled();
    Map<Integer, List<Found>> found =
        new Finder(tables.wanted(), tables.variants()).find(reading, tables.names(), tokens.get());
    for (int entry : tables.wanted().alwaysTried()) {
      found.putIfAbsent(entry, List.of());
    }
    return found;
  }

  private ArticleSearch search(Reading reading, Map<Integer, List<Found>> found) {
    return new ArticleSearch(
        compiled().wanted()::referred, reading, entry -> found.getOrDefault(entry, List.of()));
  }

  /**
   * Why an entry raises no alert on an article.
   *
   * @param entry its id
   * @return empty if there is no such entry
   */
  public Optional<WhyNot> whyNot(String entry, Article article) {
    for (Watchlist list : lists) {
      for (Entry one : list.entries()) {
        if (one.id().equals(entry)) {
          return Optional.of(new Inquiry(lists, list, one, article).answer());
        }
      }
    }
    return Optional.empty();
  }

  /** What is not true of the first entry's query, which may be true all the same. */
  List<Obstacle> faultsOfFirst(Article article) {
    Reading reading = new Reading(article);
    return search(reading, find(reading)).faults(compiled().wanted().compiled(0));
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
