package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vedette.imports.Room;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Name;
import dev.vedette.watchlist.Severity;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A watchlist with {@code import:}, beside the list that it imports. */
class ImportReaderTest {

  private static final String REST = ",-0- ".repeat(8);
  private static final String SDN =
      "101,\"VARDANOV, Orest\",\"individual\",\"DPRK4\"%s%n".formatted(REST)
          + "102,\"LANTERN GULF TRADING\",-0- ,\"SYRIA\"%s%n".formatted(REST)
          + "103,\"JUSTICE COMPANY\",-0- ,\"DPRK4] [SYRIA\"%s%n".formatted(REST);
  private static final String IMPORT = "import: {format: ofac-sdn, file: [../lists/sdn.csv]}\n";

  @TempDir Path home;
  private Path watchlists;

  @BeforeEach
  void writeLists() throws IOException {
    watchlists = Files.createDirectory(home.resolve("watchlists"));
    Files.createDirectory(home.resolve("lists"));
    list(SDN);
  }

  private void list(String text) throws IOException {
    Files.writeString(home.resolve("lists/sdn.csv"), text);
  }

  private void watchlist(String text) throws IOException {
    Files.writeString(watchlists.resolve("w.yaml"), text);
  }

  @Test
  void theListsOfAllWatchlistsShareTheMemory() throws IOException {
    list("Orest Vardanov\nLevan Tarkhanov\n");
    String imports =
        "import: {format: names, kind: person, file: ../lists/sdn.csv, except: [%s]}\n";
    watchlist("watchlist: w\n" + imports.formatted("x"));
    Room one = new Room(3_000);

    assertThat(WatchlistReader.loadWithin(one, watchlists).watchlists().lists()).hasSize(1);

    Files.copy(home.resolve("lists/sdn.csv"), home.resolve("lists/other.txt"));
    Files.writeString(
        watchlists.resolve("x.yaml"),
        "watchlist: x\nimport: {format: names, kind: person, file: ../lists/other.txt}\n");

    assertThatThrownBy(() -> WatchlistReader.loadWithin(new Room(3_000), watchlists))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            ("%s:1:1: more names than the memory holds (expected: lists of sanctions;"
                    + " VEDETTE_JAVA_OPTS=-Xmx4g makes room for more)")
                .formatted(home.resolve("lists/other.txt")));
  }

  private static List<Entry> entries(Watchlists all) {
    return all.lists().get(0).entries();
  }

  @Test
  void itsEntriesHaveWhatTheWatchlistSaysForAll() throws IOException {
    watchlist(
        "watchlist: w\nseverity: high\ntags: [desk]\nlanguages: [en]\n"
            + IMPORT
            + "entries: [{id: own, kind: place, names: [Torzhok], severity: low}]\n");

    List<Entry> entries = entries(WatchlistReader.read(watchlists));

    assertThat(entries)
        .extracting(Entry::id)
        .containsExactly("own", "ofac-101", "ofac-102", "ofac-103");
    Entry imported = entries.get(1);
    assertThat(imported.severity()).isEqualTo(Severity.HIGH);
    assertThat(imported.tags()).containsExactlyInAnyOrder("desk", "list:ofac", "programme:DPRK4");
    assertThat(imported.filters().languages()).containsExactly("en");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          programmes: [dprk4]                      | ofac-101: VARDANOV, Orest ~; ofac-103: ~ JUSTICE COMPANY
          except: [ofac-102, ofac-999]             | ofac-101: VARDANOV, Orest ~; ofac-103: ~ JUSTICE COMPANY
          programmes: [SYRIA], strong: [Justice Company] | ofac-102: LANTERN GULF TRADING ~; ofac-103: JUSTICE COMPANY ~
          programmes: [SYRIA], weak: [lantern gulf trading] | ofac-102: ~ LANTERN GULF TRADING; ofac-103: ~ JUSTICE COMPANY
          """)
  void theAnalystMayKnowBetter(String choice, String told) throws IOException {
    watchlist("watchlist: w\n" + IMPORT.replace("]}", "], " + choice + "}"));

    assertThat(entries(WatchlistReader.read(watchlists)))
        .extracting(
            entry ->
                (entry.id() + ": " + names(entry.names()) + " ~ " + names(entry.weak()))
                    .replace(":  ", ": ")
                    .strip())
        .containsExactly(told.split("; ", -1));
  }

  private static String names(List<Name> names) {
    return String.join(" | ", names.stream().map(Name::text).toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          import:                                            | w.yaml:2:8: import: file is missing (expected: a file, or a list of files) / w.yaml:2:8: import: format is missing (expected: ofac-sdn, ofac-xml, un-sc, opensanctions, ftm or names)
          import: sdn.csv                                    | w.yaml:2:9: import: 'sdn.csv' (expected: keys: format, file, kind, programmes, except, strong or weak)
          import: {format: ofac-sdm, file: a}                | w.yaml:2:18: import.format: 'ofac-sdm' (expected: ofac-sdn, ofac-xml, un-sc, opensanctions, ftm or names; did you mean ofac-sdn?)
          import: {format: names, file: a}                   | w.yaml:2:9: import: kind is missing (expected: what the names are, such as person)
          import: {format: un-sc, file: a, kind: person}     | w.yaml:2:40: import.kind: un-sc says itself what everybody is (expected: no kind)
          import: {format: un-sc, file: []}                  | w.yaml:2:31: import.file: a list (expected: a file, or a list of files)
          import: {format: un-sc, file: absent.xml}          | absent.xml: does not exist (expected: a file)
          import: {format: un-sc, file: .}                   | watchlists: is a directory (expected: a file)
          import: {format: un-sc, file: ../lists/sdn.csv}    | lists/sdn.csv:1:1: not XML (expected: XML that is well-formed)
          import: {format: ofac-sdn, file: ../lists/sdn.csv, programmes: [X]} | lists/sdn.csv: names nobody who is wanted (expected: programmes that it has, such as DPRK4, SYRIA)
          """)
  void everyMistakeIsToldWithItsPlace(String key, String messages) throws IOException {
    watchlist("watchlist: w\n" + key + "\n");

    assertThatThrownBy(() -> WatchlistReader.read(watchlists))
        .isInstanceOf(ConfigException.class)
        .satisfies(
            thrown ->
                assertThat(((ConfigException) thrown).problems())
                    .extracting(problem -> shortened(problem.toString()))
                    .containsExactly(messages.split(" / ", -1)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "none",
      textBlock =
          """
          w.yaml | ../lists/sdn.csv                        | none
          w.yaml | ./../watchlists/../lists/sdn.csv        | none
          w.yaml | other.csv                               | w.yaml:2:34: import.file: a file
          w.yaml | [../lists/sdn.csv, /dev/zero]           | w.yaml:2:53: import.file[1]: a file
          w.yaml | ../lists/absent.csv                     | w.yaml:2:34: import.file: a file
          n.yaml | ../lists/sdn.csv                        | n.yaml:2:34: import.file: a file
          """)
  void anEditedTextImportsOnlyWhatTheSavedOneDoes(String name, String file, String message)
      throws IOException {
    watchlist("watchlist: w\n" + IMPORT);
    Files.writeString(watchlists.resolve("other.csv"), SDN);
    String text = "watchlist: e\nimport: {format: ofac-sdn, file: %s}\n".formatted(file);

    if (message == null) {
      assertThat(entries(WatchlistReader.loadEdited(watchlists, Set.of(), name, text).watchlists()))
          .hasSize(3);
      return;
    }
    String whole =
        message + " that the saved watchlist does not import (expected: one that it does)";
    assertThatThrownBy(() -> WatchlistReader.loadEdited(watchlists, Set.of(), name, text))
        .isInstanceOf(ConfigException.class)
        .satisfies(
            thrown ->
                assertThat(((ConfigException) thrown).problems())
                    .extracting(problem -> shortened(problem.toString()))
                    .containsExactly(whole));
  }

  private String shortened(String message) {
    return message.replace(watchlists + "/", "").replace(home + "/", "");
  }

  @Test
  void anIdThatIsTakenIsAMistakeOfTheImport() throws IOException {
    watchlist(
        "watchlist: w\n"
            + IMPORT
            + "entries:\n- {id: ofac-102, kind: place, names: [Torzhok]}\n"
            + "- {id: ofac-103, kind: place, names: [Tver]}\n");

    assertThatThrownBy(() -> WatchlistReader.read(watchlists))
        .hasMessage(
            "%s/w.yaml:2:9: import: 2 ids that others have, such as 'ofac-102' (expected: ids of their own; %s/w.yaml:4 has the same)"
                .formatted(watchlists, watchlists));
  }

  @Test
  void anotherListIsAnotherVersionAndADamagedOneLeavesTheLastGoodInForce() throws IOException {
    watchlist("watchlist: w\n" + IMPORT);
    LiveWatchlists live = new LiveWatchlists(() -> WatchlistReader.read(watchlists));
    String first = live.version();

    assertThat(live.reload()).isEqualTo(LiveWatchlists.Reload.UNCHANGED);

    list(SDN + "104,\"CUT");

    assertThat(live.reload()).isEqualTo(LiveWatchlists.Reload.REFUSED);
    assertThat(live.version()).isEqualTo(first);
    assertThat(live.problems())
        .containsExactly(
            new Problem(
                home.resolve("lists/sdn.csv").toString(),
                4,
                1,
                "a quotation mark that is never closed (expected: the whole file; this one is cut"
                    + " off)"));

    list(SDN.replace("VARDANOV", "TARKHANOV"));

    assertThat(live.reload()).isEqualTo(LiveWatchlists.Reload.CHANGED);
    assertThat(entries(live.get()).get(0).title()).isEqualTo("TARKHANOV, Orest");
  }

  @Test
  void theListIsWatchedLikeTheWatchlist() throws IOException {
    watchlist("watchlist: w\n" + IMPORT);
    AtomicInteger changes = new AtomicInteger();
    String seen = FileWatch.look(watchlists);
    FileWatch watch = FileWatch.start(watchlists, seen, changes::incrementAndGet);
    try {
      list(SDN + SDN.replace("10", "20"));
      await().atMost(Duration.ofSeconds(60)).until(() -> changes.get() == 1);

      Files.delete(home.resolve("lists/sdn.csv"));
      await().atMost(Duration.ofSeconds(60)).until(() -> changes.get() == 2);
    } finally {
      watch.close();
    }
  }
}
