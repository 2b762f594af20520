package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vedette.config.Config;
import dev.vedette.config.ConfigReader;
import dev.vedette.config.WatchlistReader;
import dev.vedette.watchlist.Watchlists;
import dev.vedette.web.Attempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptsTest {

  private static final String LIST =
      "watchlist: people\nentries:\n  - {id: shoigu, kind: person, names: [%s]}\n";

  @TempDir Path directory;
  private final Semaphore turn = new Semaphore(1);
  private Attempts attempts;

  @BeforeEach
  void configure() throws IOException {
    Files.createDirectories(directory.resolve("watchlists"));
    Path file =
        Files.writeString(directory.resolve("vedette.yaml"), "sources: [{id: in, folder: in}]\n");
    Files.writeString(directory.resolve("watchlists/people.yaml"), LIST.formatted("Sergei Shoigu"));
    Config config = ConfigReader.read(file, Map.of());
    Watchlists lists = WatchlistReader.read(config.watchlistDirectory(), config.sourceIds());
    attempts = new Attempts(() -> config, () -> lists, turn);
  }

  @Test
  void whatIsFoundInATextIsTold() throws Attempt.Failed {
    Attempt.Result result = attempts.make(text("Sergei Shoigu left.", "", ""));

    assertThat(result.problems()).isEmpty();
    assertThat(result.outcomes().get(0).found().alerts())
        .singleElement()
        .satisfies(raised -> assertThat(raised.entry()).isEqualTo("shoigu"));
  }

  @Test
  void anEditedFileIsTriedBesideTheOthersAndNothingIsKept() throws Exception {
    Attempt.Result result =
        attempts.make(text("Kim Jong Un left.", "people.yaml", LIST.formatted("Kim Jong Un")));
    assertThat(result.outcomes().get(0).found().alerts()).hasSize(1);
    assertThat(Files.readString(directory.resolve("watchlists/people.yaml")))
        .contains("Sergei Shoigu");

    Attempt.Result broken =
        attempts.make(text("Kim Jong Un left.", "people.yaml", "watchlist: people\nentris: []\n"));
    assertThat(broken.outcomes()).isEmpty();
    assertThat(broken.problems().toString()).contains("people.yaml:2:1: unknown key 'entris'");
  }

  @Test
  void saysWhyAnEntryRaisesNoAlert() throws Attempt.Failed {
    Attempt.Result result = attempts.make(new Attempt("Nobody left.", "", "", "", "shoigu"));

    assertThat(result.outcomes().get(0).whyNot().obstacles())
        .singleElement()
        .satisfies(
            obstacle ->
                assertThat(obstacle.text())
                    .isEqualTo("names: the only one is not in the text, nor anything like it"));
    assertThatThrownBy(() -> attempts.make(new Attempt("Nobody left.", "", "", "", "nobody")))
        .isInstanceOf(Attempt.Failed.class)
        .hasMessage("no watchlist has an entry nobody");
  }

  @Test
  void anAddressBehindTheFirewallIsNotFetched() {
    assertThatThrownBy(() -> attempts.make(new Attempt("", "http://127.0.0.1:9/x", "", "", "")))
        .isInstanceOf(Attempt.Failed.class)
        .hasMessageContaining("127.0.0.1");
  }

  @Test
  void oneEditedWatchlistIsTriedAtATime() throws Exception {
    Attempt edited = text("Kim Jong Un left.", "people.yaml", LIST.formatted("Kim Jong Un"));
    turn.acquire();
    assertThatThrownBy(() -> attempts.make(edited))
        .isInstanceOf(Attempt.Failed.class)
        .hasMessage("another try is running; try again");
    assertThat(attempts.make(text("Sergei Shoigu left.", "", "")).outcomes()).hasSize(1);

    turn.release();
    assertThat(attempts.make(edited).outcomes()).hasSize(1);
    assertThat(attempts.make(text("x", "people.yaml", "entris: []\n")).outcomes()).isEmpty();
    assertThat(turn.availablePermits()).isEqualTo(1);
  }

  private static Attempt text(String text, String file, String yaml) {
    return new Attempt(text, "", file, yaml, "");
  }
}
