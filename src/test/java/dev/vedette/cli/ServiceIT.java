package dev.vedette.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vedette.alert.Alert;
import dev.vedette.sink.Receiver;
import dev.vedette.stream.AlertLog;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.Json;
import dev.vedette.stream.KafkaSettings;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service in processes that are killed, against what its user was promised. */
class ServiceIT {

  /** RATIONALE.md has the bound, 15 s; a busy machine starts processes several times slower. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final int FOLDERS = 6;
  private static final int KILLS = 4;
  private static final KafkaSettings ANY_PORT = new KafkaSettings("", 0, 3, -1, Map.of());

  @TempDir Path directory;

  @BeforeEach
  void configure() throws IOException {
    Files.createDirectories(directory.resolve("config/watchlists"));
    StringBuilder sources = new StringBuilder();
    for (int i = 0; i < FOLDERS; i++) {
      Files.createDirectories(directory.resolve("in" + i));
      sources.append("  - {id: in%d, folder: ../in%d, every: 1s}%n".formatted(i, i));
    }
    write(
        "config/vedette.yaml",
        """
        data-directory: ../data
        kafka: {embedded: {port: 0}}
        web: {port: 0}
        sources:
        %s\
        """
            .formatted(sources));
    watchlist("Sergei Shoigu");
  }

  @Test
  void nothingIsLostOrToldTwiceThroughStopAndKillInTheMiddleOfPolls() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int files = 0;
    for (int round = 0; round < KILLS; round++) {
      try (ServiceProcess service = run("killed-" + round, Map.of())) {
        awaitUntil(service, "partition taken");
        put(files, files += 40);
        Thread.sleep(random.nextInt(3_000)); // files are read a second after they were written
        service.kill();
      }
    }
    try (ServiceProcess service = run("stopped", Map.of())) {
      put(files, files += 40);
      awaitAlert(service);
      assertThat(service.stop()).isEqualTo(143); // 128 + SIGTERM
    }
    try (ServiceProcess service = run("last", Map.of())) {
      put(files, files += 10);
      awaitUntil(service, "no. " + (files - 1) + " ");
      service.stop();
    }

    try (Cluster cluster = Cluster.visit(ANY_PORT, directory.resolve("data"))) {
      assertToldOnce(cluster, files, "seed " + seed);
    }
  }

  @Test
  void sinksAreToldOfEverythingThroughKills() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    try (Receiver receiver = new Receiver()) {
      Path config = directory.resolve("config/vedette.yaml");
      Files.writeString(
          config,
          """
          sinks:
            - {id: desk, webhook: '%s'}
            - {id: file, file: ../told.jsonl}
            - {id: program, exec: [sh, '%s']}
          %s\
          """
              .formatted(
                  receiver.uri("/hook"), directory.resolve("lines.sh"), Files.readString(config)));
      // whole lines only: it outlives the service, whose last line a kill may cut
      write(
          "lines.sh",
          "while read -r line; do printf '%%s\\n' \"$line\" >> '%s'; done"
              .formatted(directory.resolve("piped")));
      int files = 0;
      for (int round = 0; round < KILLS; round++) {
        try (ServiceProcess service = run("sink-killed-" + round, Map.of())) {
          awaitUntil(service, "sink taken");
          put(files, files += 40);
          int told = receiver.requests().size();
          await().atMost(PATIENCE).until(() -> receiver.requests().size() > told);
          Thread.sleep(random.nextInt(500));
          service.kill();
        }
      }
      int all = files;
      try (ServiceProcess service = run("sink-last", Map.of())) {
        await().atMost(PATIENCE).until(() -> Set.copyOf(eventIds(receiver)).size() >= all);
        awaitTitles("told.jsonl", all);
        awaitTitles("piped", all);
        service.stop();
      }

      try (Cluster cluster = Cluster.visit(ANY_PORT, directory.resolve("data"))) {
        assertThat(eventIds(receiver).stream().distinct())
            .as("seed " + seed)
            .containsExactlyInAnyOrderElementsOf(
                alerts(cluster).stream().map(Alert::eventId).toList());
        Set<String> titles =
            alerts(cluster).stream().map(alert -> alert.article().title()).collect(toSet());
        assertThat(titles("told.jsonl")).as("seed " + seed).isEqualTo(titles);
        assertThat(titles("piped")).as("seed " + seed).isEqualTo(titles);
      }
    }
  }

  /** The file may not be there yet, and its last line not be whole. */
  private void awaitTitles(String file, int count) {
    await().atMost(PATIENCE).ignoreExceptions().until(() -> titles(file).size() >= count);
  }

  /** Of the alerts in a file, a JSON object a line. */
  private Set<String> titles(String file) throws IOException {
    Set<String> titles = new HashSet<>();
    for (String line : Files.readAllLines(directory.resolve(file))) {
      titles.add(Json.mapper().readTree(line).at("/article/title").asText());
    }
    return titles;
  }

