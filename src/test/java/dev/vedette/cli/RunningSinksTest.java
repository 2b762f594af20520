package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vedette.config.Config;
import dev.vedette.config.ConfigReader;
import dev.vedette.sink.FileSettings;
import dev.vedette.sink.SinkSettings;
import dev.vedette.sink.WebhookSettings;
import dev.vedette.stream.KafkaClients;
import dev.vedette.stream.KafkaSettings;
import dev.vedette.stream.SinkState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningSinksTest {

  /** Nobody is there: sinks wait for the cluster, and soon give up asking it anything. */
  private static final KafkaClients NO_CLUSTER =
      new KafkaClients(
          "127.0.0.1:9",
          new KafkaSettings(
              "127.0.0.1:9",
              0,
              1,
              1,
              Map.of("default.api.timeout.ms", "200", "request.timeout.ms", "100")));

  @TempDir Path directory;

  @Test
  void ifOneSinkCannotBeOpenedAllStayAsTheyWere() throws IOException {
    try (RunningSinks sinks = new RunningSinks(NO_CLUSTER)) {
      sinks.follow(config(file("one", "a"), file("two", "a")));

      assertThatThrownBy(
              () -> sinks.follow(config(file("new", "a"), webhook("one"), file("three", "a"))))
          .hasMessage(
              "sink one cannot be opened: java.lang.IllegalArgumentException:"
                  + " Illegal base64 character 20");
      assertThat(ids(sinks)).containsExactly("one", "two");

      assertThat(sinks.follow(config(file("one", "b"), file("three", "a"))))
          .containsExactly("sink two removed", "sink one changed", "sink three added");
      assertThat(ids(sinks)).containsExactly("one", "three");
    }
  }

  private static List<String> ids(RunningSinks sinks) {
    return sinks.states().stream().map(SinkState::id).toList();
  }

  private SinkSettings file(String id, String name) {
    return new FileSettings(id, directory.resolve(name), FileSettings.MAX_BYTES, false, 0);
  }

  /** A key that the configuration would refuse. */
  private static SinkSettings webhook(String id) {
    return new WebhookSettings(
        id,
        URI.create("http://127.0.0.1:9/"),
        List.of("whsec_no key"),
        "",
        "application/json",
        null,
        WebhookSettings.TIMEOUT);
  }

  private Config config(SinkSettings... sinks) throws IOException {
    Files.createDirectories(directory.resolve("inbox"));
    Files.createDirectories(directory.resolve("watchlists"));
    Path file =
        Files.writeString(
            directory.resolve("vedette.yaml"), "sources: [{id: inbox, folder: inbox}]\n");
    Config read = ConfigReader.read(file, Map.of());
    return new Config(
        read.file(),
        read.dataDirectory(),
        read.watchlistDirectory(),
        read.kafka(),
        read.sources(),
        read.poll(),
        read.alerts(),
        read.web(),
        read.console(),
        List.of(sinks),
        List.of(),
        read.secrets());
  }
}
