package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.config.WatchlistReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportCommandTest {

  private static final String NOTHING = ",-0- ".repeat(7);
  private static final String SDN =
      "101,\"VARDANOV, Orest Ilyich\",\"individual\",\"DPRK4\"%s,\"DOB 02 Nov 1972; a.k.a. 'THE CLERK'.\"%n"
              .formatted(NOTHING)
          + "102,\"JUSTICE\",-0- ,\"SYRIA\"%s,-0- %n".formatted(NOTHING);
  private static final String ALT =
      "101,1,\"aka\",\"VARDANYAN, Orest\",-0- \n9,2,\"aka\",\"X\",-0- \n";

  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsAWatchlistAndReportsOnTheStandardError() throws IOException {
    Path sdn = write("sdn.csv", SDN);
    Path alt = write("alt.csv", ALT);

    assertThat(run("import", "ofac-sdn", sdn.toString(), alt.toString())).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            # Made by: vedette import ofac-sdn %s %s
            # The next import makes it anew; 'import:' in a watchlist reads the list itself.
            watchlist: ofac-sdn
            title: ofac-sdn
            entries:
              - id: ofac-101
                kind: person
                names:
                  - "VARDANOV, Orest Ilyich"
                  - "VARDANYAN, Orest"
                weak:
                  - THE CLERK  # called weak by the list
                tags: ["born:1972-11-02", "list:ofac", "programme:DPRK4"]
              - id: ofac-102
                kind: organization
                title: JUSTICE
                weak:
                  - {name: JUSTICE, match: folded}  # common words
                context: [sanctions, sanctioned, OFAC, Security Council, санкции, 制裁, 제재]
                tags: ["list:ofac", "programme:SYRIA"]
            """
                .formatted(sdn, alt));
    assertThat(err.toString())
        .isEqualTo(
            """
            entries: 2, names: 2, weak names: 2
            left out:
                   1  the alias of a number that no row of names has (%s:2)
            weak, since by themselves they would mean too much:
                   1  called weak by the list: THE CLERK (ofac-101)
                   1  common words: JUSTICE (ofac-102)
            entries with weak names only: 1; they count in texts that also hold a word of their context
            """
                .formatted(alt));
  }

  @Test
  void whatItPrintsIsAWatchlist() throws IOException {
    run("import", "ofac-sdn", write("sdn.csv", SDN).toString(), "--watchlist", "mine");
    write("lists/mine.yaml", out.toString());

    assertThat(WatchlistReader.read(directory.resolve("lists")).lists())
        .extracting(list -> list.id() + ": " + list.entries().size())
        .containsExactly("mine: 2");
  }

  @Test
  void sharedMainNamesStayStrongAndAreTold() throws IOException {
    String twice = SDN.lines().findFirst().orElseThrow() + "\n" + SDN.replace("101", "201");

    run("import", "ofac-sdn", write("sdn.csv", twice).toString());

    assertThat(err.toString())
        .contains(
            """
            strong, though others are called so too:
                   2  main names: VARDANOV, Orest Ilyich (ofac-101), VARDANOV, Orest Ilyich (ofac-201)
            """);
  }

  @Test
  void tellsWhatHasChangedSinceAnEarlierWatchlistOrList() throws IOException {
    Path sdn = write("sdn.csv", SDN);
    run("import", "ofac-sdn", sdn.toString());
    Path yaml = write("old.yaml", out.toString());
    Path now =
        write(
            "now.csv",
            SDN.replace("102,\"JUSTICE\"", "103,\"LANTERN GULF TRADING\"")
                .replace("THE CLERK", "THE PORTER"));
    String changes =
        """
        + ofac-103 LANTERN GULF TRADING
        - ofac-102 JUSTICE
        ~ ofac-101 weak: +'THE PORTER' -'THE CLERK'
        added: 1, removed: 1, changed: 1, same: 0
        """;

    for (Path old : new Path[] {yaml, sdn}) {
      out.getBuffer().setLength(0);

      assertThat(run("import", "ofac-sdn", now.toString(), "--diff", old.toString())).isZero();
      assertThat(out.toString()).isEqualTo(changes);
    }
  }

  @Test
  void aListThatCannotBeUsedIsRefusedWithItsPlace() throws IOException {
    Path sdn = write("sdn.csv", SDN + "103,\"CUT");

    assertThat(run("import", "ofac-sdn", sdn.toString())).isEqualTo(3);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .isEqualTo(
            sdn
                + ":3:1: a quotation mark that is never closed (expected: the whole file; this one"
                + " is cut off)\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ofac-sdm %s               | 2 | vedette: FORMAT: 'ofac-sdm' (expected: ofac-sdn, ofac-xml, un-sc, opensanctions, ftm or names; did you mean ofac-sdn?)
          names %s                  | 2 | vedette: --kind is missing (expected: what the names are, such as person)
          un-sc %s --kind person    | 2 | vedette: --kind: un-sc says itself what everybody is (expected: no --kind)
          un-sc %s/absent.xml       | 3 | %s/absent.xml: does not exist (expected: a file)
          un-sc %s                  | 3 | %s: is a directory (expected: a file)
          """)
  void saysWhatItCannotDo(String arguments, int code, String message) {
    String[] all = ("import " + arguments).replace("%s", directory.toString()).split(" ", -1);

    assertThat(run(all)).isEqualTo(code);
    assertThat(err.toString()).isEqualTo(message.replace("%s", directory.toString()) + "\n");
  }

  private int run(String... arguments) {
    return Main.commandLine(new PrintWriter(out), new PrintWriter(err))
        .execute(Arrays.copyOf(arguments, arguments.length));
  }

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
