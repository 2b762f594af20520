package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vedette.sink.Receiver;
import dev.vedette.stream.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands as a user types them, without a broker. */
class MainTest {

  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void configure() throws IOException {
    write("vedette.yaml", "sources: [{id: drop, folder: .}]\n");
    watchlist("match: [\"Sergei Shoigu came\"]");
  }

  @Test
  void checkCountsWhatIsGood() {
    assertThat(run("check")).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            %s: good (sources: 1, of them on: 1)
            %s: good (watchlists: 1, entries: 1, tests passed: 1)
            """
                .formatted(directory.resolve("vedette.yaml"), directory.resolve("watchlists")));
  }

  @Test
  void watchlistsAreCheckedTestedAndMatchedWithoutAnySource() throws IOException {
    write("vedette.yaml", "");
    Path article = write("visit.txt", "Sergei Shoigu came\n");

    assertThat(run("check")).isZero();
    assertThat(err.toString())
        .isEqualTo("vedette: no source is on; `vedette run` would have nothing to watch\n");
    assertThat(run("test")).isZero();
    assertThat(run("match", article.toString())).isZero();
    assertThat(out.toString())
        .contains("(sources: 0, of them on: 0)")
        .contains("passed: 1, failed: 0")
        .contains("Sergei Shoigu came: alerts: 1");
    assertThat(run("run")).isEqualTo(3);
    assertThat(err.toString()).contains("vedette.yaml: nothing to watch (expected: sources:");
  }

  @Test
  void checkSendsAMarkedTestAlertAndSaysWhatBecameOfIt() throws IOException {
    try (Receiver works = new Receiver();
        Receiver refuses = new Receiver()) {
      refuses.answer("HTTP/1.1 404 Not Found", "no hook");
      write(
          "vedette.yaml",
          """
          sources: [{id: drop, folder: .}]
          sinks:
            - {id: desk, webhook: "%s"}
            - {id: chat, slack: "%s"}
            - {id: off, webhook: "%s", enabled: false}
          routes: [{sinks: [desk], entries: [shoygu], tags: [arms], watchlists: [list]}]
          """
              .formatted(works.uri("/"), refuses.uri("/T/secret-path"), works.uri("/")));

      assertThat(run("check", "--send")).isEqualTo(1);
      assertThat(out.toString())
          .endsWith(
              """
              desk (webhook): sent
              chat (slack): not sent, and would be tried again: HTTP 404 from %s: no hook
              """
                  .formatted(refuses.host()));
      assertThat(err.toString())
          .isEqualTo(
              """
              vedette: routes[0].entries: 'shoygu' is in no watchlist, so nothing comes of it
              vedette: routes[0].tags: 'arms' is in no watchlist, so nothing comes of it
              """);
      assertThat(works.requests()).hasSize(1);
      assertThat(works.requests().get(0).body()).contains("[test] Vedette");
    }
  }

  @Test
  void formatsThatHaveAnEndCannotBeFollowed() {
    assertThat(run("alerts", "--follow", "--format", "stix")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("vedette: --follow: stix has an end (expected: text, jsonl or csv)\n");
  }

  @Test
  void checkWatchesWhatIsSavedAndSaysWhatItChanged() throws Exception {
    Thread watching = new Thread(() -> run("check", "--watch"));
    watching.start();
    try {
      awaitLines(3);
      write(
          "watchlists/more.yaml",
          "watchlist: more\nentries: [{id: un, kind: person, names: [Kim]}]\n");
      awaitLines(6);
      write(
          "watchlists/more.yaml",
          "watchlist: more\nentries: [{id: un, kind: persn, names: [Kim]}]\n");
      awaitLines(8);
      write(
          "watchlists/more.yaml",
          "watchlist: more\nentries: [{id: un, kind: person, names: [Kim Un]}]\n");
      awaitLines(11);
    } finally {
      watching.interrupt();
      watching.join();
    }

    assertThat(out.toString().replaceAll("(?m)^\\d\\d:\\d\\d(:\\d\\d)?", "TIME"))
        .isEqualTo(
            """
            TIME good, tests passed: 1
            + shoigu Sergei Shoigu
            added: 1, removed: 0, changed: 0, same: 0
            TIME good, tests passed: 1
            + un Kim
            added: 1, removed: 0, changed: 0, same: 1
            TIME problems: 1
            %s:2:26: entries[0].kind: 'persn' (expected: person, organization, vessel, weapon, place or concept; did you mean person?)
            TIME good, tests passed: 1
            ~ un title: 'Kim Un'; names: +'Kim Un' -'Kim'
            added: 0, removed: 0, changed: 1, same: 1
            """
                .formatted(directory.resolve("watchlists/more.yaml")));
  }

  private void awaitLines(int count) {
    await().atMost(Duration.ofSeconds(60)).until(() -> out.toString().lines().count() >= count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "test", "match .", "run"})
  void theMistakesOfBothKindsOfFilesAreToldAtOnce(String command) throws IOException {
    write("vedette.yaml", "sources: [{id: drop, folder: .}]\nsorces: []\n");
    write("watchlists/list.yaml", "");

    assertThat(run(command.split(" "))).isEqualTo(3);
    assertThat(err.toString())
        .contains("vedette.yaml:2:1: unknown key 'sorces' (expected: ")
        .contains("list.yaml: is empty (expected: watchlist: and entries:)");
  }

  @Test
  void testPrintsWhatWasExpectedAndWhatCame() throws IOException {
    watchlist("match: [\"Ksenia Shoigu came\"]");

    assertThat(run("test")).isEqualTo(3);
    assertThat(out.toString())
        .contains(":6:21: entries[0].tests.match[0]: \"Ksenia Shoigu came\"\n")
        .contains("    expected: an alert of shoigu\n    got:      none\n")
        .endsWith("passed: 0, failed: 1\n");
  }

  @Test
  void anArticleThatVedetteWroteIsReadAsItStandsOnItsTopic() throws IOException {
    Path text = write("a.txt", "Visit\n\nRain.\n\nRead more: Sergei Shoigu\n");
    run("match", text.toString(), "--json");
    String article = Json.mapper().readTree(out.toString()).path("article").toString();
    Path kept = write("kept.json", article + "\n" + article.replace("Visit", "Again") + "\n");
    out.getBuffer().setLength(0);

    assertThat(run("match", kept.toString())).isZero();
    assertThat(out.toString())
        .contains(kept + ": Visit: alerts: 0\n  no alert Sergei Shoigu")
        .contains(kept + ": Again: alerts: 0\n")
        .contains("in link: exact of 'Sergei Shoigu'");
  }

  @Test
  void aDamagedArticleOfVedetteIsNoText() throws IOException {
    Path kept = write("kept.json", "{\"schema\":\"vedette.article/1\",\"title\":\"Sergei Shoi");

    assertThat(run("match", kept.toString())).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "vedette: %s: a damaged article of Vedette (expected: a feed, a page or a text that can be read)\n"
                .formatted(kept));
  }

  @Test
  void aDirectoryWithNothingToReadIsNamed() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));

    assertThat(run("match", empty.toString())).isZero();
    assertThat(err.toString()).isEqualTo("vedette: " + empty + ": no text, page or feed in it\n");
  }

  @Test
  void theListOfCommandsHasASentenceForEach() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString().replaceAll("\n {22,}", " ").lines())
        .filteredOn(line -> line.matches("  [a-z-]+ {2,}[A-Z].*"))
        .hasSizeGreaterThan(12)
        .allSatisfy(line -> assertThat(line).endsWith("."));
  }

  @Test
  void matchPrintsOneJsonObjectALineInThePromisedShape() throws IOException {
    Path file =
        write("a.txt", "Visit\n\nOn Monday SERGEI SHOIGU came.\n\nRead more: Sergei Shoigu\n");

    assertThat(run("match", file.toString(), "--json")).isZero();
    JsonNode line = Json.mapper().readTree(out.toString());
    assertThat(line.fieldNames())
        .toIterable()
        .containsExactly("file", "article", "alerts", "shown");
    JsonNode alert = line.path("alerts").path(0);
    assertThat(alert.fieldNames())
        .toIterable()
        .containsExactly("entry", "watchlist", "severity", "score", "hits");
    assertThat(alert.path("hits").path(0).path("surface").asText()).isEqualTo("SERGEI SHOIGU");
    assertThat(line.path("shown").path(0).path("hits").path(0).path("zone").asText())
        .isEqualTo("link");
    assertThat(out.toString()).hasLineCount(1);
  }

  @Test
  void testShowsTheSentencesAndWritesAReport() throws IOException {
    Path junit = directory.resolve("report.xml");
    write(
        "watchlists/list-test.yaml",
        "tests: [{article: \"Talks. Sergei Shoigu came. Rain\", alerts: []}]");

    assertThat(run("test", "--junit", junit.toString())).isEqualTo(3);
    assertThat(out.toString())
        .endsWith(
            """
            /list-test.yaml:1:9: tests[0]: "Talks. Sergei Shoigu came. Rain"
                expected: no alert
                got:      an alert of shoigu on 'Sergei Shoigu' at 7..20 in body
                  «Sergei Shoigu» came.
            passed: 1, failed: 1
            """);
    assertThat(Files.readString(junit))
        .contains("<testsuites name=\"vedette test\" tests=\"2\" failures=\"1\" errors=\"0\">")
        .contains(
            "<failure message=\"expected: no alert; got: an alert of shoigu on 'Sergei Shoigu' at"
                + " 7..20 in body\"");
  }

  @Test
  void matchShowsTheTextWithEveryMentionInPlace() throws IOException {
    Path file =
        write(
            "a.txt", "Visit\n\nRain.\nOn Monday SERGEI SHOIGU came.\n\nRead more: Sergei Shoigu\n");

    assertThat(run("match", file.toString())).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            %s: Visit: alerts: 1
              MEDIUM   Sergei Shoigu  list/shoigu  score 0.98
                'SERGEI SHOIGU' at 23 in body: case of 'Sergei Shoigu'
                'Sergei Shoigu' at 55 in link: exact of 'Sergei Shoigu'; mentions there do not alert by themselves
              | … 2 lines without a mention
              | On Monday «SERGEI SHOIGU» came.
              | [link] Read more: ‹Sergei Shoigu›
            """
                .formatted(file));
  }

  @Test
  void matchWithNothingToReadIsWrongUsage() {
    assertThat(run("match")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("vedette: nothing to match (expected: either FILE, DIR, URL, - or --since)\n");
  }

  @Test
  void whyNotNamesWhatIsInTheWay() throws IOException {
    Path file = write("a.txt", "Visit\n\nOn Monday Sergei Shoikgu came. It rained.\n");

    assertThat(run("why-not", "shoigu", file.toString())).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            %s: Visit
              list/shoigu: no alert
                names: 'Sergei Shoikgu' at 17 in body is 1 edit from 'Sergei Shoigu', fuzzy is 0
                  On Monday «Sergei Shoikgu» came.
            """
                .formatted(file));
  }

  @Test
  void ofASilencedEntryMatchAndWhyNotSayUntilWhenWhoAndWhy() throws IOException {
    write(
        "watchlists/list.yaml",
        """
        watchlist: list
        severity: low
        entries:
          - {id: kremlin, kind: organization, names: [Kremlin], silence: {until: 2100-01-01, reason: known, by: me}}
          - {id: duma, kind: organization, names: [Duma], silence: {until: 2020-01-01, reason: known, by: me}}
        """);
    Path file = write("a.txt", "The Kremlin spoke\n");
    String silenced = "silenced until 2100-01-01T00:00:00Z by me: known";

    assertThat(run("match", file.toString())).isZero();
    assertThat(out.toString()).contains("list/kremlin  score 1.00, " + silenced + "\n");
    out.getBuffer().setLength(0);
    assertThat(run("why-not", "kremlin", file.toString())).isZero();
    assertThat(out.toString())
        .endsWith("  list/kremlin: raises an alert, " + silenced + "; see `vedette match`\n");
    out.getBuffer().setLength(0);
    assertThat(run("match", write("b.txt", "The Duma met\n").toString())).isZero();
    assertThat(out.toString()).contains("list/duma  score 1.00\n");
  }

  @Test
  void whyNotAsJsonIsOneObjectALine() throws IOException {
    Path file = write("a.txt", "Rain in Oslo\n");

    assertThat(run("why-not", "shoigu", file.toString(), "--json")).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            {"file":"%s","title":"Rain in Oslo","entry":"shoigu","watchlist":"list",\
            "alerts":false,"hits":[],"obstacles":[{"kind":"no-name",\
            "text":"names: the only one is not in the text, nor anything like it","hits":[]}]}
            """
                .formatted(file));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in mid August     | 'mid' at 3 in title is 'MID' in other capitals, an abbreviation keeps its own
          Versor. Trading   | 'Versor. Trading' at 0 in title has the words of 'Versor Trading', but what stands between or beside them makes them something else
          """)
  void whyNotNamesTheSameLettersThatAreNoMention(String text, String expected) throws IOException {
    write(
        "watchlists/more.yaml",
        "watchlist: more\n"
            + "entries: [{id: mid, kind: organization, names: [MID, Versor Trading]}]\n");

    assertThat(run("why-not", "mid", write("a.txt", text + "\n").toString())).isZero();
    assertThat(out.toString()).contains("    names: " + expected + "\n");
  }

  @Test
  void whyNotOfAnUnknownEntryIsWrongUsage() {
    assertThat(run("why-not", "shoigo", ".")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "vedette: ENTRY: 'shoigo' (expected: the id of an entry; did you mean shoigu?)\n");
  }

  @Test
  void noMatchIsNoFailure() throws IOException {
    Path file = write("a.txt", "Rain in Oslo.\n");

    assertThat(run("match", file.toString())).isZero();
    assertThat(out.toString()).isEqualTo(file + ": Rain in Oslo.: alerts: 0\n");
  }

  @Test
  void whatCannotBeReadIsNamedAndTheRestGoesOn() throws IOException {
    Path file = write("b.txt", "Sergei Shoigu came.\n");
    String missing = directory.resolve("missing.txt").toString();

    assertThat(run("match", missing, file.toString())).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "vedette: "
                + missing
                + ": no such file or directory (expected: a feed, a page or a text that can be"
                + " read)\n");
    assertThat(out.toString()).contains("alerts: 1");
  }

  @Test
  void extractShowsTheZones() throws IOException {
    Path file = write("c.txt", "Visit\n\nHe came.\n\nRead more: Another visit\n");

    assertThat(run("extract", file.toString())).isZero();
    assertThat(out.toString()).contains("title:     Visit\n").contains("[link] Read more: ");
  }

  @Test
  void topologyIsPrinted() {
    assertThat(run("topology")).isZero();
    assertThat(out.toString()).startsWith("Topologies:\n").contains("Processor: story");
  }

  @Test
  void wrongUsageIsExitCodeTwo() {
    assertThat(run("alerts", "--since", "yesterday")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(
            "Invalid value for option '--since': 'yesterday' (expected: a duration such as 7d, a"
                + " day such as 2026-11-23, or an instant)");
  }

  @Test
  void demoWithoutSamplesIsRefused() {
    assertThat(run("run", "--demo")).isEqualTo(2);
    assertThat(err.toString()).contains("lists no sample sources");
  }

  private int run(String... arguments) {
    String[] all =
        new String[arguments.length + (arguments[0].matches("extract|topology") ? 0 : 2)];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    if (all.length > arguments.length) {
      all[arguments.length] = "--config";
      all[arguments.length + 1] = directory.resolve("vedette.yaml").toString();
    }
    return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(all);
  }

  private void watchlist(String tests) throws IOException {
    write(
        "watchlists/list.yaml",
        """
        watchlist: list
        entries:
          - id: shoigu
            kind: person
            names: [Sergei Shoigu]
            tests: {%s}
        """
            .formatted(tests));
  }

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void storiesSortsArticlesInTheOrderOfTheirFiles() throws IOException {
    Path stories = twoCopiesAndAnother();

    assertThat(run("stories", stories.toString())).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            Ship leaves  %1$s/1.txt
              edited      Cargo vessel leaves  %1$s/3.txt
            Clocks  %1$s/2.txt
            """
                .formatted(stories));
    assertThat(err.toString()).isEqualTo("vedette: articles: 3, stories: 2\n");
  }

  @Test
  void storiesOfFilesNeedsNoConfiguration() throws IOException {
    Path stories = twoCopiesAndAnother();
    String home = System.getProperty("vedette.home");
    System.setProperty("vedette.home", directory.resolve("nowhere").toString());
    try {
      CommandLine line = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true));

      assertThat(line.execute("stories", stories.toString(), "--copies")).isZero();
      assertThat(out.toString())
          .isEqualTo(
              """
              Ship leaves  %1$s/1.txt
                edited      Cargo vessel leaves  %1$s/3.txt
              """
                  .formatted(stories));
      assertThat(line.execute("stories", stories.toString(), "--entry", "shoigu")).isEqualTo(3);
      assertThat(line.execute("stories", "--since", "7d")).isEqualTo(3);
    } finally {
      if (home == null) {
        System.clearProperty("vedette.home");
      } else {
        System.setProperty("vedette.home", home);
      }
    }
  }

  @Test
  void storiesPrintsOneJsonObjectALineInThePromisedShape() throws IOException {
    Path stories = twoCopiesAndAnother();

    assertThat(run("stories", stories.toString(), "--json", "--copies")).isZero();
    JsonNode line = Json.mapper().readTree(out.toString());
    assertThat(line.fieldNames()).toIterable().containsExactly("id", "file", "title", "copies");
    assertThat(line.path("copies").path(0).toString())
        .isEqualTo(
            "{\"file\":\"%s/3.txt\",\"title\":\"Cargo vessel leaves\",\"kind\":\"edited\"}"
                .formatted(stories));
  }

  @Test
  void storiesOfAnEntryAreThoseItAlertsOf() throws IOException {
    Path stories = twoCopiesAndAnother();

    assertThat(run("stories", stories.toString(), "--entry", "shoigu")).isZero();
    assertThat(out.toString()).isEqualTo("Clocks  " + stories + "/2.txt\n");
    assertThat(run("stories", stories.toString(), "--entry", "shoigo")).isEqualTo(2);
    assertThat(run("stories")).isEqualTo(2);
    assertThat(err.toString())
        .contains("nothing to sort (expected: either FILE, DIR, URL, - or --since)");
  }

  private Path twoCopiesAndAnother() throws IOException {
    String text =
        "A cargo ship that left the port of Rajin on Monday has unloaded some 300 containers at a"
            + " military pier near Vladivostok, said two officials who follow the traffic there.";
    write("news/1.txt", "Ship leaves\n\n" + text + "\n");
    write("news/2.txt", "Clocks\n\nThe museum of clocks was opened by Sergei Shoigu in May.\n");
    write("news/3.txt", "Cargo vessel leaves\n\n" + text.replace("two", "three") + "\n");
    return directory.resolve("news");
  }
}
