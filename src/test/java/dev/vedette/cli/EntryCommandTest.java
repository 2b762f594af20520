package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.config.WatchlistReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryCommandTest {

  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void draftsAnEntryWithWhatItsNameFinds() {
    assertThat(run("entry", "Sergei Shoigu", "绍伊古")).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
              # found as well, among others, also with accents and the endings that languages add:
              #   Armenian: Սեռգեի Շոիգու (hy)
              #   Cyrillic: Сергей Шойгу (ru)
              #   Georgian: სერგეი შოიგუ (ka)
              #   Katakana: セルゲイ・ショイグ (ja)
              #   Latin: Sergei Scheugu (de), Sergei Choigou (fr), Serghei Scioigu (it), Sergei Sjoigu (nl), Sergei Szoigu (pl), Sergei Soigu (cs), Szergei Soigu (hu), Sergei Xoigu (pt)
              - id: sergei-shoigu
                kind: person
                names:
                  - Sergei Shoigu
                  - 绍伊古
                tests:
                  match:
                    - "The report names Sergei Shoigu twice."
                    - "The report names 绍伊古 twice."
                  no-match:
                    - "Somebody else is called Shoigu."
            """);
  }

  @Test
  void whatItDraftsIsAnEntryWhoseTestsPass() throws IOException {
    run("entry", "Kim Jong Un", "--id", "kim");
    Files.writeString(directory.resolve("w.yaml"), "watchlist: w\nentries:\n" + out);

    assertThat(WatchlistReader.load(directory, null).trials())
        .hasSize(2)
        .allMatch(trial -> trial.passed());
    assertThat(out.toString()).contains("#   Hangul: 김정은 (ko)\n").contains("- id: kim\n");
  }

  @ParameterizedTest(name = "{1} as {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          organization | Justice        | common words
          organization | HUA            | an abbreviation of few letters
          person       | Shoigu         | only one of a person's names
          vessel       | Angara         | a ship's name of one word
          person       | Sergei Shoigu  |
          """)
  void saysWhichNameMeansTooMuchByItself(String kind, String name, String doubt) {
    assertThat(run("entry", name, "--kind", kind)).isZero();
    if (doubt == null) {
      assertThat(out.toString()).doesNotContain("something else");
    } else {
      assertThat(out.toString())
          .contains(
              "  # '%s' may mean something else (%s): weak, with a context, it would not\n"
                  .formatted(name, doubt));
    }
  }

  @Test
  void namesOthersOfThatNameOnOtherLists() throws IOException {
    Files.writeString(
        directory.resolve("n.txt"), "ВАРДАНОВ, Орест\nOrest Tarkhanov\nLev; Orest I. Vardanov\n");
    Path list =
        Files.writeString(
            directory.resolve("w.yaml"),
            "watchlist: w\nimport: {format: names, file: n.txt, kind: person}\n");

    run("entry", "Orest Vardanov", "--list", list.toString());

    assertThat(out.toString())
        .contains(
            """
              # of this name in %s:
              #   vardanov-orest: ВАРДАНОВ, Орест [list:names]
              #   lev: Orest I. Vardanov [list:names]
            """
                .formatted(list));
  }

  @Test
  void saysWhereNobodyIsCalledSo() throws IOException {
    Path list =
        Files.writeString(
            directory.resolve("w.yaml"),
            "watchlist: w\nentries: [{id: a, kind: person, names: [Lev Tarkhanov]}]\n");

    run("entry", "Orest Vardanov", "--list", list.toString());

    assertThat(out.toString()).contains("  # nobody of this name in " + list + "\n");
  }

  @Test
  void whatIsTranslatedIsNotSpelt() {
    run("entry", "Lantern Gulf Department", "--kind", "organization");

    assertThat(out.toString())
        .startsWith(
            """
              # translations and abbreviations are not derived: list them
              - id: lantern-gulf-department
                kind: organization
            """);
  }

  @Test
  void saysWhatItCannotDo() {
    assertThat(run("entry", "Orest Vardanov", "...")).isEqualTo(2);
    assertThat(run("entry", "Orest Vardanov", "--id", "Orest")).isEqualTo(2);
    assertThat(run("entry", "Orest Vardanov", "--list", "/absent.yaml")).isEqualTo(3);
    assertThat(err.toString())
        .isEqualTo(
            """
            vedette: NAME: '...' (expected: a name with at least one letter or digit)
            vedette: --id: 'Orest' (expected: lower-case letters, digits and hyphens)
            /absent.yaml: does not exist (expected: a file)
            """);
  }

  private int run(String... arguments) {
    return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
  }
}
