package dev.vedette.backtest;

import static dev.vedette.Samples.NOON;
import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vedette.article.Article;
import dev.vedette.article.Zone;
import dev.vedette.article.ZoneSpan;
import dev.vedette.backtest.BacktestReport.EntryNoise;
import dev.vedette.backtest.BacktestReport.EntryRef;
import dev.vedette.backtest.BacktestReport.Form;
import dev.vedette.backtest.BacktestReport.Overlap;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Filters;
import dev.vedette.watchlist.Silence;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacktestTest {

  private static final List<Article> ARTICLES =
      List.of(
          article("a", "Visit", "Sergei Shoigu came.", NOON),
          article("b", "Guest", "Kang Sun Nam came.", NOON.plusSeconds(60)),
          article("c", "Parade", "Kim Jong Un spoke, and Kang Sun Nam.", NOON.plusSeconds(120)),
          article("d", "Guest", "Kang Sun Nam came.", NOON.plusSeconds(180)),
          article("e", "Rain", "It rained in Oslo.", NOON.plusSeconds(240)));

  private static final Watchlists CURRENT =
      version("one", entry("guest", "Kang Sun Nam"), entry("un", "Kim Jong Un"));

  @Test
  void aNewEntryGainsWhatItWouldHaveTold() {
    BacktestReport report =
        compare(
            version(
                "two",
                entry("guest", "Kang Sun Nam"),
                entry("un", "Kim Jong Un"),
                entry("shoigu", "Sergei Shoigu")));

    assertThat(shown(report))
        .containsExactly("+1 −0 =3", "shoigu ADDED +1 −0 =0", "+ a copies 0: Sergei Shoigu came.");
  }

  @Test
  void aRemovedEntryLosesItsStoriesTheLatestFirstWithTheirCopies() {
    assertThat(shown(compare(version("two", entry("un", "Kim Jong Un")))))
        .containsExactly(
            "+0 −2 =1",
            "guest REMOVED +0 −2 =0",
            "- c copies 0: Kim Jong Un spoke, and Kang Sun Nam.",
            "- b copies 1: Kang Sun Nam came.");
  }

  @Test
  void aChangedEntryGainsAndLoses() {
    assertThat(
            shown(
                compare(
                    version("two", entry("guest", "Sergei Shoigu"), entry("un", "Kim Jong Un")))))
        .containsExactly(
            "+1 −2 =1",
            "guest CHANGED +1 −2 =0",
            "+ a copies 0: Sergei Shoigu came.",
            "- c copies 0: Kim Jong Un spoke, and Kang Sun Nam.",
            "- b copies 1: Kang Sun Nam came.");
  }

  @Test
  void theSameVersionIsNotCompared() {
    BacktestReport report = compare(CURRENT);

    assertThat(report.compares()).isFalse();
    assertThat(shown(report)).containsExactly("+0 −0 =3");
    assertThat(report.articles()).isEqualTo(5);
    assertThat(report.first()).isEqualTo(NOON);
    assertThat(report.last()).isEqualTo(NOON.plusSeconds(240));
  }

  @Test
  void oneEntryIsLookedAtAlone() {
    Watchlists candidate = version("two", entry("un", "Sergei Shoigu"));
    Backtest backtest = new Backtest(CURRENT, candidate, "un");
    ARTICLES.forEach(backtest::read);

    assertThat(shown(backtest.report()))
        .containsExactly(
            "+1 −1 =0",
            "un CHANGED +1 −1 =0",
            "+ a copies 0: Sergei Shoigu came.",
            "- c copies 0: Kim Jong Un spoke, and Kang Sun Nam.");
    assertThat(backtest.report().neverFired()).isEmpty();
  }

  @Test
  void theOrderOfArticlesDecidesNothing() {
    Watchlists candidate = version("two", entry("guest", "Sergei Shoigu", "Kim Jong Un"));
    BacktestReport ordered = compare(candidate);
    List<Article> shuffled = new ArrayList<>(ARTICLES);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(shuffled, new Random(round));
      Backtest backtest = new Backtest(CURRENT, candidate, null);
      shuffled.forEach(backtest::read);
      assertThat(backtest.report()).isEqualTo(ordered);
    }
  }

  @Test
  void manyThreadsCountTheSame() {
    Watchlists candidate = version("two", entry("guest", "Sergei Shoigu", "Kim Jong Un"));
    List<Article> many =
        IntStream.range(0, 500)
            .mapToObj(i -> article("n" + i, "T", "No. " + i + ": Sergei Shoigu and Kang Sun Nam."))
            .toList();
    Backtest backtest = new Backtest(CURRENT, candidate, null);
    many.parallelStream().forEach(backtest::read);

    assertThat(backtest.report().articles()).isEqualTo(500);
    assertThat(backtest.report().same()).isEqualTo(500);
  }

  @Test
  void noiseIsCountedForTheCandidate() {
    Watchlists candidate =
        version(
            "two",
            entry("guest", new Silence(NOON.plusSeconds(100), "known", "me"), "Kang Sun Nam"),
            entry("un", "Kim Jong Un"),
            entry("twin", "Nam Kang Sun", "Kang Sun Nam"));
    Backtest backtest = new Backtest(CURRENT, candidate, null);
    ARTICLES.forEach(backtest::read);
    backtest.read(withLink());

    BacktestReport report = backtest.report();
    assertThat(report.noise())
        .containsExactly(
            new EntryNoise(
                "list",
                "guest",
                "Kang Sun Nam",
                3,
                2,
                4,
                0.25,
                1 / 3.0,
                List.of(new Form("Kang Sun Nam", 3), new Form("KANG SUN NAM", 1))),
            new EntryNoise(
                "list",
                "twin",
                "Nam Kang Sun",
                3,
                2,
                4,
                0.25,
                0,
                List.of(new Form("Kang Sun Nam", 3), new Form("KANG SUN NAM", 1))),
            new EntryNoise(
                "list", "un", "Kim Jong Un", 1, 1, 1, 0, 0, List.of(new Form("Kim Jong Un", 1))));
    assertThat(report.overlaps()).containsExactly(new Overlap("guest", "twin", 3, 3, 3));
    assertThat(report.neverFired()).isEmpty();
  }

  @Test
  void anEntryThatOnlyStoodInLinksNeverFired() {
    Backtest backtest = new Backtest(CURRENT, CURRENT, null);
    backtest.read(withLink());

    assertThat(backtest.report().neverFired())
        .containsExactly(
            new EntryRef("list", "guest", "Kang Sun Nam"),
            new EntryRef("list", "un", "Kim Jong Un"));
    assertThat(backtest.report().noise())
        .containsExactly(
            new EntryNoise(
                "list",
                "guest",
                "Kang Sun Nam",
                0,
                0,
                1,
                1,
                0,
                List.of(new Form("KANG SUN NAM", 1))));
  }

  @Test
  void whatStandsOutsideAnEntrysZonesIsNoBoilerplateForThat() {
    Entry guest = inZones(entry("guest", "Kang Sun Nam"), Set.of(Zone.TITLE, Zone.LINK));
    Watchlists lists = version("one", guest);
    Backtest backtest = new Backtest(lists, lists, null);
    backtest.read(article("a", "Visit", "Kang Sun Nam came."));
    backtest.read(withLink());

    assertThat(backtest.report().noise())
        .extracting(EntryNoise::hits, EntryNoise::boilerplate)
        .containsExactly(tuple(2L, 0.5));
  }

  private static Entry inZones(Entry entry, Set<Zone> zones) {
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
        new Filters(Set.of(), Set.of(), zones, 0),
        entry.silence(),
        entry.tests());
  }

  private static Article withLink() {
    Article plain = article("l", "Links", "Rain.\nRead more: KANG SUN NAM", NOON.plusSeconds(99));
    return new Article(
        plain.id(),
        plain.revision(),
        plain.source(),
        plain.url(),
        plain.title(),
        plain.body(),
        List.of(new ZoneSpan(Zone.BODY, 0, 6), new ZoneSpan(Zone.LINK, 6, plain.body().length())),
        plain.language(),
        "",
        null,
        plain.fetchedAt(),
        false);
  }

  private static BacktestReport compare(Watchlists candidate) {
    Backtest backtest = new Backtest(CURRENT, candidate, null);
    ARTICLES.forEach(backtest::read);
    return backtest.report();
  }

  private static Watchlists version(String name, Entry... entries) {
    return Watchlists.of(List.of(new Watchlist("list", "List", List.of(entries), false)), name);
  }

  private static List<String> shown(BacktestReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(counts(report.gained(), report.lost(), report.same()));
    report
        .changes()
        .forEach(
            change -> {
              lines.add(
                  change.entry()
                      + " "
                      + change.state()
                      + " "
                      + counts(change.gained(), change.lost(), change.same()));
              change
                  .alerts()
                  .forEach(
                      one ->
                          lines.add(
                              (one.gained() ? "+ " : "- ")
                                  + one.alert().article().id()
                                  + " copies "
                                  + one.copies()
                                  + ": "
                                  + one.alert().snippet()));
            });
    return lines;
  }

  private static String counts(long gained, long lost, long same) {
    return "+" + gained + " −" + lost + " =" + same;
  }
}
