package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryTextTest {

  @TempDir Path directory;

  @Test
  void anEntryIsShownAsItsAuthorWroteIt() throws IOException {
    Files.writeString(
        directory.resolve("list.yaml"),
        """
        watchlist: list
        entries:
          # the minister
          - id: shoigu
            names: [Sergei Shoigu]   # one form

            weak: [Shoigu]

          # somebody else
          - {id: kim, kind: person,
             names: [Kim Jong Un]}
          - id: last
            names:
            - KN-23
        """);

    assertThat(EntryText.of(directory, "shoigu"))
        .contains(
            new EntryText(
                TextFile.nameOf(directory.resolve("list.yaml")),
                4,
                "- id: shoigu\n  names: [Sergei Shoigu]   # one form\n\n  weak: [Shoigu]"));
    assertThat(EntryText.of(directory, "kim").orElseThrow().yaml())
        .isEqualTo("- {id: kim, kind: person,\n   names: [Kim Jong Un]}");
    assertThat(EntryText.of(directory, "last").orElseThrow().yaml())
        .isEqualTo("- id: last\n  names:\n  - KN-23");
    assertThat(EntryText.of(directory, "nobody")).isEmpty();
  }
}
