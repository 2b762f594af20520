package dev.vedette.web;

import static dev.vedette.history.HistoryFixture.alert;
import static dev.vedette.history.HistoryFixture.copyOf;
import static dev.vedette.history.HistoryFixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What happens to a list, and to an open alert, while somebody is at it. */
@EnabledIf("dev.vedette.web.Browser#isHere")
class OpenListTest {

  /** The next answer with alerts is held back until it is let go, or fails. */
  private static final String HOLD =
      """
      const real = window.fetch;
      window.fetch = async (url, options) => {
        if (!String(url).startsWith('/api/alerts?')) return real(url, options);
        window.fetch = real;
        const answer = await real(url, options);
        await new Promise((go) => { window.go = go; });
        return window.fails ? new Response('{"error": "it cannot be read"}', { status: 503 }) : answer;
      };
      """;

  @TempDir Path directory;

  private TestDesk desk;
  private WebServer server;
  private Browser browser;

  @BeforeEach
  void start() throws IOException {
    desk = new TestDesk(directory);
    server = desk.serve();
    browser = new Browser();
    desk.raise(alert(1), alert(2));
    browser.open(server.address() + "/");
    browser.firstWith(".summary", "2 alerts");
    browser.firstWith("#live", "Live");
  }

  @AfterEach
  void stop() throws IOException {
    browser.close();
    server.close();
    desk.close();
  }

  @Test
  void whatArrivesWhileAListIsAskedForIsInIt() {
    lookForHigh();
    desk.raise(alert(3));
    browser.firstWith(".headline", "Headline 3"); // on top of what was there before
    browser.run("window.go()");

    browser.await(() -> browser.count(".alert") == 3);
    browser.firstWith(".summary", "3 alerts");
  }

  @Test
  void aListThatCannotBeHadIsEmptyAndAskedForAgain() {
    lookForHigh();
    browser.run("window.fails = true; window.go()");

    browser.firstWith(".summary", "it cannot be read");
    assertThat(browser.count(".alert")).isZero();
    browser.firstWith(".summary", "2 alerts");
    assertThat(browser.count(".alert")).isEqualTo(2);
  }

  private void lookForHigh() {
    browser.run(HOLD + "location.hash = '#/alerts?severity=high'");
    browser.await(() -> Boolean.TRUE.equals(browser.run("return Boolean(window.go)")));
  }

  @Test
  void aNoteStaysWhenAnotherMarkIsSetByAKey() {
    open("alert-2");
    note().sendKeys("see case 12");
    browser.first("button[data-kind=seen]").click();
    browser.firstWith(".said", "Seen");
    browser.run("document.activeElement.blur()");
    browser.type("i");
    browser.firstWith(".said", "Important");

    browser.run("location.hash = '#/alerts'");
    browser.await(() -> browser.count(".marking") == 0);
    open("alert-2");
    assertThat(note().getDomProperty("value")).isEqualTo("see case 12");
  }

  @Test
  void aNoteThatIsBeingWrittenStaysWhatItIsAndWhereItIs() {
    open("alert-2");
    note().sendKeys("see ca");
    desk.raise(copyOf(alert(2), 60));
    browser.firstWith(".story h3", "1 copy");
    browser.type("se 12");

    assertThat(note().getDomProperty("value")).isEqualTo("see case 12");
  }

  @Test
  void anOpenAlertSaysThatItWasWithdrawn() {
    open("alert-2");
    desk.raise(withdrawn(alert(2), 60));

    browser.firstWith(".head", "withdrawn");
  }

  @Test
  void lettersAreNoKeysForWhoHasTurnedThemOff() {
    open("alert-2");
    browser.run("document.activeElement.blur()");
    browser.type("?");
    browser.first("dialog [name=letters]").click();
    browser.first("dialog form button").click();
    browser.await(() -> browser.count("dialog") == 0);
    browser.type("s", "?");
    browser.type(Keys.ESCAPE); // which is no letter
    browser.await(() -> browser.count(".marking") == 0);

    assertThat(browser.count("dialog")).isZero();
    assertThat(browser.count(".said-seen")).isZero();
  }

  private void open(String id) {
    browser.run("location.hash = '#/alerts/" + id + "'");
    browser.first(".marking");
  }

  private WebElement note() {
    return browser.first(".marking [name=note]");
  }
}
