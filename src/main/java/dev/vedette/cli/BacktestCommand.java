package dev.vedette.cli;

import dev.vedette.backtest.Backtest;
import dev.vedette.backtest.BacktestPage;
import dev.vedette.backtest.BacktestReport;
import dev.vedette.config.Config;
import dev.vedette.config.WatchlistReader;
import dev.vedette.stream.ArticleLog;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.Json;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vedette backtest}. */
@Command(
    name = "backtest",
    description = {
      "What other watchlists would have told, and how noisy each entry is.",
      "Sends the kept articles through the watchlists in force and through the candidate, and shows"
          + " each alert gained and lost. Without --candidate, the noise of those in force.",
      "Kept articles are all that were read: also archives, and what a new source's backfill left"
          + " out, which raise no alert by themselves."
    },
    mixinStandardHelpOptions = true)
final class BacktestCommand implements Runnable {

  private static final Duration DEFAULT_SINCE = Duration.ofDays(30);

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Option(
      names = "--candidate",
      paramLabel = "DIR",
      description = "watchlists that may take the place of those in force")
  private @Nullable Path candidate;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = SinceConverter.class,
      description = "from when on: a duration such as 7d, a day or an instant (default: 30d)")
  private @Nullable Instant since;

  @Option(names = "--entry", paramLabel = "ID", description = "only this entry")
  private @Nullable String entry;

  @Option(names = "--json", description = "the whole report as one JSON object")
  private boolean json;

  @Option(
      names = "--raise",
      description =
          "tell what --entry has missed: send its past alerts to the story step, which tells those"
              + " that it has not told, archives and what backfill left out among them; --since"
              + " reaches back as far as stories are remembered")
  private boolean raise;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "also write the report there, as a page to send to a colleague")
  private @Nullable Path html;

  @Override
  public void run() {
    requirePlace(html);
    Config read = config.readOrTellAll();
    Watchlists current = WatchlistReader.read(read.watchlistDirectory(), read.sourceIds());
    if (raise) {
      raise(read, current);
    } else {
      compare(read, current);
    }
  }

  private void compare(Config read, Watchlists current) {
    Watchlists other =
        candidate == null ? current : WatchlistReader.read(candidate, read.sourceIds());
    EntryIds.require("--entry", entry, current, other);
    Backtest backtest = new Backtest(current, other, entry);
    Instant from = since == null ? Instant.now().minus(DEFAULT_SINCE) : since;
    try (Cluster cluster = Cluster.visit(read.kafka(), read.dataDirectory())) {
      cluster.requireTopics();
      try (ProgressLine progress = progress()) {
        new ArticleLog(cluster.clients())
            .readAtOnce(from, Runtime.getRuntime().availableProcessors(), backtest::read, progress);
      }
    }
    BacktestReport report = backtest.report();
    print(report);
    if (report.articles() == 0) {
      tell("no article is kept since " + from.truncatedTo(ChronoUnit.SECONDS));
    }
    if (html != null) {
      write(html, BacktestPage.of(report, ZoneId.systemDefault()));
      tell("the page for a colleague is " + html);
    }
  }

  private void tell(String sentence) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("vedette: " + sentence);
    err.flush();
  }

  /** Before the work, rather than after it. */
  private static void requirePlace(@Nullable Path file) {
    if (file != null) {
      Path directory = file.toAbsolutePath().getParent();
      if (directory == null || !Files.isDirectory(directory) || Files.isDirectory(file)) {
        throw cannotWrite(file);
      }
    }
  }

  private static void write(Path file, String page) {
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw cannotWrite(file);
    }
  }

  private static UsageException cannotWrite(Path file) {
    return new UsageException(
        "--html: cannot write " + file + " (expected: a file in a directory that exists)");
  }

  private void raise(Config read, Watchlists current) {
    Duration window = read.alerts().storyWindow();
    if (entry == null || since == null || candidate != null || html != null) {
      throw new UsageException(
          "--raise (expected: --entry and --since beside it, and neither --candidate nor --html)");
    }
    if (since.isBefore(Instant.now().minus(window))) {
      throw new UsageException(
          "--since: %s (expected: with --raise, at most %d h ago, as alerts.story-window says; what was told of older stories is forgotten)"
              .formatted(since.truncatedTo(ChronoUnit.SECONDS), window.toHours()));
    }
    EntryIds.require("--entry", entry, current);
    Raising raising;
    try (Cluster cluster = Cluster.visit(read.kafka(), read.dataDirectory())) {
      cluster.requireTopics();
      try (ProgressLine progress = progress()) {
        raising = Raising.of(cluster, current, entry, since, progress);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? Json.line(raising) + "\n" : raising.text());
    out.flush();
  }

  private ProgressLine progress() {
    return new ProgressLine(spec.commandLine().getErr(), Terminal.watched(), System::nanoTime);
  }

  private void print(BacktestReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(report));
    } else {
      out.print(new BacktestText(Terminal.colour(), ZoneId.systemDefault()).of(report));
    }
    out.flush();
  }
}
