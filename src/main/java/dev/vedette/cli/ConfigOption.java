package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.config.ConfigReader;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the configuration is: {@code --config}, else VEDETTE_CONFIG, else beside the launcher. */
final class ConfigOption {

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "the configuration (default: $VEDETTE_CONFIG, or config/vedette.yaml)")
  private @Nullable Path file;

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

  static Map<String, String> environment() {
    return System.getenv();
  }
}
