package dev.vedette.web;

import static dev.vedette.history.HistoryFixture.alert;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A browser has six connections to a service, so tabs that nobody looks at hold none. */
@EnabledIf("dev.vedette.web.Browser#isHere")
class ManyTabsTest {

  private static final int TABS = 8;

  @TempDir Path directory;

  @Test
  void onlyTheTabThatIsSeenListensAndOneThatIsSeenAgainHasMissedNothing() throws Exception {
    try (TestDesk desk = new TestDesk(directory);
        WebServer server = desk.serve();
        Browser browser = new Browser()) {
      desk.raise(alert(0));
      browser.open(server.address() + "/");
      browser.firstWith(".alert .headline", "Headline 0");
      browser.firstWith("#live", "Live");
      for (int i = 1; i < TABS; i++) {
        browser.newTab();
        browser.open(server.address() + "/");
        browser.firstWith(".alert .headline", "Headline 0");
        browser.firstWith("#live", "Live");
      }
      AtomicInteger last = new AtomicInteger();
      await()
          .pollInterval(Duration.ofMillis(500))
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                // who has gone is noticed when it is written to, by the second time at the latest
                desk.raise(alert(last.incrementAndGet()));
                return desk.live.listeners() == 1;
              });

      browser.tab(0);
      browser.firstWith(".alert .headline", "Headline " + last.get());
      desk.raise(alert(last.incrementAndGet()));
      browser.firstWith(".alert .headline", "Headline " + last.get());
    }
  }
}
