package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

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

  /** The second is what a file that is nested too deep makes of a reader. */
  static List<Runnable> faults() {
    return List.of(
        () -> {
          throw new IllegalStateException("thrown by the test");
        },
        () -> {
          throw new StackOverflowError("thrown by the test");
        });
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theWatchSaysSoAndGoesOnAfterAReloadThatThrows(Runnable fault) throws IOException {
    watch.close();
    Logger logger = (Logger) LoggerFactory.getLogger(FileWatch.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.setLevel(Level.ERROR);
    logger.addAppender(log);
    watch =
        FileWatch.start(
            directory,
            "an older version",
            () -> {
              changed();
              fault.run();
            });
    awaitThatTheFilesWereSeen();

    Files.writeString(directory.resolve("w.yaml"), "six");
    awaitThatTheFilesWereSeen();
    logger.detachAppender(log);
    logger.setLevel(null);
    assertThat(log.list.get(0).getMessage()).isEqualTo("Reload failed");
    assertThat(log.list.get(0).getThrowableProxy().getMessage()).isEqualTo("thrown by the test");
  }

  private void changed() {
    seen.add(WatchlistFiles.look(directory));
  }

  private void awaitThatTheFilesWereSeen() {
    String now = WatchlistFiles.look(directory);
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(seen).contains(now));
  }
}
