package dev.vedette.sink;

import dev.vedette.document.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A command that is given alerts on its standard input.
 *
 * @param id the sink's
 * @param command a program and its arguments; no shell is asked
 * @param directory where it runs
 * @param timeout after which it is ended
 */
public record CommandSettings(String id, List<String> command, Path directory, Duration timeout)
    implements SinkSettings {

  /** For so long a command may run, unless somebody says otherwise. */
  public static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** Copies its list. */
  public CommandSettings {
    command = List.copyOf(command);
  }

  @Override
  public String kind() {
    return "exec";
  }

  @Override
  public int parallel() {
    return 1;
  }

  @Override
  public AlertSink open(AlertJson json, Secrets secrets) {
    return new CommandSink(this, json, secrets);
  }

  @Override
  public String toString() {
    return "CommandSettings[id=" + id + "]";
  }
}
