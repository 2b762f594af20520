package dev.vedette.backtest;

import static dev.vedette.Samples.NOON;
import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import dev.vedette.backtest.Versions.Found;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Filters;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Query;
import dev.vedette.watchlist.Severity;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reading an article once may never find anything else than reading it with each version. */
class VersionsTest {

  private static final List<String> NAMES =
      List.of("Orest Vardanov", "Vera Lunt", "Quiet Heron", "Ilse Brandt", "Lantern Gulf");
  private static final List<String> QUERIES =
      List.of("heron*", "vera NEAR/3 gulf", "@a AND gulf", "@b OR heron*", "NOT @c AND lunt");

  private final long seed = Long.getLong("vedette.seed", 20_261_130L);
  private final Random random = new Random(seed);

  @Test
  void findWhatEachVersionFindsAlone() {
    int matches = 0;
    for (int round = 0; round < 200; round++) {
      Watchlists current = version("current");
      Watchlists candidate = version("candidate");
      Versions versions = new Versions(current, candidate, null);
      Set<String> different = current.differences(candidate);
      for (int at = 0; at < 5; at++) {
        Article article = text();
        Found found = versions.match(article);
        assertThat(sorted(found.before()))
            .as("seed %d, before, %s", seed, article.body())
            .isEqualTo(some(current, article, different::contains));
        assertThat(sorted(found.after()))
            .as("seed %d, after, %s", seed, article.body())
            .isEqualTo(some(candidate, article, different::contains));
        assertThat(sorted(found.alike()))
            .as("seed %d, alike, %s", seed, article.body())
            .isEqualTo(some(candidate, article, id -> !different.contains(id)));
        matches += found.before().size() + found.after().size() + found.alike().size();
      }
    }
    assertThat(matches).as("matches that were there to be found").isGreaterThan(1_000);
  }

  @Test
  void oneEntryAloneFindsWhatItFindsAmongOthers() {
    Watchlists current = version("current");
    Watchlists candidate = version("candidate");
    Set<String> different = current.differences(candidate);
    for (String id : List.of("a", "b", "c", "x", "y")) {
      Versions versions = new Versions(current, candidate, id);
      for (int at = 0; at < 20; at++) {
        Article article = text();
        Found found = versions.match(article);
        List<Match> ofCandidate =
            Stream.of(found.alike(), found.after()).flatMap(List::stream).toList();
        assertThat(sorted(ofCandidate))
            .as("seed %d, %s, %s", seed, id, article.body())
            .isEqualTo(some(candidate, article, id::equals));
        assertThat(sorted(found.before()))
            .as("seed %d, %s, %s", seed, id, article.body())
            .isEqualTo(different.contains(id) ? some(current, article, id::equals) : List.of());
      }
    }
  }

  /** A match, whatever else stands in its list. */
  private record Seen(String list, Entry entry, boolean alerts, double score, List<Hit> hits) {}

  private static List<Seen> some(Watchlists version, Article article, Predicate<String> wanted) {
    return sorted(
        version.match(article).stream().filter(match -> wanted.test(match.entry().id())).toList());
  }

  private static List<Seen> sorted(List<Match> matches) {
    return matches.stream()
        .map(
            match ->
                new Seen(
                    match.watchlist().id(),
                    match.entry(),
                    match.alerts(),
                    match.score(),
                    match.hits()))
        .sorted(Comparator.comparing(seen -> seen.entry().id()))
        .toList();
  }

  private Watchlists version(String version) {
    List<Entry> named = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      named.add(entry(id, pick(NAMES)));
    }
    List<Entry> asked = new ArrayList<>();
    for (String id : List.of("x", "y")) {
      asked.add(asking(id, pick(QUERIES)));
    }
    return Watchlists.of(
        List.of(
            new Watchlist("named", "named", named, false),
            new Watchlist("asked", "asked", asked, true)),
        version);
  }

  private static Entry asking(String id, String query) {
    return new Entry(
        id,
        Kind.CONCEPT,
        id,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Query.parse(query),
        Severity.MEDIUM,
        Set.of(),
        Filters.NONE,
        null,
        Entry.Tests.NONE);
  }

  private Article text() {
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < 4; word++) {
      text.append(pick(NAMES)).append(pick(List.of(" met ", ". ", ", and ")));
    }
    return article("a", "Title", text.toString(), NOON);
  }

  private String pick(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
