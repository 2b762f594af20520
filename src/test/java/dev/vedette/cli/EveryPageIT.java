package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.web.Axe;
import dev.vedette.web.Browser;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * Every page in a real browser: whether everybody can use it, in light and dark, wide and at 360
 * pixels. With {@code -Dpictures=DIR} each of them is drawn into that directory, to be looked at.
 */
@EnabledIf("dev.vedette.web.Browser#isHere")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT {

  private static final String STORY =
      "Sergei Shoigu came to the harbour with a delegation of nine and an interpreter.\n\n"
          + "They looked at two cranes, asked who had painted them, and left before the rain.\n\n"
          + "The harbour master, who had prepared a speech, read it to the cranes afterwards.\n";

  private PageScene scene;
  private Browser browser;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException {
    scene =
        new PageScene(
            directory,
            """
            - {id: down, title: A wire that is down, feed: "http://127.0.0.1:1/feed", every: 1m}
            - {id: later, title: A feed for later, feed: "https://later.example/feed", enabled: false}
            """,
            """
            watchlist: people
            title: People
            entries:
              - {id: shoigu, kind: person, severity: high, names: [Sergei Shoigu]}
              - {id: kim, kind: person, severity: low, names: [Kim Jong Un]}
              - id: nobody
                title: Somebody with a name that is so long that it goes over the end of a line
                kind: person
                severity: critical
                names: [Nobody Whosoever]
                silence: {reason: not yet, by: Ann}
            """
                + longList());
    browser = scene.browser;
    scene.put("first.txt", "Cranes inspected\n\n" + STORY);
    scene.put("kim.txt", "A visit\n\nKim Jong Un was seen at the harbour.\n");
    scene.go("alerts");
    browser.firstWith(".alert .headline", "Cranes inspected");
    browser.firstWith(".alert .headline", "A visit");
    scene.put("second.txt", "Visitors leave before the rain\n\n" + STORY);
    browser.firstWith(".alert .copies", "1 copy");
  }

  private static String longList() {
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      entries.append("  - {id: more-%d, kind: person, names: [Xerxes Nobody%d]}%n".formatted(i, i));
    }
    return entries.toString();
  }

  @AfterAll
  void stop() {
    scene.close();
  }

  @ParameterizedTest(name = "{0} px, dark: {1}")
  @CsvSource({"1440, false", "1440, true", "360, false", "360, true"})
  void everybodyCanUseIt(int width, boolean dark) throws IOException {
    browser.size(width, 800);
    browser.dark(dark);
    String look = (width < 1000 ? "narrow-" : "wide-") + (dark ? "dark" : "light");

    scene.go("alerts");
    browser.firstWith(".alert .headline", "Cranes inspected");
    browser.run("document.querySelector('.counts').open = true");
    browser.firstWith(".counts tbody", "Kim Jong Un");
    check("alerts-" + look);
    browser.first(".counts button").click();
    browser.firstWith("dialog.numbers", "Alerts over time");
    check("numbers-" + look);
    browser.type(Keys.ESCAPE);

    scene.open("Cranes inspected");
    browser.firstWith(".article p", "two cranes");
    check("alert-" + look);
    browser.first(".copies button").click();
    browser.firstWith(".diff ins", "Visitors");
    browser.run("document.querySelector('.diff').scrollIntoView({block: 'center'})");
    check("compare-" + look);

    scene.go("sources");
    browser.firstWith(".source.failing", "A wire that is down");
    check("sources-" + look);

    scene.go("watchlists");
    browser.firstWith(".entry-row", "Sergei Shoigu");
    check("watchlists-" + look);

    scene.go("try");
    browser.first("#try-text").sendKeys("Talks\n\nSergei Shoigu met nobody.");
    browser.first("#try-entry").sendKeys("kim");
    browser.first(".try-form .primary").click();
    browser.firstWith(".whynot", "Why kim raises none");
    check("try-" + look);
    browser.size(1440, 900);
    browser.dark(false);
  }

  private void check(String name) throws IOException {
    String pictures = System.getProperty("pictures");
    if (pictures != null) {
      browser.picture(Path.of(pictures, name + ".png"));
    }
    assertThat(Axe.violations(browser)).as(name).isEmpty();
    assertThat(scene.isWiderThanTheWindow()).as(name).isFalse();
  }

  @Test
  void theChartsNarrowTheList() {
    scene.go("alerts");
    browser.firstWith(".counts tbody", "Kim Jong Un");
    assertThat(browser.firstWith(".counts tr", "Sergei Shoigu").findElement(By.tagName("svg")))
        .extracting(chart -> chart.getAttribute("aria-label"))
        .asString()
        .matches("1 alert since [^;]+, the most, 1, (on|from) \\d+ \\w+.*");
    browser.firstWith(".counts th a", "Kim Jong Un").click();
    browser.firstWith(".summary", "1 alert");
    browser.await(() -> browser.count(".counts tbody tr") == 1);
    browser.firstWith(".counts th a", "Kim Jong Un").click();
    browser.firstWith(".summary", "2 alerts");
  }

  @Test
  void aLongListIsShownInPartsAndFoundByName() {
    scene.go("watchlists");
    browser.firstWith(".buttons", "25 of 63 entries");
    browser.firstWith(".buttons button", "Show 25 more").click();
    browser.firstWith(".entry-row", "Xerxes Nobody40");
    browser.first("button[aria-label='Silence Xerxes Nobody40']").click();
    browser.first("dialog input[name=reason]").sendKeys("known");
    browser.first("dialog button.primary").click();
    browser.first("button[aria-label='Hear Xerxes Nobody40 again']").click();
    browser.first("button[aria-label='Silence Xerxes Nobody40']");
    assertThat(browser.count(".entry-row")).isEqualTo(50);
    browser.first("input[name=names]").sendKeys("nobody59");
    browser.await(() -> browser.count(".entry-row") == 1);
    browser.firstWith(".entry-row", "Xerxes Nobody59");
    browser.first("input[name=names]").sendKeys(" and more");
    browser.firstWith("[role=status]", "No entry is called that.");
    assertThat(browser.count(".entry-row")).isZero();
  }

  @Test
  void theWayToTheContentStaysOnThePage() {
    scene.go("sources");
    browser.firstWith("h1", "Sources");
    browser.run("document.querySelector('.skip').click()");

    assertThat(browser.run("return document.activeElement.id")).isEqualTo("main");
    assertThat(browser.run("return location.hash")).isEqualTo("#/sources");
    assertThat(browser.first("h1").getText()).isEqualTo("Sources");
  }
}
