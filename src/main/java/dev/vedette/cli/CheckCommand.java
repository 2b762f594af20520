package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.config.LoadedWatchlists;
import dev.vedette.config.WatchlistReader;
import dev.vedette.watchlist.Watchlists;
import java.time.LocalTime;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vedette check}. */
@Command(
    name = "check",
    description = "Read the configuration and the watchlists, run their tests, start nothing.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Option(
      names = "--watch",
      description = "check again at each save, and say what it changed, until Ctrl-C")
  private boolean watch;

  @Option(names = "--send", description = "send a test alert, marked as one, to every sink")
  private boolean send;

  @Override
  public Integer call() {
    if (watch && send) {
      throw new UsageException("--watch and --send (expected: only one of them)");
    }
    if (watch) {
      new CheckWatch(config, spec.commandLine().getOut(), LocalTime::now).run();
      return CommandLine.ExitCode.OK;
    }
    return check() ? CommandLine.ExitCode.OK : Main.FAILED;
  }

  /** Whether all that was sent has arrived. */
  private boolean check() {
    Config read = config.readOrTellAll();
    LoadedWatchlists loaded = WatchlistReader.load(read.watchlistDirectory(), read.sourceIds());
    Watchlists lists = loaded.passed();
    spec.commandLine()
        .getOut()
        .printf(
            "%s: good (sources: %d, of them on: %d)%n%s: good (watchlists: %d, entries: %d, tests"
                + " passed: %d)%n",
            read.file(),
            read.sources().size(),
            read.sources().stream().filter(source -> source.settings().enabled()).count(),
            read.watchlistDirectory(),
            lists.lists().size(),
            lists.lists().stream().mapToInt(list -> list.entries().size()).sum(),
            loaded.trials().size());
    spec.commandLine().getOut().flush();
    if (read.sources().stream().noneMatch(source -> source.settings().enabled())) {
      spec.commandLine()
          .getErr()
          .println("vedette: no source is on; `vedette run` would have nothing to watch");
    }
    RouteCheck.unknown(read.routes(), lists)
        .forEach(line -> spec.commandLine().getErr().println("vedette: " + line));
    return !send || new TestAlert(read).send(spec.commandLine().getOut());
  }
}
