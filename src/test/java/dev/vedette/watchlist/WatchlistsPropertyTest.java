package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import dev.vedette.text.RandomText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every article and every list. */
class WatchlistsPropertyTest {

  private static final String[] NAMES = {
    "a", "b", "ab", "a b", "é", "бй", "중 국", "中国", "か", "김정은", "ก", "12", "a-1", "A&B", "م ح", "ß"
  };

  private static final String[] QUERIES = {
    "a NEAR/3 b", "a AND NOT 中", "ab* OR 12", "/[ab]+/", "title:a AND b", "@e0 AND b", "a ONEAR/4 김"
  };

  @Test
  void everyHitIsCutFromItsFieldInOrder() {
    long seed = Long.getLong("vedette.seed", 20_261_123L);
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      Article article = article(random);
      for (Match match : watchlists(entries(random)).match(article)) {
        String place = "seed " + seed + ", " + article + ", " + match.hits();
        assertThat(match.hits()).as(place).isNotEmpty();
        assertThat(match.score()).as(place).isBetween(0.0, 1.0);
        Hit before = null;
        for (Hit hit : match.hits()) {
          String field = hit.field() == Hit.Field.TITLE ? article.title() : article.body();
          assertThat(field.substring(hit.start(), hit.end())).as(place).isEqualTo(hit.surface());
          assertThat(hit.how()).as(place).isNotEmpty();
          assertThat(before == null || before.field() != hit.field() || before.end() <= hit.start())
              .as(place)
              .isTrue();
          before = hit;
        }
      }
    }
  }

  @Test
  void theOrderOfEntriesDecidesNothing() {
    long seed = Long.getLong("vedette.seed", 20_261_123L);
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Article article = article(random);
      List<Entry> entries = entries(random);
      List<String> ordered = shown(watchlists(entries).match(article));
      List<Entry> shuffled = new ArrayList<>();
      for (Entry entry : entries) {
        shuffled.add(withShuffledNames(entry, random));
      }
      Collections.shuffle(shuffled, random);
      assertThat(shown(watchlists(shuffled).match(article)))
          .as("seed %d: %s", seed, article)
          .isEqualTo(ordered);
    }
  }

  @Test
  void someEntriesFindAloneWhatTheyFindAmongAll() {
    long seed = Long.getLong("vedette.seed", 20_261_123L);
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      Article article = article(random);
      Watchlists all = watchlists(entries(random));
      Set<String> ids = new TreeSet<>(List.of("e" + random.nextInt(6), "e" + random.nextInt(6)));
      assertThat(shown(of(ids, all.only(ids).match(article))))
          .as("seed %d: %s of %s", seed, ids, article)
          .isEqualTo(shown(of(ids, all.match(article))));
    }
  }

  @Test
  void entriesThatDoNotDifferFindTheSame() {
    long seed = Long.getLong("vedette.seed", 20_261_123L);
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      Article article = article(random);
      List<Entry> entries = entries(random);
      List<Entry> others = new ArrayList<>(entries);
      int changed = random.nextInt(6);
      others.set(changed, entries(random).get(changed));
      Watchlists before = watchlists(entries);
      Watchlists after = watchlists(others);
      Set<String> different = before.differences(after);
      Set<String> alike = new TreeSet<>(Set.of("e0", "e1", "e2", "e3", "e4", "e5"));
      alike.removeAll(different);
      assertThat(shown(of(alike, after.match(article))))
          .as("seed %d: %s, different %s", seed, article, different)
          .isEqualTo(shown(of(alike, before.match(article))));
    }
  }

  private static List<Match> of(Set<String> ids, List<Match> matches) {
    return matches.stream().filter(match -> ids.contains(match.entry().id())).toList();
  }

  @Test
  void manyThreadsFindTheSame() throws Exception {
    Random random = new Random(7);
    Watchlists watchlists = watchlists(entries(random));
    List<Article> articles = Stream.generate(() -> article(random)).limit(300).toList();
    List<List<String>> alone = articles.stream().map(a -> shown(watchlists.match(a))).toList();
    Callable<List<List<String>>> all =
        () -> articles.stream().map(a -> shown(watchlists.match(a))).toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<List<List<String>>> together : threads.invokeAll(List.of(all, all, all, all))) {
        assertThat(together.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  static Stream<String> weirdTexts() {
    return Stream.of(
        "",
        "\uD83D Shoigu \uDE00\uD800",
        "\u202EShoigu\u202C \u200FShoigu\u200E",
        "Shoigu" + "\u0301".repeat(10_000) + " Shoigu",
        "Shoigu " + " ".repeat(100_000) + "Shoigu",
        "x".repeat(100_000) + " Shoigu",
        "导弹".repeat(100_000) + "Shoigu",
        "a ".repeat(100_000) + "Shoigu",
        "a a b ".repeat(50_000) + "Shoigu",
        "\u0000\uFFFF\uFEFF Shoigu");
  }

  @ParameterizedTest
  @MethodSource("weirdTexts")
  void weirdTextsAreReadToTheirEnd(String text) {
    Watchlists watchlists =
        AnEntry.list(
            AnEntry.of("shoigu").names("Shoigu"),
            AnEntry.of("long").names("a a a a a a a a a a a a a a a b"),
            AnEntry.of("near").query("a NEAR/1000 b AND (a OR b)"),
            AnEntry.of("regex").query("/(a ?)+z|.*x/"));

    boolean found =
        watchlists.match(AnArticle.body(text)).stream()
            .anyMatch(match -> match.entry().id().equals("shoigu"));

    assertThat(found).isEqualTo(text.contains("Shoigu"));
  }

  @Test
  void tenMegabytesAreSearched() {
    String text = "Šojgu и Шойгу, 쇼이구가. ".repeat(450_000) + "Sergei Shoigu";

    assertThat(
            AnArticle.found(
                AnEntry.list(AnEntry.of("e").names("Sergei Shoigu")), AnArticle.body(text)))
        .isEqualTo("Sergei Shoigu");
  }

  private static Article article(Random random) {
    return AnArticle.of(RandomText.of(random, 12), RandomText.of(random, 120));
  }

  private static Watchlists watchlists(List<Entry> entries) {
    return Watchlists.of(List.of(new Watchlist("w", "W", entries, false)), "v");
  }

  private static List<Entry> entries(Random random) {
    List<Entry> entries = new ArrayList<>();
    for (int id = 0; id < 6; id++) {
      AnEntry entry =
          AnEntry.of("e" + id)
              .names(some(random))
              .weak(some(random))
              .context(some(random))
              .not(random.nextInt(3) == 0 ? some(random) : new String[0]);
      entries.add(
          id == 0 ? entry.build() : entry.query(QUERIES[random.nextInt(QUERIES.length)]).build());
    }
    return entries;
  }

  private static String[] some(Random random) {
    return random
        .ints(random.nextInt(4), 0, NAMES.length)
        .mapToObj(at -> NAMES[at])
        .toArray(String[]::new);
  }

  private static Entry withShuffledNames(Entry entry, Random random) {
    List<Name> names = new ArrayList<>(entry.names());
    Collections.shuffle(names, random);
    return new Entry(
        entry.id(),
        entry.kind(),
        entry.title(),
        names,
        entry.weak(),
        entry.context(),
        entry.not(),
        entry.query(),
        entry.severity(),
        entry.tags(),
        entry.filters(),
        entry.silence(),
        entry.limits(),
        entry.tests());
  }

  private static List<String> shown(List<Match> matches) {
    return matches.stream()
        .map(match -> match.entry().id() + match.alerts() + match.score() + match.hits())
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
