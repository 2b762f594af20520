package dev.vedette.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A temporary directory that is deleted, with all that is in it, when it is closed.
 *
 * @param path where it is
 */
public record Scratch(Path path) implements AutoCloseable {

  /** A new one, whose name begins so. */
  public static Scratch make(String name) throws IOException {
    return new Scratch(Files.createTempDirectory(name));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
