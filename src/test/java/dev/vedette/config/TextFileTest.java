package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {

  @TempDir Path home;
  private final Problems problems = new Problems();

  @Test
  void aByteOrderMarkIsNoText() throws IOException {
    Path file = Files.writeString(home.resolve("bom.yaml"), "\ufeffwatchlist: w");
    assertThat(TextFile.read(file, problems)).isEqualTo("watchlist: w");
  }

  @Test
  void whatCannotBeReadIsSaidInOneSentence() throws IOException {
    Path cut = home.resolve("cut.yaml");
    Files.write(cut, new byte[] {'a', (byte) 0xd0});
    Path utf16 = Files.write(home.resolve("utf16.yaml"), "a".getBytes(StandardCharsets.UTF_16));

    assertThat(problem(home.resolve("nowhere.yaml")))
        .isEqualTo("nowhere.yaml: does not exist (expected: a file)");
    assertThat(problem(home)).isEqualTo(home + ": is a directory (expected: a file)");
    assertThat(problem(cut))
        .isEqualTo(
            "cut.yaml:1:2: not UTF-8 (expected: a text in UTF-8;"
                + " iconv -t UTF-8 -f its-encoding makes one)");
    assertThat(problem(utf16))
        .isEqualTo(
            "utf16.yaml:1:1: not UTF-8 (expected: a text in UTF-8;"
                + " iconv -t UTF-8 -f its-encoding makes one)");
  }

  @Test
  void aFileIsNamedAsItsUserWouldNameIt() {
    Path here = Path.of("").toAbsolutePath();
    assertThat(TextFile.nameOf(here.resolve("config/vedette.yaml")))
        .isEqualTo("config/vedette.yaml");
    assertThat(TextFile.nameOf(Path.of("config/../x.yaml"))).isEqualTo("x.yaml");
    assertThat(TextFile.nameOf(home)).isEqualTo(home.toString());
  }

  private String problem(Path file) {
    Problems found = new Problems();
    assertThat(TextFile.read(file, found)).isNull();
    return found.exception().getMessage().replace(home + "/", "");
  }
}
