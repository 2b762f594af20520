package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vedette.config.LiveWatchlists.Reload;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveWatchlistsTest {

  private static final String GOOD =
      "watchlist: w\nentries: [{id: a, kind: place, names: [Vostochny]}]";
  private static final String FAILING = GOOD.replace("}]", ", tests: {match: [elsewhere]}}]");

  @TempDir Path directory;
  private LiveWatchlists live;
  private Watchlists first;

  @BeforeEach
  void readGoodFiles() throws IOException {
    write(GOOD);
    live = new LiveWatchlists(() -> WatchlistReader.read(directory));
    first = live.get();
  }

  @Test
  void otherFilesAreSwappedIn() throws IOException {
    write(GOOD + "\ntitle: new");

    assertThat(live.reload()).isEqualTo(Reload.CHANGED);
    assertThat(live.get()).isNotSameAs(first);
    assertThat(live.version()).isEqualTo(live.get().version()).isNotEqualTo(first.version());
  }

  @Test
  void theSameFilesChangeNothing() {
    assertThat(live.reload()).isEqualTo(Reload.UNCHANGED);
    assertThat(live.get()).isSameAs(first);
  }

  @Test
  void theLastGoodOnesStayInForceWhileATestFails() throws IOException {
    write(FAILING);

    assertThat(live.reload()).isEqualTo(Reload.REFUSED);
    assertThat(live.get()).isSameAs(first);
    assertThat(live.problems())
        .extracting(Problem::message)
        .containsExactly(
            "entries[0].tests.match[0]: \"elsewhere\" (expected: an alert of a; got: none)");
  }

  @Test
  void problemsEndWhenTheFilesAreGoodAgain() throws IOException {
    write("watchlist: [");
    live.reload();
    write(GOOD);

    assertThat(live.reload()).isEqualTo(Reload.UNCHANGED);
    assertThat(live.problems()).isEmpty();
  }

  @Test
  void withoutAnyGoodOnesThereIsNothingToKeep() throws IOException {
    write("watchlist: [");

    assertThatThrownBy(() -> new LiveWatchlists(() -> WatchlistReader.read(directory)))
        .isInstanceOf(ConfigException.class);
  }

  private void write(String text) throws IOException {
    Files.writeString(directory.resolve("w.yaml"), text);
  }
}
