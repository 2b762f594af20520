package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Filters;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Name;
import dev.vedette.watchlist.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchlistTextTest {

  @TempDir Path directory;

  private static Entry entry(String title, List<Name> names, List<Name> weak, Entry.Tests tests) {
    return new Entry(
        "orest",
        Kind.PERSON,
        title,
        names,
        weak,
        weak.isEmpty() ? List.of() : List.of(Name.of("sanctions")),
        List.of(),
        null,
        Severity.MEDIUM,
        Set.of("born:1972", "b"),
        Filters.NONE,
        null,
        tests);
  }

  @Test
  void writesWhatAnAnalystWouldWrite() {
    Entry entry =
        entry(
            "Orest Vardanov",
            List.of(Name.of("Orest Vardanov"), Name.of("VARDANOV, Orest")),
            List.of(new Name("OV", Name.Mode.FOLDED, 0, true)),
            new Entry.Tests(List.of("He said: \"Orest Vardanov\"."), List.of("Orest")));

    assertThat(
            WatchlistText.head("desk", "The desk's: own", List.of("Made by hand"))
                + WatchlistText.entry(entry, (one, name) -> name.equals("OV") ? "short" : ""))
        .isEqualTo(
            """
            # Made by hand
            watchlist: desk
            title: "The desk's: own"
            entries:
              - id: orest
                kind: person
                names:
                  - Orest Vardanov
                  - "VARDANOV, Orest"
                weak:
                  - {name: OV, match: folded, case: true}  # short
                context: [sanctions]
                tags: [b, "born:1972"]
                tests:
                  match:
                    - "He said: \\"Orest Vardanov\\"."
                  no-match:
                    - "Orest"
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Orest Vardanov",
        "null",
        "Yes",
        "1972",
        "VARDANOV, Orest",
        "O'Neill",
        "'Ali",
        "- Orest",
        "Orest: Vardanov",
        "Orest # Vardanov",
        "[Orest] {x}",
        "\"quoted\" \\ back",
        "أبو شمعة",
        "최상렬 & 崔相烈",
        "a\u200fb\u00ad\u2028c\u0007\ufeff",
        "\ud83d\udea2 ship \ud800\udf00",
        "Orest.",
        "a+b/c"
      })
  void isReadBackAsItWas(String name) throws IOException {
    Entry entry =
        entry(
            name,
            List.of(Name.of("Zed"), new Name(name, Name.Mode.FOLDED, 0, false)),
            List.of(Name.of("x " + name)),
            Entry.Tests.NONE);
    Path file = directory.resolve("w.yaml");
    Files.writeString(
        file,
        WatchlistText.head("w", name, List.of()) + WatchlistText.entry(entry, (one, it) -> ""));

    assertThat(WatchlistReader.entries(file)).containsExactly(entry);
  }
}
