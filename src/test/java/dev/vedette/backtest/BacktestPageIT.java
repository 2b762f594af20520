package dev.vedette.backtest;

import static dev.vedette.Samples.NOON;
import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import dev.vedette.web.Axe;
import dev.vedette.web.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The report in a real browser: whether everybody can read it, in light and dark, wide and at 360
 * pixels. With {@code -Dpictures=DIR} it is drawn into that directory, to be looked at.
 */
@EnabledIf("dev.vedette.web.Browser#isHere")
class BacktestPageIT {

  private static final String IS_WIDER =
      "return document.documentElement.scrollWidth > document.documentElement.clientWidth";

  @TempDir Path directory;

  @ParameterizedTest(name = "{0} px, dark: {1}")
  @CsvSource({"1440, false", "1440, true", "360, false", "360, true"})
  void everybodyCanReadIt(int width, boolean dark) throws IOException {
    Path page = Files.writeString(directory.resolve("report.html"), page());
    try (Browser browser = new Browser()) {
      browser.size(width, 1600);
      browser.dark(dark);
      browser.open(page.toUri().toString());
      browser.run("document.querySelectorAll('details').forEach(one => one.open = true)");
      String pictures = System.getProperty("pictures");
      if (pictures != null) {
        String look = (width < 1000 ? "narrow-" : "wide-") + (dark ? "dark" : "light");
        browser.picture(Path.of(pictures, "backtest-" + look + ".png"));
      }

      assertThat(browser.all("article mark")).isNotEmpty();
      assertThat(Axe.violations(browser)).isEmpty();
      assertThat(browser.run(IS_WIDER)).isEqualTo(false);
    }
  }

  /** All that a report can hold: alerts of both signs, copies, several scripts, every table. */
  private static String page() {
    Backtest backtest =
        new Backtest(
            version("sha256:0123456789abcdef", entry("guest", "Kang Sun Nam")),
            version(
                "sha256:fedcba9876543210",
                entry("shoigu", "Sergei Shoigu"),
                entry("the-same-man", "Сергей Шойгу"),
                entry("nobody-with-a-very-long-id-that-does-not-fit", "Nobody Whosoever")),
            null);
    List<Article> articles = new ArrayList<>();
    articles.add(article("a", "Visit", "Rain. On Tuesday SERGEI SHOIGU flew. Shoigu left."));
    articles.add(article("b", "Guest", "Kang Sun Nam came.", NOON.plusSeconds(60)));
    articles.add(article("c", "Guest", "Kang Sun Nam came.", NOON.plusSeconds(90)));
    articles.add(
        article(
            "d", "شويغو في بيونغ يانغ", "وصل سيرغي شويغو إلى بيونغ يانغ", NOON.plusSeconds(120)));
    articles.add(
        article(
            "e",
            "https://wire.example/a-headline-that-is-an-address-and-has-no-place-to-break/"
                + "x".repeat(80),
            "Сергей Шойгу прилетел " + "о".repeat(120),
            NOON.plusSeconds(180)));
    articles.forEach(backtest::read);
    return BacktestPage.of(backtest.report(), ZoneOffset.UTC);
  }

  private static Watchlists version(String name, Entry... entries) {
    return Watchlists.of(List.of(new Watchlist("list", "List", List.of(entries), false)), name);
  }
}
