package dev.vedette.cli;

import dev.vedette.config.ChangedKeys;
import dev.vedette.config.Config;
import dev.vedette.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what a changed configuration says of sinks and routes, and says what else in it waits
 * for a start. One that has mistakes changes nothing.
 */
final class ConfigReload {

  private static final Logger LOG = LoggerFactory.getLogger(ConfigReload.class);

  private final Path file;
  private final Supplier<Config> reader;
  private final Function<Config, List<String>> follow;
  private final String atStart;
  private volatile List<String> problems = List.of();

  /**
   * A reload of a configuration that is in force.
   *
   * @param reader reads it anew; throws {@link ConfigException} if it has mistakes
   * @param follow does what it says, and gives what that was in sentences
   */
  ConfigReload(Path file, Supplier<Config> reader, Function<Config, List<String>> follow) {
    this.file = file;
    this.reader = reader;
    this.follow = follow;
    this.atStart = look();
  }

  /** The file as it is now, be it readable or not. */
  String look() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** The file as the start found it. */
  String atStart() {
    return atStart;
  }

  /** Reads the file again, and follows it if it is without mistakes. */
  synchronized void reload() {
    try {
      Config read = reader.get();
      List<String> done = follow.apply(read);
      done.forEach(what -> LOG.info("configuration reloaded: {}", what));
      List<String> waiting =
          ChangedKeys.wantingRestart(atStart, look()).stream()
              .map(key -> "%s has changed; it is read at the next start".formatted(key))
              .toList();
      waiting.forEach(LOG::warn);
      if (done.isEmpty() && waiting.isEmpty()) {
        LOG.info("configuration unchanged");
      }
      problems = waiting;
    } catch (ConfigException e) {
      List<String> mistakes = new ArrayList<>();
      e.problems()
          .forEach(
              problem ->
                  mistakes.add("configuration refused, what was in force stays: " + problem));
      mistakes.forEach(LOG::error);
      problems = List.copyOf(mistakes);
    }
  }

  /** What is wrong with the file, or waits for a start, in sentences. */
  List<String> problems() {
    return problems;
  }
}
