package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.vedette.article.Fingerprint;
import dev.vedette.article.Zone;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Filters;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Limits;
import dev.vedette.watchlist.Name;
import dev.vedette.watchlist.Severity;
import dev.vedette.watchlist.Silence;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WatchlistReaderTest {

  @TempDir Path directory;

  @Test
  void everyKeyIsRead() throws IOException {
    write(
        "arms.yaml",
        """
        watchlist: arms
        title: Arms transfers
        topic: true
        severity: high
        tags: [arms]
        sources: [wire, drop]
        languages: [EN, ru]
        zones: [title, body]
        min-score: 0.5
        max-per-hour: 20
        repeat-interval: 2h
        silence: {until: 2027-01-31, reason: holidays, by: desk}
        entries:
          - id: shoigu
            kind: person
            title: S. Shoigu
            names:
              - Sergei Shoigu
              - {name: Shoygu, match: folded, fuzzy: 1, case: true}
            weak: [Shoigu]
            context: [Kremlin]
            not: [Ksenia Shoigu]
            query: 'title:minister AND "security council"'
            severity: critical
            tags: [russia]
            sources: [wire]
            languages: [ko]
            zones: [caption]
            min-score: 1
            max-per-hour: off
            silence: {until: "2027-01-31T18:00:00+09:00", reason: exercise}
          - id: shells
            kind: weapon
            names: [152 mm shell]
        """);

    Watchlists watchlists = WatchlistReader.read(directory, Set.of("wire", "drop"));

    Watchlist list = watchlists.lists().get(0);
    assertThat(List.of(list.id(), list.title(), list.ownTopic()))
        .containsExactly("arms", "Arms transfers", true);
    Entry shoigu = list.entries().get(0);
    assertThat(shoigu)
        .isEqualTo(
            new Entry(
                "shoigu",
                Kind.PERSON,
                "S. Shoigu",
                List.of(Name.of("Sergei Shoigu"), new Name("Shoygu", Name.Mode.FOLDED, 1, true)),
                List.of(Name.of("Shoigu")),
                List.of(Name.of("Kremlin")),
                List.of(Name.of("Ksenia Shoigu")),
                shoigu.query(),
                Severity.CRITICAL,
                Set.of("arms", "russia"),
                new Filters(Set.of("wire"), Set.of("ko"), Set.of(Zone.CAPTION), 1),
                new Silence(Instant.parse("2027-01-31T09:00:00Z"), "exercise", ""),
                new Limits(Limits.ALL, Duration.ofHours(2)),
                Entry.Tests.NONE));
    assertThat(shoigu.query()).hasToString("title:minister AND \"security council\"");
    assertThat(list.entries().get(1))
        .isEqualTo(
            new Entry(
                "shells",
                Kind.WEAPON,
                "152 mm shell",
                List.of(Name.of("152 mm shell")),
                List.of(),
                List.of(),
                List.of(),
                null,
                Severity.HIGH,
                Set.of("arms"),
                new Filters(
                    Set.of("wire", "drop"), Set.of("en", "ru"), Set.of(Zone.TITLE, Zone.BODY), 0.5),
                new Silence(Instant.parse("2027-01-31T00:00:00Z"), "holidays", "desk"),
                new Limits(20, Duration.ofHours(2)),
                Entry.Tests.NONE));
  }

  @Test
  void everyProblemOfEveryFileIsReported() throws IOException {
    write(
        "a.yaml",
        """
        watchlist: Arms
        entrys: []
        entries:
          - id: shoigu
            kind: human
            names: [Sergei Shoigu, {name: Lee, fuzzy: 1}, "—", Sergei Shoigu]
            severity: urgent
            zones: [title, sidebar]
            languages: [cn]
            sources: [wier]
            silence: {until: tomorrow}
          - kind: person
            weak: [MID]
        """);
    write("b.yml", "");
    write("c.yaml", "watchlist: c\nentries:\n  - {id: shoigu, kind: person, names: [Shoigu]}\n");
    write("d.yaml", "watchlist: c\nentries:\n\t- id: x\n");
    write("e.yaml", "watchlist: c\nentries: []\n");

    assertThat(problems(Set.of("wire")))
        .isEqualTo(
            """
            a.yaml:1:12: watchlist: 'Arms' (expected: lower-case letters, digits and hyphens)
            a.yaml:2:1: unknown key 'entrys' (expected: watchlist, title, topic, import, entries, severity, tags, sources, languages, zones, min-score, max-per-hour, repeat-interval or silence; did you mean entries?)
            a.yaml:5:11: entries[0].kind: 'human' (expected: person, organization, vessel, weapon, place or concept)
            a.yaml:6:47: entries[0].names[1].fuzzy: '1' (expected: 0, as 'Lee' has fewer than 5 letters)
            a.yaml:6:51: entries[0].names[2]: '—' (expected: a name with at least one letter or digit)
            a.yaml:6:56: entries[0].names[3]: 'Sergei Shoigu' (expected: each name once; it is in a.yaml:6 already)
            a.yaml:7:15: entries[0].severity: 'urgent' (expected: low, medium, high or critical)
            a.yaml:8:20: entries[0].zones[1]: 'sidebar' (expected: title, lead, body, caption, link, navigation, byline or legal)
            a.yaml:9:17: entries[0].languages[0]: 'cn' (expected: a language tag without region, such as en or uk; did you mean zh?)
            a.yaml:10:15: entries[0].sources[0]: 'wier' (expected: the id of a source; did you mean wire?)
            a.yaml:11:14: entries[0].silence: reason is missing (expected: a text)
            a.yaml:11:22: entries[0].silence.until: 'tomorrow' (expected: a date such as 2027-01-31, or a time such as 2027-01-31T18:00:00Z)
            a.yaml:12:5: entries[1]: id is missing (expected: lower-case letters, digits and hyphens)
            a.yaml:13:5: entries[1]: weak would never count (expected: names or context beside it)
            b.yml: is empty (expected: watchlist: and entries:)
            c.yaml:3:10: entries[0].id: 'shoigu' (expected: an id of its own; a.yaml:4 has the same)
            d.yaml:3:1: a tab (expected: spaces)
            e.yaml:1:12: watchlist: 'c' (expected: an id of its own; c.yaml:1 has the same)\
            """);
  }

  static Stream<Arguments> mistakesOfOneEntry() {
    return Stream.of(
        // what could never match
        wrong("names: []", "3:5: entries[0]: can never match (expected: names or a query)"),
        // what is no list, no text, no mapping
        wrong("names: Shoigu", "5:12: entries[0].names: 'Shoigu' (expected: a list of names)"),
        wrong(
            "names: [[Shoigu]]",
            "5:13: entries[0].names[0]: a list (expected: a name with at least one letter or"
                + " digit)"),
        wrong(
            "names: [null]",
            "5:13: entries[0].names[0]: nothing (expected: a name with at least one letter or"
                + " digit)"),
        wrong(
            "names: [{nam: x}]",
            "5:13: entries[0].names[0]: name is missing (expected: a name with at least one letter"
                + " or digit)",
            "5:14: entries[0].names[0]: unknown key 'nam' (expected: name, match, fuzzy or case;"
                + " did you mean name?)"),
        // a text that YAML takes for a key
        wrong(
            "names:\n      - 'Operation Storm'\n      - Operation: Storm",
            "7:9: entries[0].names[1]: a mapping (expected: a name with at least one letter or"
                + " digit, in quotes if a colon stands in it)"),
        wrong(
            "names: [Shoigu]\n    tests:\n      match:\n        - Moscow: Shoigu lands",
            "8:11: entries[0].tests.match[0]: a mapping (expected: a text, in quotes if a colon"
                + " stands in it)"),
        // the same words twice
        wrong(
            "names: [Shoigu]\n    weak: [Shoigu]",
            "6:12: entries[0].weak[0]: 'Shoigu' (expected: each name once; it is in w.yaml:5"
                + " already)"),
        // a query of nothing
        wrong("query: ''", "5:12: entries[0].query: '' (expected: a query)"),
        // other entries
        wrong(
            "query: missile AND @nobody",
            "5:24: entries[0].query: '@nobody' (expected: the id of an entry)"),
        wrong(
            "query: '@x OR missile'",
            "5:12: entries[0].query: '@x' (expected: an entry that does not refer back to it)"),
        // an entry must not fall silent by a key that was left over
        wrong(
            "names: [Shoigu]\n    silence:",
            "6:13: entries[0].silence: reason is missing (expected: a text)"),
        // what was probably meant
        wrong(
            "names: [Shoigu]\n    severity: hihg",
            "6:15: entries[0].severity: 'hihg' (expected: low, medium, high or critical; did you"
                + " mean high?)"),
        // a score is a share of one
        wrong(
            "names: [Shoigu]\n    min-score: 2",
            "6:16: entries[0].min-score: '2' (expected: a number from 0 to 1)"),
        // no limit of nothing, and none that outlives the story
        wrong(
            "names: [Shoigu]\n    max-per-hour: 0",
            "6:19: entries[0].max-per-hour: '0' (expected: a whole number from 1 to 100000, or"
                + " off)"),
        wrong(
            "names: [Shoigu]\n    repeat-interval: 8d",
            "6:22: entries[0].repeat-interval: '8d' (expected: a duration from 0s to 7d)"),
        wrong(
            "names: [Shoigu]\n    repeat-interval: hourly",
            "6:22: entries[0].repeat-interval: 'hourly' (expected: a duration such as 30s, 15m or"
                + " 24h)"));
  }

  @ParameterizedTest
  @MethodSource("mistakesOfOneEntry")
  void aMistakeIsNamedWithItsPlaceAndTheExpectation(String keys, String expected)
      throws IOException {
    write("w.yaml", "watchlist: w\nentries:\n  - id: x\n    kind: concept\n    " + keys + "\n");
    assertThat(problems(Set.of())).isEqualTo(expected);
  }

  private static Arguments wrong(String keys, String... messages) {
    return argumentSet(keys, keys, "w.yaml:" + String.join("\nw.yaml:", messages));
  }

  static Stream<Arguments> placesInQueries() {
    return Stream.of(
        // letter by letter
        argumentSet(
            "plain", "query: missile AND", "5:23: entries[0].query: 'end of query' at 12 ("),
        argumentSet("single quotes", "query: 'a AND )'", "5:19: entries[0].query: ')' at 7 ("),
        argumentSet("double quotes", "query: \"a AND )\"", "5:19: entries[0].query: ')' at 7 ("),
        argumentSet("beyond the BMP", "query: '𝔸 AND )'", "5:19: entries[0].query: ')' at 8 ("),
        // where the file spells it differently, the place is where the query begins
        argumentSet("escapes", "query: \"\\x61 AND )\"", "5:12: entries[0].query: ')' at 7 ("),
        argumentSet("two lines", "query: a\n      AND )", "5:12: entries[0].query: ')' at 7 ("),
        argumentSet("block", "query: >-\n      a AND )", "5:12: entries[0].query: ')' at 7 ("));
  }

  @ParameterizedTest
  @MethodSource("placesInQueries")
  void aMistakeInAQueryIsShownWhereItStandsInTheFile(String keys, String expected)
      throws IOException {
    write("w.yaml", "watchlist: w\nentries:\n  - id: x\n    kind: concept\n    " + keys + "\n");
    assertThat(problems(Set.of())).startsWith("w.yaml:" + expected);
  }

  @Test
  void aFailingTestIsAProblemAtItsOwnPlace() throws IOException {
    writeListWithFailingTests();

    assertThat(problems(Set.of()))
        .isEqualTo(
            """
            w.yaml:8:37: entries[0].tests.match[1]: "nobody came" (expected: an alert of shoigu; got: none)
            w.yaml:8:52: entries[0].tests.match[2]: "Shoigu came" (expected: an alert of shoigu; got: only 'Shoigu' at 0..6 in body, which does not alert by itself)
            w.yaml:9:18: entries[0].tests.no-match[0]: "it is Sergei Shoigu" (expected: no alert of shoigu; got: 'Sergei Shoigu' at 6..19 in body)\
            """);
  }

  @Test
  void failingTestsDoNotKeepWatchlistsFromBeingLoaded() throws IOException {
    writeListWithFailingTests();

    LoadedWatchlists loaded = WatchlistReader.load(directory, null);

    assertThat(loaded.watchlists().lists()).hasSize(1);
    assertThat(loaded.trials())
        .extracting(Trial::passed)
        .containsExactly(true, false, false, false);
    assertThat(loaded.failures()).hasSize(3);
  }

  private void writeListWithFailingTests() throws IOException {
    write(
        "w.yaml",
        """
        watchlist: w
        entries:
          - id: shoigu
            kind: person
            names: [Sergei Shoigu]
            weak: [Shoigu]
            tests:
              match: ["Sergei Shoigu came", "nobody came", Shoigu came]
              no-match: ["it is Sergei Shoigu"]
        """);
  }

  @Test
  void aDirectoryWithoutWatchlistsIsAProblem() throws IOException {
    assertThat(problems(Set.of()))
        .isEqualTo(directory + ": holds no watchlist (expected: at least one *.yaml file)");
    assertThat(problems(directory.resolve("nowhere"), Set.of()))
        .isEqualTo("nowhere: does not exist (expected: a directory with watchlists)");
    Path file = Files.writeString(directory.resolve("list.txt"), "");
    assertThat(problems(file, Set.of()))
        .isEqualTo("list.txt: is a file (expected: a directory with watchlists)");
  }

  @Test
  void aFileThatIsNotUtf8IsAProblemAtTheFirstWrongByte() throws IOException {
    Files.write(
        directory.resolve("w.yaml"),
        "watchlist: w\ntitle: Šojgu ä".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problems(Set.of()))
        .isEqualTo(
            "w.yaml:2:14: not UTF-8 (expected: a text in UTF-8;"
                + " iconv -t UTF-8 -f its-encoding makes one)");
  }

  @Test
  void theVersionIsOfNamesAndContentOfTheFilesThatCount() throws IOException {
    String text = "watchlist: w\nentries: []\n";
    write("w.yaml", text);
    write("w-test.yaml", "tests: []");
    write(".w.yaml.swp.yaml", "not: [a watchlist");
    write("notes.txt", "not: [a watchlist");

    assertThat(WatchlistReader.read(directory).version())
        .isEqualTo(Fingerprint.sha256("w.yaml", text));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private String problems(Set<String> sourceIds) {
    return problems(directory, sourceIds);
  }

  private String problems(Path watchlists, Set<String> sourceIds) {
    ConfigException e =
        catchThrowableOfType(
            ConfigException.class, () -> WatchlistReader.read(watchlists, sourceIds));
    return e == null ? "none" : e.getMessage().replace(directory + "/", "");
  }
}