  private static List<String> eventIds(Receiver receiver) {
    return receiver.requests().stream().map(request -> request.header("webhook-id")).toList();
  }

  @Test
  void oneOfTwoInstancesTakesOverWhenTheOtherIsKilled() {
    try (Cluster cluster = Cluster.host(ANY_PORT, directory.resolve("broker"), why -> {})) {
      cluster.ensureTopics(Watchlists.of(List.of(), "none"));
      Map<String, String> there =
          Map.of("VEDETTE_KAFKA_BOOTSTRAP_SERVERS", cluster.clients().bootstrapServers());
      put(0, 30);
      try (ServiceProcess first = run("a", there)) {
        awaitAlert(first);
        try (ServiceProcess second = run("b", there)) {
          awaitUntil(second, "partition taken");
          put(30, 60);
          first.kill();
          put(60, 90);
          awaitAlerts(cluster, 90);
        }
      }
      assertToldOnce(cluster, 90, "two instances");
    }
  }

  @Test
  void aWatchlistReloadsWhileRunningAndABadOneIsRefused() {
    try (ServiceProcess service = run("reload", Map.of())) {
      put(0, 1);
      awaitAlert(service);
      watchlist("Sergei Shoigu]: [broken");
      awaitUntil(service, "list.yaml:");
      put(1, 2);
      awaitUntil(service, "no. 1 ");
      watchlist("Kim Jong Un");
      awaitUntil(service, "watchlists reloaded");
      write("in0/other.txt", "Kim Jong Un at last\n");
      awaitUntil(service, "Kim Jong Un at last");
    }
  }

  @Test
  void withoutThePageNoHistoryIsKeptForIt() {
    try (ServiceProcess service = run("no-page", Map.of("VEDETTE_WEB_ENABLED", "false"))) {
      put(0, 1);
      awaitAlert(service);
      assertThat(service.stop()).isEqualTo(143);
    }
    assertThat(directory.resolve("data")).isDirectoryContaining("glob:**/broker");
    assertThat(directory.resolve("data/history")).doesNotExist();
  }

  @Test
  void stoppedWhileItStartsItEndsAtOnce() {
    try (ServiceProcess service = run("stopped-early", Map.of())) {
      awaitUntil(service, "Vedette ");
      assertThat(service.stop()).isEqualTo(143);
    }
  }

  @Test
  void aSecondServiceOnTheSameDataSaysSoAndEnds() {
    try (ServiceProcess first = run("one", Map.of())) {
      awaitUntil(first, "Polling 6 sources");
      try (ServiceProcess second = run("two", Map.of())) {
        assertThat(second.waitForEnd()).isEqualTo(1);
        assertThat(second.output())
            .contains("vedette: data directory " + directory.resolve("data") + " is in use by");
      }
      assertThat(first.alive()).isTrue();
    }
  }

  private ServiceProcess run(String name, Map<String, String> environment) {
    return ServiceProcess.start(
        directory.resolve(name + ".out"),
        environment,
        "run",
        "--config",
        directory.resolve("config/vedette.yaml").toString());
  }

  private static void awaitAlert(ServiceProcess service) {
    awaitUntil(service, "«Sergei Shoigu»");
  }

  private static void awaitUntil(ServiceProcess service, String text) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              assertThat(service.alive()).as("it ended saying: %s", service.output()).isTrue();
              return service.output().contains(text);
            });
  }

  private static void assertToldOnce(Cluster cluster, int articles, String how) {
    awaitAlerts(cluster, articles);
    Map<String, Long> told =
        alerts(cluster).stream()
            .collect(groupingBy(alert -> alert.article().title(), TreeMap::new, counting()));
    Map<String, Long> expected = new TreeMap<>();
    IntStream.range(0, articles).forEach(n -> expected.put(title(n), 1L));
    assertThat(told).as(how).isEqualTo(expected);
  }

  /** The broker may be busy, or the topic not there yet. */
  private static void awaitAlerts(Cluster cluster, int count) {
    await().atMost(PATIENCE).ignoreExceptions().until(() -> alerts(cluster).size() >= count);
  }

  private static List<Alert> alerts(Cluster cluster) {
    try (AlertLog log = new AlertLog(cluster.clients())) {
      return log.since(Instant.EPOCH, alert -> true);
    }
  }

  private static String title(int number) {
    return "Sergei Shoigu no. " + number + " seen";
  }

  private void put(int from, int to) {
    for (int n = from; n < to; n++) {
      write("in" + n % FOLDERS + "/" + n + ".txt", title(n) + "\n");
    }
  }

  private void watchlist(String name) {
    write(
        "config/watchlists/list.yaml",
        """
        watchlist: list
        max-per-hour: off
        entries:
          - id: one
            kind: person
            names: [%s]
        """
            .formatted(name));
  }

  /** Whole or not at all, as a careful program puts a file into a watched folder. */
  private void write(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Path part = file.resolveSibling("." + file.getFileName());
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
