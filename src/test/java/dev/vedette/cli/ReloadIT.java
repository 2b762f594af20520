package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vedette.sink.Receiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration that is changed under a running service. */
class ReloadIT {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern PAGE = Pattern.compile("The page: (\\S+)/");

  @TempDir Path directory;
  private ServiceProcess service;

  @Test
  void sinksAndRoutesFollowItWithoutLossOrRepetitionAndOneWithMistakesChangesNothing()
      throws Exception {
    Files.createDirectories(directory.resolve("config/watchlists"));
    Files.createDirectories(directory.resolve("inbox"));
    write(
        "config/watchlists/people.yaml",
        """
        watchlist: people
        entries:
          - {id: shoigu, kind: person, names: [Sergei Shoigu], severity: high}
        """);
    try (Receiver receiver = new Receiver()) {
      String one = "  - {id: one, webhook: '%s'}%n".formatted(receiver.uri("/one"));
      String other = "  - {id: other, webhook: '%s'}%n".formatted(receiver.uri("/other"));
      configure("0", one, "");
      try (ServiceProcess running =
          ServiceProcess.start(
              directory.resolve("log"),
              Map.of("VEDETTE_CONFIG", directory.resolve("config/vedette.yaml").toString()),
              "run")) {
        service = running;
        awaitLog("sink taken sink=one");
        awaitLog("partition taken");
        publish("First");
        awaitTold(receiver, "/one", 1);

        configure("0", one + other, "routes: [{sinks: [one], severity: critical}]\n");
        awaitLog("configuration reloaded: sink other added");
        awaitLog("configuration reloaded: sink one changed");
        awaitLog("sink taken sink=other");
        publish("Second");
        awaitTold(receiver, "/other", 1);

        configure("0", one + other, "routes: [{sinks: [nobody]}]\n");
        awaitLog("configuration refused, what was in force stays: ");
        assertThat(readiness())
            .contains("configuration refused, what was in force stays: ", "'nobody'");
        publish("Third");
        awaitTold(receiver, "/other", 2);

        configure("1", other, "");
        awaitLog("configuration reloaded: sink one removed");
        awaitLog("web.port has changed; it is read at the next start");
        assertThat(readiness())
            .contains("web.port has changed; it is read at the next start")
            .doesNotContain("refused");
        publish("Fourth");
        awaitTold(receiver, "/other", 3);

        configure("0", one + other, "");
        awaitLog("configuration reloaded: sink one added");
        publish("Fifth");
        awaitTold(receiver, "/other", 4);
        // what came while it was not there is told: an alert is for every sink that it waits for
        awaitTold(receiver, "/one", 3);
        assertThat(told(receiver, "/one")).doesNotHaveDuplicates();
        assertThat(told(receiver, "/other")).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void sourcesFollowItAndAgreeWithTheWatchlists() throws Exception {
    for (String folder : List.of("config/watchlists", "inbox", "other", "third")) {
      Files.createDirectories(directory.resolve(folder));
    }
    String people =
        """
        watchlist: people
        entries:
          - {id: shoigu, kind: person, names: [Sergei Shoigu]%s}
        """;
    write("config/watchlists/people.yaml", people.formatted(", sources: [inbox]"));
    sources("  - {id: inbox, folder: ../inbox, every: 1s}");
    try (ServiceProcess running =
        ServiceProcess.start(
            directory.resolve("log"),
            Map.of("VEDETTE_CONFIG", directory.resolve("config/vedette.yaml").toString()),
            "run")) {
      service = running;
      publish("First");
      awaitAlerts("First");

      // a source that a watchlist names stays until that names it no more
      sources("  - {id: other, folder: ../other, every: 1s}");
      awaitLog("configuration refused, what was in force stays: ");
      assertThat(readiness()).contains("people.yaml:3:", "'inbox' (expected: the id of a source");
      assertThat(ask("/metrics"))
          .contains("\nvedette_configuration_stale 1.0\n", "\nvedette_watchlists_stale 0.0\n");
      publish("Second");
      awaitAlerts("First", "Second");
      write("config/watchlists/people.yaml", people.formatted(""));
      awaitLog("configuration reloaded: source other added");
      awaitLog("configuration reloaded: source inbox removed");
      assertThat(readiness()).doesNotContain("refused");

      publish("Third");
      write("other/Fourth.txt", "Fourth\n\nSergei Shoigu went home on the fourth.\n");
      awaitAlerts("First", "Second", "Fourth");
      assertThat(ask("/api/sources")).contains("\"other\"").doesNotContain("\"inbox\"");
      assertThat(ask("/metrics"))
          .contains(
              "\nvedette_ready 1.0\n",
              "\nvedette_configuration_stale 0.0\n",
              "\nvedette_alerts_total 3.0\n",
              "\nvedette_articles_total 3.0\n",
              "\nvedette_articles_waiting 0.0\n",
              "\nvedette_sources{state=\"ok\"} 1.0\n",
              "\nvedette_source_articles_total{source=\"other\"} 1.0\n")
          .doesNotContain("source=\"inbox\"");

      // what it brought before is not brought again, and what came meanwhile is not lost
      sources("  - {id: inbox, folder: ../inbox, every: 1s, tags: [desk]}");
      awaitLog("configuration reloaded: source inbox added");
      awaitAlerts("First", "Second", "Fourth", "Third");

      // a watchlist that was refused for a source is taken in with it
      write("config/watchlists/people.yaml", people.formatted(", sources: [inbox, third]"));
      awaitLog("watchlists refused, the last good ones stay: ");
      assertThat(ask("/metrics")).contains("\nvedette_watchlists_stale 1.0\n");
      sources(
          "  - {id: inbox, folder: ../inbox, every: 1s}",
          "  - {id: third, folder: ../third, every: 1s}");
      awaitLog("configuration reloaded: source inbox changed");
      await()
          .atMost(PATIENCE)
          .until(() -> ask("/metrics").contains("\nvedette_watchlists_stale 0.0\n"));
      write("third/Fifth.txt", "Fifth\n\nSergei Shoigu fell asleep on the fifth.\n");
      awaitAlerts("First", "Second", "Fourth", "Third", "Fifth");
    }
  }

  private void sources(String... lines) {
    write(
        "config/vedette.yaml",
        """
        data-directory: ../data
        kafka: {embedded: {port: 0}}
        web: {port: 0}
        sources:
        """
            + String.join("\n", lines)
            + "\n");
  }

  /** That just these were told, in this order, each once. */
  private void awaitAlerts(String... titles) {
    await()
        .atMost(PATIENCE)
        .failFast(() -> !service.alive())
        .until(() -> alerts().size() >= titles.length);
    assertThat(alerts()).containsExactly(titles);
  }

  private List<String> alerts() {
    Matcher alert =
        Pattern.compile("(?m)^ +(\\w+) — (inbox|other|third)").matcher(service.output());
    return alert.results().map(result -> result.group(1)).toList();
  }

  private void configure(String port, String sinks, String routes) {
    write(
        "config/vedette.yaml",
        """
        data-directory: ../data
        kafka: {embedded: {port: 0}}
        web: {port: %s}
        sources:
          - {id: inbox, folder: ../inbox, every: 1s}
        sinks:
        """
                .formatted(port)
            + sinks
            + routes);
  }

  private void publish(String title) {
    write("inbox/" + title + ".txt", title + "\n\n" + title + " came when Sergei Shoigu left.\n");
  }

  private void awaitTold(Receiver receiver, String path, int count) {
    await()
        .atMost(PATIENCE)
        .failFast(() -> !service.alive())
        .until(() -> told(receiver, path).size() >= count);
    assertThat(told(receiver, path)).hasSize(count);
  }

  private static List<String> told(Receiver receiver, String path) {
    return receiver.requests().stream()
        .filter(request -> request.target().equals(path))
        .map(request -> request.header("webhook-id"))
        .toList();
  }

  private void awaitLog(String words) {
    await()
        .atMost(PATIENCE)
        .failFast(() -> !service.alive())
        .until(() -> service.output().contains(words));
  }

  private String readiness() throws Exception {
    return ask("/readyz");
  }

  private String ask(String path) throws Exception {
    Matcher page = PAGE.matcher(service.output());
    assertThat(page.find()).isTrue();
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(page.group(1) + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private void write(String name, String text) {
    try {
      Path draft = Files.writeString(directory.resolve("draft"), text);
      Files.move(draft, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
