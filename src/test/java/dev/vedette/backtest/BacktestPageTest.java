package dev.vedette.backtest;

import static dev.vedette.Golden.assertGolden;
import static dev.vedette.Samples.NOON;
import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.time.ZoneOffset;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a colleague is sent. */
class BacktestPageTest {

  private static final Watchlists CURRENT =
      version("sha256:0123456789abcdef", entry("guest", "Kang Sun Nam"));

  @Test
  void gainedAndLostAlertsAndTheNoiseStandOnOnePage() {
    Watchlists candidate =
        version(
            "sha256:fedcba9876543210",
            entry("shoigu", "Sergei Shoigu"),
            entry("un", "Kim Jong Un"));

    assertGolden(
        "backtest/page.html",
        page(
            candidate,
            article("a", "Visit", "Rain. On Tuesday SERGEI\nSHOIGU flew. Sergei Shoigu left."),
            article(
                "b", "Guest", "Kang Sun Nam came to see Sergei Shoigu.", NOON.plusSeconds(60))));
  }

  @Test
  void theSameAlertsAreSaidToBeTheSame() {
    Watchlists candidate =
        version("two", entry("un", "Kim Jong Un"), entry("guest", "Kang Sun Nam"));

    assertThat(text(page(candidate, article("a", "Visit", "Kang Sun Nam came."))))
        .contains("+0 −0 =1 alerts")
        .contains("The candidate tells the same alerts.");
  }

  @Test
  void withoutACandidateItIsTheNoise() {
    assertThat(text(page(CURRENT, article("a", "Visit", "Kang Sun Nam came."))))
        .startsWith("Noise of the watchlists 1 alert 1 article, fetched from 2026-11-23 12:00");
  }

  @Test
  void whatStandsInAnArticleIsTextAndNothingElse() {
    Watchlists candidate = version("two", entry("shoigu", "Sergei Shoigu"));
    Article plain =
        article(
            "a",
            "<script>alert(1)</script>\" onclick='x' \u202e",
            "Sergei Shoigu <img src=x onerror=alert(1)> & </p></article>\u0007");
    Article hostile =
        new Article(
            plain.id(),
            plain.revision(),
            "<b>",
            "javascript:alert(1)",
            plain.title(),
            plain.body(),
            List.of(),
            "\"><i>",
            "",
            null,
            NOON,
            false);

    Document page = Jsoup.parse(page(candidate, hostile));

    assertThat(page.select("script, img, i, article b, [onclick], [onerror], a, link")).isEmpty();
    assertThat(page.select("h3").text()).isEqualTo("+ <script>alert(1)</script>\" onclick='x'");
    assertThat(page.select(".snippet").text())
        .isEqualTo("Sergei Shoigu <img src=x onerror=alert(1)> & </p></article>");
    assertThat(page.select("mark").eachText()).containsExactly("Sergei Shoigu");
    assertThat(page.outerHtml()).doesNotContain("\u0007").doesNotContain("\u202e");
  }

  private static String page(Watchlists candidate, Article... articles) {
    Backtest backtest = new Backtest(CURRENT, candidate, null);
    List.of(articles).forEach(backtest::read);
    return BacktestPage.of(backtest.report(), ZoneOffset.UTC);
  }

  private static String text(String page) {
    return Jsoup.parse(page).body().text();
  }

  private static Watchlists version(String name, Entry... entries) {
    return Watchlists.of(List.of(new Watchlist("list", "List", List.of(entries), false)), name);
  }
}
