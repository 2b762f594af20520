package dev.vedette.cli;

import dev.vedette.alert.Alert;
import dev.vedette.config.Config;
import dev.vedette.sink.AlertText;
import dev.vedette.stream.AlertLog;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.Json;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vedette alerts}. */
@Command(name = "alerts", description = "Read the alerts topic.", mixinStandardHelpOptions = true)
final class AlertsCommand implements Runnable {

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Option(
      names = {"-f", "--follow"},
      description = "go on as alerts arrive, until Ctrl-C")
  private boolean follow;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      defaultValue = "24h",
      converter = SinceConverter.class,
      description = "from when on: a duration such as 7d, or 2026-11-23T10:00:00Z (default: 24h)")
  private Instant since;

  @Option(names = "--watchlist", paramLabel = "ID", description = "only of this watchlist")
  private @Nullable String watchlist;

  @Option(names = "--entry", paramLabel = "ID", description = "only of this entry")
  private @Nullable String entry;

  @Option(names = "--json", description = "one JSON object a line, as on the topic")
  private boolean json;

  @Override
  public void run() {
    Config read = config.read();
    try (Cluster cluster = Cluster.visit(read.kafka(), read.dataDirectory())) {
      cluster.requireTopics();
      try (AlertLog log = new AlertLog(cluster.clients())) {
        List<Alert> found = log.since(since, this::wanted);
        found.forEach(this::print);
        if (found.isEmpty()) {
          spec.commandLine()
              .getErr()
              .println("vedette: no such alerts since " + since.truncatedTo(ChronoUnit.SECONDS));
        }
        while (follow && !spec.commandLine().getOut().checkError()) {
          log.next(Duration.ofSeconds(1)).stream().filter(this::wanted).forEach(this::print);
        }
      }
    }
  }

  private boolean wanted(Alert alert) {
    return (watchlist == null || watchlist.equals(alert.watchlist()))
        && (entry == null || entry.equals(alert.entry()));
  }

  private void print(Alert alert) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json
            ? Json.line(alert)
            : new AlertText(Terminal.colour(), ZoneId.systemDefault()).of(alert));
    out.flush();
  }
}
