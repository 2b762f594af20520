package dev.vedette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files under {@code src/test/resources} that hold what others rely on. {@code mvn test
 * -Dgolden=write} writes them anew; the difference then is the change to be reviewed.
 */
public final class Golden {

  private static final Path DIRECTORY = Path.of("src/test/resources");

  private Golden() {}

  /** Fails unless the file holds exactly this text. */
  public static void assertGolden(String name, String actual) {
    if ("write".equals(System.getProperty("golden"))) {
      write(name, actual);
    }
    assertThat(actual).as("golden file %s", name).isEqualTo(read(name));
  }

  /** What the file holds. */
  public static String read(String name) {
    try {
      return Files.readString(DIRECTORY.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(String name, String actual) {
    try {
      Files.writeString(DIRECTORY.resolve(name), actual);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
