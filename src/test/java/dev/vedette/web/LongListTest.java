package dev.vedette.web;

import static dev.vedette.history.HistoryFixture.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.alert.Alert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("dev.vedette.web.Browser#isHere")
class LongListTest {

  private static final int MANY = 10_000;

  @TempDir Path directory;

  @Test
  void tenThousandAlertsAreScrolledToTheLastAndWhatArrivesMeanwhileWaits() throws Exception {
    try (TestDesk desk = new TestDesk(directory);
        WebServer server = desk.serve();
        Browser browser = new Browser()) {
      desk.raise(IntStream.range(0, MANY).mapToObj(i -> alert(i)).toArray(Alert[]::new));
      browser.open(server.address() + "/");
      browser.firstWith(".summary", "10,000 alerts");
      browser.firstWith("#live", "Live");
      browser.await(
          Duration.ofMinutes(5),
          () -> {
            browser.run(
                "const s = document.querySelector('.scroller'); s.scrollTop = s.scrollHeight");
            return browser.count(".alert") == MANY;
          });
      assertThat(
              browser.run(
                  "return [...document.querySelectorAll('.alert .headline')].map(e =>"
                      + " e.textContent).every((t, i) => t === 'Headline ' + (9999 - i))"))
          .isEqualTo(true);

      desk.raise(alert(MANY));
      browser.firstWith(".pill", "1 new alert").click();
      browser.firstWith(".alert .headline", "Headline 10000");
      browser.firstWith(".summary", "10,001 alerts");
    }
  }
}
