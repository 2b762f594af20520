package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vedette.text.Folded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tables of endings say, and what is said of a table that is wrong. */
class EndingTablesTest {

  @ParameterizedTest(name = "{0}: {1} of {2}")
  @MethodSource("examples")
  void everyExampleOfARowIsAFormOfItsNominative(EndingRow row, String form, String nominative) {
    int joint = row.joints().chars().map(form::lastIndexOf).max().orElse(-1);

    if (joint < 0) {
      assertThat(EndingTable.of(List.of(row)).undo(fold(form)))
          .extracting(Form::base)
          .contains(fold(nominative));
    } else {
      assertThat(form.substring(0, joint)).isEqualTo(nominative);
      assertThat(
              EndingTable.of(List.of(row))
                  .languages(form.charAt(joint), fold(form.substring(joint + 1))))
          .isEqualTo(row.languages());
    }
  }

  static Stream<Arguments> examples() {
    return Endings.families().stream()
        .flatMap(family -> Endings.rows(family).stream())
        .flatMap(row -> row.examples().stream().map(e -> Arguments.of(row, e.form(), e.base())));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          cs + -       a  C                | 5 columns (expected: languages, joints, stem, endings, condition, examples)
          cz! + -      a  C    Nováka>Novák | languages 'cz!' (expected: tags parted by '/', like cs/sk)
          cs ; -       a  C    Nováka>Novák | joints ';' (expected: some of + ' - : in this order)
          cs :+ -      a  C    Nováka>Novák | joints ':+' (expected: some of + ' - : in this order)
          cs + ek      a  C    Marka>Marek  | stem 'ek' (expected: - or nominative>oblique, each letters or -)
          cs + ek>k>k  a  C    Marka>Marek  | stem 'ek>k>k' (expected: - or nominative>oblique, each letters or -)
          cs + -       a1 C    Nováka>Novák | ending 'a1' (expected: letters or -)
          cs + -       a, C    Nováka>Novák | ending '' (expected: letters or -)
          cs + -       a  K    Nováka>Novák | condition 'K' (expected: -, C, V, ~letters, !letters, 3+ or alone)
          cs + -       a  ,alone Nováka>Novák | condition '' (expected: -, C, V, ~letters, !letters, 3+ or alone)
          cs + -       a  C    Nováka       | example 'Nováka' (expected: form>nominative)
          cs + -       a  C    >Novák       | example '>Novák' (expected: form>nominative)
          """)
  void saysWhereAndWhatIsWrong(String line, String mistake) {
    assertThatThrownBy(() -> rows("# a comment\n" + line).forEach(EndingRow::parse))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("own.tsv:2: " + mistake);
  }

  @Test
  void makesOneRuleOfThoseThatDifferInTheirLanguages() throws IOException {
    EndingTable table =
        EndingTable.of(
            rows("cs + - em C a>b\npl/cs + - em C a>b\nsk + - em - a>b").stream()
                .map(EndingRow::parse)
                .toList());

    assertThat(table.undo("havlem")).containsExactly(new Form("havl", 4, "cs/pl/sk", false));
  }

  private static List<Table.Row> rows(String text) throws IOException {
    return Table.rows("own.tsv", new BufferedReader(new StringReader(text)));
  }

  private static String fold(String word) {
    return Folded.of(word).toString();
  }
}
