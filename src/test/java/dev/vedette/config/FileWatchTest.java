package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {

  @TempDir Path home;
  private Path directory;
  private FileWatch watch;

  /** What the watch reported, as it stood then. */
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void start() throws IOException {
    directory = Files.createDirectory(home.resolve("watchlists"));
    Files.writeString(directory.resolve("w.yaml"), "one");
    watch = FileWatch.start(directory, WatchlistFiles.look(directory), this::changed);
  }

  @AfterEach
  void stop() {
    watch.close();
  }

  @Test
  void filesThatAreWrittenAddedRemovedOrReplacedAreNoticed() throws IOException {
    Files.writeString(directory.resolve("w.yaml"), "two");
    awaitThatTheFilesWereSeen();

    Files.writeString(directory.resolve("x.yaml"), "three");
    awaitThatTheFilesWereSeen();

    Files.delete(directory.resolve("x.yaml"));
    awaitThatTheFilesWereSeen();

    Path aside = Files.writeString(home.resolve("w.tmp"), "four");
    Files.move(aside, directory.resolve("w.yaml"), StandardCopyOption.ATOMIC_MOVE);
    awaitThatTheFilesWereSeen();
  }

  @Test
  void aDirectoryInThePlaceOfAnotherIsNoticed() throws IOException {
    Path other = Files.createDirectory(home.resolve("other"));
    Files.writeString(other.resolve("w.yaml"), "five");
    Files.move(directory, home.resolve("old"));
    Files.move(other, directory);
    awaitThatTheFilesWereSeen();
  }

  @Test
  void whatChangedBeforeTheWatchBeganIsNoticed() {
    watch.close();
    watch = FileWatch.start(directory, "an older version", this::changed);
    awaitThatTheFilesWereSeen();
  }

  @Test
  void theWatchGoesOnAfterAReloadThatThrows() throws IOException {
    watch.close();
    watch =
        FileWatch.start(
            directory,
            "an older version",
            () -> {
              changed();
              throw new IllegalStateException("thrown by the test");
            });
    awaitThatTheFilesWereSeen();

    Files.writeString(directory.resolve("w.yaml"), "six");
    awaitThatTheFilesWereSeen();
  }

  private void changed() {
    seen.add(WatchlistFiles.look(directory));
  }

  private void awaitThatTheFilesWereSeen() {
    String now = WatchlistFiles.look(directory);
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(seen).contains(now));
  }
}
