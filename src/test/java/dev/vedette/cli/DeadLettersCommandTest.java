package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.stream.Cluster;
import dev.vedette.stream.KafkaSettings;
import dev.vedette.watchlist.Watchlists;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersCommandTest {

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void lettersAreListedUntilTheyAreSentBack() throws Exception {
    Path file = directory.resolve("vedette.yaml");
    KafkaSettings settings = new KafkaSettings("", 0, 1, -1, Map.of());
    try (Cluster cluster = Cluster.host(settings, directory.resolve("data"), why -> {})) {
      cluster.ensureTopics(Watchlists.of(List.of(), "none"));
      String servers = cluster.clients().bootstrapServers();
      Files.writeString(
          file,
          "kafka: {bootstrap.servers: '"
              + servers
              + "', topics: {partitions: 1}}\nsources: [{id: drop, folder: .}]\n");
      assertThat(run("list", file)).isEmpty();
      assertThat(err.toString()).isEqualTo("vedette: no dead letters\n");
      put(servers);

      String letter =
          """
          0-0  2026-11-23T10:00:00Z  vedette.articles.v1 1-17  key 'a b', 8 bytes%s
              schema: 'vedette.article/2' (expected: vedette.article/1)
          """;
      assertThat(run("list", file)).isEqualTo(letter.formatted(""));
      assertThat(run("list", file, "--json"))
          .isEqualTo(
              """
              {"partition":0,"offset":0,"at":"2026-11-23T10:00:00Z","key":"a\\nb","bytes":8,"topic":"vedette.articles.v1","fromPartition":1,"fromOffset":17,"exception":"org.example.Unreadable","why":"schema: 'vedette.article/2' (expected: vedette.article/1)","replayed":false}
              """);
      assertThat(run("replay", file)).isEqualTo("1 sent back to vedette.articles.v1\n");
      assertThat(run("list", file)).isEmpty();
      assertThat(run("list", file, "--all")).isEqualTo(letter.formatted(", sent back"));
      assertThat(run("replay", file)).isEmpty();
      assertThat(err.toString()).isEqualTo("vedette: no dead letters to send back\n");
    }
  }

  private static void put(String servers) throws Exception {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", servers);
    var record =
        new ProducerRecord<>("vedette.dead-letters.v1", 0, 1_795_428_000_000L, "a\nb", "no JSON!");
    Map.of(
            "exception", "org.example.Unreadable",
            "message", "schema: 'vedette.article/2' (expected: vedette.article/1)",
            "topic", "vedette.articles.v1",
            "partition", "1",
            "offset", "17")
        .forEach(
            (name, value) -> record.headers().add("__streams.errors." + name, value.getBytes()));
    try (var producer =
        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      producer.send(record).get();
    }
  }

  private String run(String command, Path file, String... more) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> arguments =
        new java.util.ArrayList<>(List.of("dead-letters", command, "--config", file.toString()));
    arguments.addAll(List.of(more));
    int exit =
        Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
            .execute(arguments.toArray(String[]::new));
    assertThat(exit).as(err.toString()).isZero();
    return out.toString();
  }
}
