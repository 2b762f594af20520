package dev.vedette.cli;

import dev.vedette.config.ChangedKeys;
import dev.vedette.config.Config;
import dev.vedette.config.ConfigException;
import dev.vedette.config.FileWatch;
import dev.vedette.document.Secrets;
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
 * Takes in what a changed configuration says of sources, sinks and routes, and says what else in it
 * waits for a start. One that has mistakes changes nothing.
 */
final class ConfigReload {

  private static final Logger LOG = LoggerFactory.getLogger(ConfigReload.class);

  private final Path file;
  private final Supplier<Config> reader;
  private final Function<Config, List<String>> follow;
  private final String atStart;
  private volatile List<String> problems = List.of();
  private volatile boolean forbidden;

  /**
   * A reload of a configuration that is in force.
   *
   * @param atStart by {@link #look} before it was read for the start; another text is a change,
   *     even if it was written before the service was up
   * @param reader reads it anew; throws {@link ConfigException} if it has mistakes
   * @param follow does what it says, and gives what that was in sentences; throws {@link
   *     ConfigException} if it does not agree with other files
   */
  ConfigReload(
      Path file, String atStart, Supplier<Config> reader, Function<Config, List<String>> follow) {
    this.file = file;
    this.reader = reader;
    this.follow = follow;
    this.atStart = atStart;
  }

  /** The file as it is now, be it readable or not. */
  static String look(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Starts to follow the file. */
  FileWatch follow() {
    return FileWatch.start(file.resolveSibling(""), () -> look(file), atStart, this::reload);
  }

  /** Reads the file again if it did not agree with other files, which have changed now. */
  void reloadIfOthersForbadeIt() {
    if (forbidden) {
      reload();
    }
  }

  /** Reads the file again, and follows it if it is without mistakes. */
  synchronized void reload() {
    Secrets secrets = Secrets.NONE;
    forbidden = false;
    try {
      Config read = reader.get();
      secrets = read.secrets();
      forbidden = true;
      List<String> done = follow.apply(read);
      forbidden = false;
      List<String> waiting =
          ChangedKeys.wantingRestart(atStart, look(file)).stream()
              .map(key -> "%s has changed; it is read at the next start".formatted(key))
              .toList();
      problems = waiting;
      done.forEach(what -> LOG.info("configuration reloaded: {}", what));
      waiting.forEach(LOG::warn);
      if (done.isEmpty() && waiting.isEmpty()) {
        LOG.info("configuration unchanged");
      }
    } catch (ConfigException e) {
      List<String> mistakes = new ArrayList<>();
      e.problems()
          .forEach(
              problem ->
                  mistakes.add("configuration refused, what was in force stays: " + problem));
      problems = List.copyOf(mistakes);
      mistakes.forEach(LOG::error);
    } catch (RuntimeException | Error e) { // a fault of ours; whoever changed the file must know
      String fault = "configuration not taken in: " + secrets.hide(e.toString());
      problems = List.of(fault);
      LOG.error(fault);
    }
  }

  /** What is wrong with the file, or waits for a start, in sentences. */
  List<String> problems() {
    return problems;
  }
}
