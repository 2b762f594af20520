package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vedette.web.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a real browser, on alerts of a real service. */
@EnabledIf("dev.vedette.web.Browser#isHere")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageIT {

  private PageScene scene;
  private Browser browser;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException {
    scene =
        new PageScene(
            directory,
            "",
            """
            watchlist: people
            title: People
            entries:
              - id: shoigu
                kind: person
                severity: high
                names: [Sergei Shoigu, Сергей Шойгу, 쇼이구, 张又侠, セルゲイ・ショイグ, سيرغي شويغو, סרגיי שויגו,
                  Σεργκέι Σόιγκου, सर्गेई शोइगु, เซอร์เกย์ ชอยกู, სერგეი შოიგუ]
              - id: kim
                kind: person
                severity: low
                names: [Kim Jong Un]
            """);
    browser = scene.browser;
    scene.go("alerts");
  }

  @AfterAll
  void stop() {
    scene.close();
  }

  @Test
  void anAlertArrivesByItselfAndFiltersFindIt() {
    scene.go("alerts");
    browser.firstWith("#live", "Live");
    put("arrives.txt", "The convoy left\n\nSergei Shoigu watched the convoy leave.\n");
    browser.firstWith(".alert .headline", "The convoy left");

    put("other.txt", "The harbour\n\nKim Jong Un was seen at the harbour.\n");
    browser.firstWith(".alert .headline", "The harbour");
    browser.first(".chip.low").click();
    browser.await(() -> !headlines().contains("The convoy left"));
    assertThat(headlines()).contains("The harbour");
    browser.first(".chip.low").click();
    browser.first("#search").sendKeys("conv");
    browser.await(() -> !headlines().contains("The harbour"));
    assertThat(headlines()).contains("The convoy left");
    browser.first("#search").clear();
  }

  private List<String> headlines() {
    return browser.all(".alerts-list, .summary").stream()
        .flatMap(list -> list.getText().lines())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          latin      | ltr | Sergei Shoigu     | Early on 𝒯uesday 🚂 Sergei Shoigu came by train.
          cyrillic   | ltr | Сергея Шойгу      | Рано утром 🚂 Сергея Шойгу видели на вокзале.
          hangul     | ltr | 쇼이구              | 어제 🚂 쇼이구가 평양에 도착했다.
          han        | ltr | 張又俠             | 昨天🚂張又俠在北京會見了客人。
          kana       | ltr | セルゲイ・ショイグ    | 昨日🚂セルゲイ・ショイグ氏が到着した。
          arabic     | rtl | سيرغي شويغو       | وصل 🚂 سيرغي شويغو إلى المدينة مساء أمس.
          hebrew     | rtl | סרגיי שויגו       | אתמול 🚂 סרגיי שויגו הגיע לעיר.
          greek      | ltr | Σεργκέι Σόιγκου   | Χθες 🚂 ο Σεργκέι Σόιγκου έφτασε στην πόλη.
          devanagari | ltr | सर्गेई शोइगु        | कल 🚂 सर्गेई शोइगु शहर पहुंचे।
          thai       | ltr | เซอร์เกย์ ชอยกู     | เมื่อวานนี้ 🚂 เซอร์เกย์ ชอยกู เดินทางถึงเมือง
          georgian   | ltr | სერგეი შოიგუ      | გუშინ 🚂 სერგეი შოიგუ ქალაქში ჩავიდა.
          """)
  void mentionsAreMarkedInPlaceInEveryScript(
      String script, String direction, String surface, String line) {
    put("script-" + script + ".txt", "About " + script + " script\n\n" + line + "\n");
    open("About " + script + " script");

    browser.firstWith(".article p", line.substring(0, 4));
    assertThat(browser.all(".article mark"))
        .extracting(mark -> mark.getAttribute("textContent"))
        .containsExactly(surface);
    WebElement paragraph = browser.firstWith(".article p", surface);
    assertThat(paragraph.getAttribute("textContent")).isEqualTo(line);
    assertThat(browser.run("return getComputedStyle(arguments[0]).direction", paragraph))
        .isEqualTo(direction);
  }

  @Test
  void aHostileArticleIsTextAndNothingElse() {
    String hostile =
        "Attack \u202e<b>from the side</b>\n\n"
            + "<script>window.hacked = 1</script><img src=x onerror=\"window.hacked = 1\">\n"
            + "Sergei Shoigu \u202e\u2067wrote this\u0000 <a href='javascript:hacked=1'>here</a>.\n"
            + "word ".repeat(1_000_000);
    put("hostile.txt", hostile);
    open("Attack");

    WebElement text = browser.firstWith(".article", "<script>window.hacked = 1</script>");
    assertThat(text.getAttribute("textContent"))
        .contains("<img src=x onerror=\"window.hacked = 1\">")
        .doesNotContain("\u202e", "\u2067", "\u0000");
    assertThat(browser.count("main img, main script, main b:not([class])[onclick], .article a"))
        .isZero();
    assertThat(browser.run("return window.hacked")).isNull();
    assertThat(browser.all(".article mark")).hasSize(1);
    browser.firstWith(".article", "The text was longer");
  }

  @Test
  void goesOnByItselfAfterTheServiceWasStartedAgain() {
    scene.go("alerts");
    browser.firstWith("#live", "Live");
    browser.run("window.same = true");
    scene.stopService();
    browser.firstWith("#live", "Reconnecting");
    scene.startAgain();
    put("after.txt", "After the restart\n\nSergei Shoigu is back.\n");

    browser.firstWith(".alert .headline", "After the restart");
    browser.firstWith("#live", "Live");
    assertThat(browser.run("return window.same")).isEqualTo(true);
  }

  @Test
  void whatIsSaidOfAnAlertReachesAllWhoLook() {
    put("marked.txt", "To be marked\n\nSergei Shoigu Street is closed.\n");
    open("To be marked");
    browser.first("button[data-kind=false_alarm]").click();

    browser.first("button[data-kind=false_alarm][aria-pressed=true]");
    browser.firstWith(".alert.said-false_alarm .meta", "False alarm");
    browser.type("f");
    browser.first("button[data-kind=false_alarm][aria-pressed=false]");
  }

  @Test
  void anAlertThatIsNotInTheListIsMarkedByKeysToo() {
    put("linked.txt", "To be linked\n\nSergei Shoigu was linked to it.\n");
    open("To be linked");
    browser.run("location.hash += '?text=nosuchword'");
    browser.firstWith(".summary", "No alert passes these filters.");
    browser.run("document.activeElement.blur()");
    browser.type("i");
    browser.first("button[data-kind=important][aria-pressed=true]");
    browser.type("i");
    browser.first("button[data-kind=important][aria-pressed=false]");
  }

  @Test
  void theSearchFieldStaysWhileOneTypes() {
    scene.go("alerts");
    WebElement search = browser.first("#search");
    search.sendKeys("left ");
    browser.await(() -> "#/alerts?text=left".equals(browser.run("return location.hash")));
    browser.first(".fields");
    browser.type("behind");
    browser.await(() -> "#/alerts?text=left+behind".equals(browser.run("return location.hash")));
    assertThat(search.getAttribute("value")).isEqualTo("left behind");
    browser.run("location.hash = '#/alerts?text=linked'");
    browser.await(() -> "linked".equals(search.getAttribute("value")));
    search.clear();
  }

  @Test
  void whatComesLateForAPageThatWasLeftIsNotSeen() {
    scene.go("watchlists");
    browser.firstWith("h2", "People");
    browser.run(
        """
        const asked = window.fetch;
        window.fetch = (url, how) => {
          if (!url.startsWith('/api/sources')) return asked(url, how);
          window.fetch = asked;
          return new Promise((go) => { window.answer = go; }).then(() => asked(url, how));
        };
        location.hash = '#/sources';
        """);
    browser.firstWith("h1", "Sources");
    browser.run("window.left = document.querySelector('.page'); location.hash = '#/watchlists'");
    browser.firstWith("h2", "People");
    browser.run("window.answer()");
    browser.await(
        () -> (boolean) browser.run("return window.left.querySelector('.source') !== null"));
    assertThat(browser.first("h1").getText()).isEqualTo("Watchlists");
  }

  @Test
  void aSilencedEntryIsMarkedInItsNextAlert() {
    put("loud.txt", "Before the silence\n\nKim Jong Un spoke.\n");
    open("Before the silence");
    browser.first("button.silence").click();
    browser.first("dialog input[name=reason]").sendKeys("known");
    browser.first("dialog button.primary").click();
    browser.firstWith("#said", "Silenced");
    await()
        .atMost(PageScene.PATIENCE)
        .until(
            () -> {
              put("quiet.txt", "In the silence " + System.nanoTime() + "\n\nKim Jong Un again.\n");
              browser.firstWith(".alert .headline", "In the silence");
              return browser.count(".alert.silenced") > 0;
            });
  }

  @Test
  void isReadWithTheKeyboardAlone() {
    put("keys-1.txt", "First of two\n\nSergei Shoigu, once.\n");
    put("keys-2.txt", "Second of two\n\nSergei Shoigu, twice.\n");
    scene.go("alerts");
    browser.firstWith(".alert .headline", "First of two");
    browser.firstWith(".alert .headline", "Second of two");

    browser.type("j");
    browser.type("j");
    browser.type("k");
    browser.type(Keys.ENTER);
    browser.firstWith(".detail h2", browser.first(".alert .headline").getAttribute("textContent"));
    browser.type(Keys.ESCAPE);
    browser.await(() -> browser.count(".detail h2") == 0);
    browser.type("/");
    browser.type("two");
    browser.await(() -> headlines().contains("2 alerts"));
    browser.first("#search").clear();
  }

  private void open(String headline) {
    scene.open(headline);
  }

  private void put(String name, String text) {
    scene.put(name, text);
  }
}
