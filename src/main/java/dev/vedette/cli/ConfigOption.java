package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.config.ConfigException;
import dev.vedette.config.ConfigReader;
import dev.vedette.config.Problem;
import dev.vedette.config.WatchlistReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the configuration is: {@code --config}, else VEDETTE_CONFIG, else beside the launcher. */
final class ConfigOption {

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "the configuration (default: $VEDETTE_CONFIG, or config/vedette.yaml)")
  private @Nullable Path file;

  /** Whether none was named, and none is in its usual place. */
  boolean isAbsent() {
    String named = System.getenv("VEDETTE_CONFIG");
    return file == null && (named == null || named.isBlank()) && Files.notExists(file());
  }

  Path file() {
    if (file != null) {
      return file.toAbsolutePath().normalize();
    }
    String named = System.getenv("VEDETTE_CONFIG");
    if (named != null && !named.isBlank()) {
      return Path.of(named).toAbsolutePath().normalize();
    }
    return Path.of(System.getProperty("vedette.home", ""))
        .resolve("config/vedette.yaml")
        .toAbsolutePath()
        .normalize();
  }

  Config read() {
    return ConfigReader.read(file(), environment());
  }

  /**
   * As {@link #read}; but where the configuration is wrong, what is wrong with the watchlists in
   * their usual place is named too, as it cannot say where else they are.
   */
  Config readOrTellAll() {
    return orTellAll(this::read);
  }

  /** The configuration of a service, which must have something to watch. */
  Config readToRun() {
    return ConfigReader.readToRun(file(), environment());
  }

  /** As {@link #readToRun}, with the mistakes of the watchlists as in {@link #readOrTellAll}. */
  Config readToRunOrTellAll() {
    return orTellAll(this::readToRun);
  }

  private Config orTellAll(Supplier<Config> reader) {
    try {
      return reader.get();
    } catch (ConfigException e) {
      List<Problem> problems = new ArrayList<>(e.problems());
      Path usual = file().resolveSibling("watchlists");
      if (Files.isDirectory(usual)) {
        problems.addAll(problems(usual));
      }
      throw new ConfigException(problems);
    }
  }

  private static List<Problem> problems(Path watchlists) {
    try {
      WatchlistReader.read(watchlists);
      return List.of();
    } catch (ConfigException e) {
      return e.problems();
    }
  }

  static Map<String, String> environment() {
    return System.getenv();
  }
}
