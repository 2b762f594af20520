package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new entry would have told, told by the service itself. */
class RaiseIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path directory;

  @Test
  void whatANewEntryMissedIsToldOnceWhetherTheServiceRunsOrNot() throws IOException {
    write(
        "vedette.yaml",
        """
        data-directory: data
        kafka: {embedded: {port: 0}}
        web: {port: 0}
        sources: [{id: drop, folder: inbox, every: 1s}]
        """);
    write("watchlists/list.yaml", watchlist("guest", "Kang Sun Nam"));
    write("inbox/a.txt", "Visit\n\nSergei Shoigu came to the harbour.\n");
    write("inbox/b.txt", "Dinner\n\nSergei Shoigu dined with Kang Sun Nam.\n");
    try (ServiceProcess service = serve("first")) {
      await(service, "«Kang Sun Nam»");
      service.stop();
    }

    write("watchlists/list.yaml", watchlist("shoigu", "Sergei Shoigu"));
    assertThat(raise("shoigu"))
        .isEqualTo(
            """
            shoigu: articles: 2, with an alert: 2
            They wait for the service: it tells those that it has not told when it runs.
            """);

    try (ServiceProcess service = serve("second")) {
      await(service, "«Sergei Shoigu» came");
      await(service, "«Sergei Shoigu» dined");
      assertThat(raise("shoigu"))
          .isEqualTo(
              """
              shoigu: articles: 2, with an alert: 2
              told now: 0 new, 0 copies; known before: 2
              """);
      write("watchlists/list.yaml", watchlist("harbour", "harbour"));
      await(service, "watchlists reloaded");
      assertThat(raise("harbour", "--json"))
          .isEqualTo(
              "{\"entry\":\"harbour\",\"articles\":2,\"candidates\":1,\"waiting\":false,"
                  + "\"raised\":1,\"updated\":0,\"known\":0}\n");
      service.stop();
    }
  }

  private ServiceProcess serve(String name) {
    return ServiceProcess.start(
        directory.resolve(name + ".out"),
        Map.of(),
        "run",
        "--config",
        directory.resolve("vedette.yaml").toString());
  }

  private static void await(ServiceProcess service, String text) {
    org.awaitility.Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              assertThat(service.alive()).as("it ended saying: %s", service.output()).isTrue();
              return service.output().contains(text);
            });
  }

  private String raise(String entry, String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> arguments =
        new ArrayList<>(List.of("backtest", "--raise", "--entry", entry, "--since", "1h"));
    arguments.addAll(List.of("--config", directory.resolve("vedette.yaml").toString()));
    arguments.addAll(List.of(more));
    int exit =
        Main.commandLine(new PrintWriter(out), new PrintWriter(err))
            .execute(arguments.toArray(String[]::new));
    assertThat(exit).as(err.toString()).isZero();
    return out.toString();
  }

  private static String watchlist(String id, String name) {
    return """
    watchlist: list
    entries:
      - id: %s
        kind: concept
        names: [%s]
    """
        .formatted(id, name);
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
