package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.config.ConfigException;
import dev.vedette.config.Problem;
import dev.vedette.config.WatchlistReader;
import dev.vedette.watchlist.Watchlists;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vedette check}. */
@Command(
    name = "check",
    description = "Read the configuration and the watchlists, run their tests, start nothing.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Runnable {

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    List<Problem> problems = new ArrayList<>();
    Config read = read(problems);
    if (read == null) { // the watchlists by their usual place, so that their problems show too
      Path usual = config.file().resolveSibling("watchlists");
      if (Files.isDirectory(usual)) {
        lists(usual, null, problems);
      }
      throw new ConfigException(problems);
    }
    Watchlists lists = lists(read.watchlistDirectory(), read.sourceIds(), problems);
    if (lists == null) {
      throw new ConfigException(problems);
    }
    spec.commandLine()
        .getOut()
        .printf(
            "%s: good (sources: %d, of them on: %d)%n%s: good (watchlists: %d, entries: %d, tests passed: %d)%n",
            read.file(),
            read.sources().size(),
            read.sources().stream().filter(source -> source.settings().enabled()).count(),
            read.watchlistDirectory(),
            lists.lists().size(),
            lists.lists().stream().mapToInt(list -> list.entries().size()).sum(),
            lists.test().size());
    spec.commandLine().getOut().flush();
  }

  private @Nullable Config read(List<Problem> problems) {
    try {
      return config.read();
    } catch (ConfigException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  private static @Nullable Watchlists lists(
      Path directory, @Nullable Set<String> sources, List<Problem> problems) {
    try {
      return sources == null
          ? WatchlistReader.read(directory)
          : WatchlistReader.read(directory, sources);
    } catch (ConfigException e) {
      problems.addAll(e.problems());
      return null;
    }
  }
}
