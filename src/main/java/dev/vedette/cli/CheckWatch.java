package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.config.ConfigException;
import dev.vedette.config.FileWatch;
import dev.vedette.config.LoadedWatchlists;
import dev.vedette.config.Settling;
import dev.vedette.config.WatchlistReader;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/** Checks the configuration and the watchlists at each save, and says what the save changed. */
final class CheckWatch {

  private static final int BETWEEN_LOOKS_MILLIS = 250;

  private final ConfigOption config;
  private final PrintWriter out;
  private final Supplier<LocalTime> clock;
  private Watchlists good = Watchlists.of(List.of(), "none");

  /**
   * @param out for what comes of each check
   * @param clock says when that was
   */
  CheckWatch(ConfigOption config, PrintWriter out, Supplier<LocalTime> clock) {
    this.config = config;
    this.out = out;
    this.clock = clock;
  }

  /** Checks at once and then at each save, until it is interrupted or nobody reads any more. */
  void run() {
    Settling settling = new Settling(look());
    check();
    while (!out.checkError()) {
      try {
        Thread.sleep(BETWEEN_LOOKS_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      if (settling.look(look())) {
        check();
      }
    }
  }

  /** A fingerprint of all that is checked, be it readable or not. */
  private String look() {
    return text(config.file()) + FileWatch.look(directory());
  }

  /** Where the watchlists are; their usual place if the configuration cannot say. */
  private Path directory() {
    try {
      return config.read().watchlistDirectory();
    } catch (ConfigException e) {
      return config.file().resolveSibling("watchlists");
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void check() {
    String time = clock.get().truncatedTo(ChronoUnit.SECONDS).toString();
    try {
      Config read = config.readOrTellAll();
      LoadedWatchlists loaded = WatchlistReader.load(read.watchlistDirectory(), read.sourceIds());
      Watchlists now = loaded.passed();
      out.printf("%s good, tests passed: %d%n", time, loaded.trials().size());
      ListChanges.of(good, now).forEach(out::println);
      good = now;
    } catch (ConfigException e) {
      out.printf("%s problems: %d%n%s%n", time, e.problems().size(), e.getMessage());
    }
    out.flush();
  }
}
