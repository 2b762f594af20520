package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.Samples;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryYamlTest {

  @TempDir Path directory;

  private final Watchlists inForce =
      Samples.watchlists(
          Samples.entry("written", "Sergei Shoigu"), Samples.entry("imported", "KOMID", "No: 2"));

  @Test
  void whatIsWrittenIsGivenAsItIsAndWhatIsImportedAsItWouldBe() throws IOException {
    Files.writeString(
        directory.resolve("list.yaml"),
        """
        watchlist: list
        entries:
          - id: written   # by hand
            names: [Sergei Shoigu]
        """);

    assertThat(EntryYaml.of(directory, inForce, "written"))
        .contains("- id: written   # by hand\n  names: [Sergei Shoigu]");
    assertThat(EntryYaml.of(directory, inForce, "imported"))
        .contains(
            """
            # read from the list that its watchlist imports
            - id: imported
              kind: person
              names:
                - KOMID
                - "No: 2"
              tags: [arms]\
            """);
    assertThat(EntryYaml.of(directory, inForce, "nobody")).isEmpty();
  }
}
