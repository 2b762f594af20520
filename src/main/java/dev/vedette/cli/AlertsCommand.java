package dev.vedette.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.vedette.alert.Alert;
import dev.vedette.config.Config;
import dev.vedette.export.Misp;
import dev.vedette.export.Stix;
import dev.vedette.export.Table;
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
import java.util.Locale;
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

  @Option(
      names = "--suppressed",
      description = "those that were only counted, as their entry had too many (max-per-hour)")
  private boolean suppressed;

  @Option(names = "--json", description = "the same as --format jsonl")
  private boolean json;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text; json (one list) or jsonl (one object a line), as on the topic; csv; stix (a bundle"
              + " of STIX 2.1); misp (events of MISP)")
  private Format format;

  /** How alerts are written. */
  enum Format {
    TEXT,
    JSON,
    JSONL,
    CSV,
    STIX,
    MISP;

    /** Whether all alerts are one document, which has an end. */
    boolean isWhole() {
      return this == JSON || this == STIX || this == MISP;
    }
  }

  @Override
  public void run() {
    if (json) {
      format = Format.JSONL;
    }
    if (follow && format.isWhole()) {
      throw new UsageException(
          "--follow: %s has an end (expected: text, jsonl or csv)"
              .formatted(format.name().toLowerCase(Locale.ROOT)));
    }
    Config read = config.read();
    try (Cluster cluster = Cluster.visit(read.kafka(), read.dataDirectory())) {
      cluster.requireTopics();
      try (AlertLog log = open(cluster)) {
        List<Alert> found = log.since(since, this::wanted);
        printAll(found);
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

  private AlertLog open(Cluster cluster) {
    return suppressed ? AlertLog.suppressed(cluster.clients()) : new AlertLog(cluster.clients());
  }

  private boolean wanted(Alert alert) {
    return (watchlist == null || watchlist.equals(alert.watchlist()))
        && (entry == null || entry.equals(alert.entry()));
  }

  private void printAll(List<Alert> alerts) {
    switch (format) {
      case JSON -> print(Json.mapper().valueToTree(alerts));
      case STIX -> print(Stix.bundle(alerts));
      case MISP -> print(Misp.events(alerts));
      case CSV -> {
        write(Table.header());
        alerts.forEach(this::print);
      }
      case TEXT, JSONL -> alerts.forEach(this::print);
    }
  }

  private void print(JsonNode document) {
    try {
      write(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that Jackson cannot write", e);
    }
  }

  private void print(Alert alert) {
    switch (format) {
      case CSV -> write(Table.row(alert));
      case JSONL -> write(Json.line(alert) + "\n");
      default -> write(new AlertText(Terminal.colour(), ZoneId.systemDefault()).of(alert) + "\n");
    }
  }

  private void write(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
