package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vedette.config.Config;
import dev.vedette.config.ConfigReader;
import dev.vedette.config.FileWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReloadTest {

  private static final String SECRET = "correct-horse";

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(directory.resolve("inbox"));
    Files.createDirectories(directory.resolve("watchlists"));
    file = directory.resolve("vedette.yaml");
    configure(8080, "one");
  }

  @Test
  void whatIsEditedWhileTheServiceStartsIsTakenInOnceItIsUp() throws IOException {
    String seen = ConfigReload.look(file);
    read();
    configure(8081, "other");
    List<String> sinks = new CopyOnWriteArrayList<>();
    ConfigReload reload =
        reload(
            seen,
            config -> {
              config.sinks().forEach(sink -> sinks.add(sink.id()));
              return List.of();
            });

    try (FileWatch watch = reload.follow()) {
      await().atMost(Duration.ofSeconds(30)).until(() -> !reload.problems().isEmpty());
    }

    assertThat(sinks).containsExactly("other");
    assertThat(reload.problems())
        .containsExactly("web.port has changed; it is read at the next start");
  }

  @Test
  void whatCannotBeTakenInIsSaidWithoutItsSecretsUntilItCan() {
    List<Runnable> faults =
        new CopyOnWriteArrayList<>(
            List.of(
                () -> {
                  throw new IllegalStateException("no sink at " + SECRET);
                },
                () -> {
                  throw new StackOverflowError("at " + SECRET);
                }));
    ConfigReload reload =
        reload(
            ConfigReload.look(file),
            config -> {
              if (!faults.isEmpty()) {
                faults.remove(0).run();
              }
              return List.of();
            });

    reload.reload();
    assertThat(reload.problems())
        .containsExactly(
            "configuration not taken in: java.lang.IllegalStateException: no sink at <secret>");
    reload.reload();
    assertThat(reload.problems())
        .containsExactly("configuration not taken in: java.lang.StackOverflowError: at <secret>");

    reload.reload();
    assertThat(reload.problems()).isEmpty();
  }

  private ConfigReload reload(String seen, Function<Config, List<String>> follow) {
    return new ConfigReload(file, seen, this::read, follow);
  }

  private Config read() {
    return ConfigReader.read(file, Map.of("TOKEN", SECRET));
  }

  private void configure(int port, String sink) throws IOException {
    Files.writeString(
        file,
        """
        web: {port: %d}
        sources:
          - {id: inbox, folder: inbox}
        sinks:
          - {id: %s, webhook: 'http://127.0.0.1:9/${env:TOKEN}'}
        """
            .formatted(port, sink));
  }
}
