package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that stand in files of their own. */
class WatchtestReaderTest {

  @TempDir Path directory;

  @BeforeEach
  void watchlist() throws IOException {
    write(
        "w.yaml",
        """
        watchlist: w
        severity: high
        entries:
          - {id: shoigu, kind: person, names: [Sergei Shoigu], weak: [Shoigu], context: [Kremlin]}
          - {id: chips, kind: concept, names: [chips], sources: [wire]}
        """);
    write("other.yaml", "watchlist: other\nentries: [{id: rain, kind: concept, names: [rain]}]");
  }

  @Test
  void whatIsExpectedAndComesPasses() throws IOException {
    write(
        "read-more.html",
        "<html><body><article><h1>Talks</h1><p>Sergei Shoigu came.</p></article></body></html>");
    write(
        "w-test.yaml",
        """
        watchlist: w
        tests:
          - {article: Sergei Shoigu in the rain, alerts: [shoigu]}
          - article: {title: New chips, body: None of them is Shoigu., source: wire, language: en}
            alerts: [{entry: chips, severity: high, hits: [chips]}]
          - {file: read-more.html, alerts: [{entry: shoigu}]}
          - {name: without a name, article: Nobody, alerts: []}
        """);

    assertThat(WatchlistReader.load(directory, null).trials())
        .hasSize(4)
        .allMatch(Trial::passed)
        .extracting(Trial::subject)
        .containsExactly(
            "\"Sergei Shoigu in the rain\"",
            "\"New chips\"",
            "\"read-more.html\"",
            "\"without a name\"");
  }

  @Test
  void aListWhoseTestsFailIsRefusedWithWhatWasExpectedAndGot() throws IOException {
    write(
        "w-test.yaml",
        """
        tests:
          - {article: Sergei Shoigu in the rain, alerts: [shoigu]}
          - {article: Sergei Shoigu saw Shoigu, alerts: [{entry: shoigu, severity: low, hits: [Shoigu]}]}
          - {article: Shoigu, alerts: [shoigu, rain]}
        """);

    assertThat(problems())
        .isEqualTo(
            """
            w-test.yaml:2:5: tests[0]: "Sergei Shoigu in the rain" (expected: an alert of shoigu; got: alerts of rain on 'rain' at 21..25 in body; shoigu)
            w-test.yaml:3:5: tests[1]: "Sergei Shoigu saw Shoigu" (expected: an alert of shoigu, severity low on 'Shoigu'; got: an alert of shoigu, severity high on 'Sergei Shoigu', 'Shoigu')
            w-test.yaml:4:5: tests[2]: "Shoigu" (expected: alerts of rain; shoigu; got: no alert)""");
  }

  @Test
  void everyMistakeIsTold() throws IOException {
    write(
        "w-test.yaml",
        """
        watchlist: v
        tests:
          - {article: A, alerts: [shoigoo]}
          - {article: A}
          - {alerts: []}
          - {article: A, file: a.txt, alerts: []}
          - {file: a.txt, alerts: [rain, rain]}
          - {article: A, alerts: [{entry: rain, severity: urgent}]}
          - {article: {texts: A}, alerts: []}
        """);
    write("x-test.yaml", "test: []");

    assertThat(problems())
        .isEqualTo(
            """
            w-test.yaml:1:12: watchlist: 'v' (expected: the id of a watchlist; did you mean w?)
            w-test.yaml:3:27: tests[0].alerts[0]: 'shoigoo' (expected: the id of an entry; did you mean shoigu?)
            w-test.yaml:4:5: tests[1]: alerts is missing (expected: a list of entries; [] for no alert)
            w-test.yaml:5:5: tests[2]: nothing to try (expected: either article: or file:)
            w-test.yaml:6:5: tests[3]: nothing to try (expected: either article: or file:)
            w-test.yaml:7:12: tests[4].file: 'a.txt' (expected: a feed, a page or a text that can be read)
            w-test.yaml:7:34: tests[4].alerts[1]: 'rain' twice (expected: each entry once)
            w-test.yaml:8:51: tests[5].alerts[0].severity: 'urgent' (expected: low, medium, high or critical)
            w-test.yaml:9:16: tests[6].article: unknown key 'texts' (expected: title, body, source, language or url)
            x-test.yaml:1:1: tests is missing (expected: a list of tests)
            x-test.yaml:1:1: unknown key 'test' (expected: watchlist or tests; did you mean tests?)""");
  }

  @Test
  void testsAreWatchedButAreNotPartOfTheVersion() throws IOException {
    String seen = FileWatch.look(directory);
    String version = WatchlistReader.read(directory).version();
    write("w-test.yaml", "tests: []");

    assertThat(FileWatch.look(directory)).isNotEqualTo(seen);
    assertThat(WatchlistReader.read(directory).version()).isEqualTo(version);
  }

  private String problems() {
    ConfigException e =
        catchThrowableOfType(ConfigException.class, () -> WatchlistReader.read(directory));
    return e == null ? "none" : e.getMessage().replace(directory + "/", "");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
