package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.config.LoadedWatchlists;
import dev.vedette.config.Trial;
import dev.vedette.config.WatchlistReader;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vedette test}. */
@Command(
    name = "test",
    description = "Run the watchlists' own tests.",
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Config read = config.readOrTellAll();
    LoadedWatchlists loaded = WatchlistReader.load(read.watchlistDirectory(), read.sourceIds());
    List<Trial> failed = loaded.trials().stream().filter(trial -> !trial.passed()).toList();
    PrintWriter out = spec.commandLine().getOut();
    for (Trial trial : failed) {
      out.printf(
          "%s:%d:%d: %s: \"%s\"%n    expected: %s%n    got:      %s%n",
          trial.file(),
          trial.line(),
          trial.column(),
          trial.path(),
          trial.outcome().text(),
          trial.expected(),
          trial.got());
    }
    out.printf("passed: %d, failed: %d%n", loaded.trials().size() - failed.size(), failed.size());
    out.flush();
    return failed.isEmpty() ? 0 : Main.INVALID;
  }
}
