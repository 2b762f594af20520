package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vedette.language.Clitics.Clitic;
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

/** What is left of a word without the clitics on it. */
class CliticsTest {

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @MethodSource("examples")
  void everyExampleOfTheTableIsStripped(String language, String form, String name) {
    assertThat(Clitics.strip(fold(form)))
        .anySatisfy(
            found -> {
              assertThat(found.base()).isEqualTo(fold(name));
              assertThat(found.language()).isEqualTo(language);
            });
  }

  static Stream<Arguments> examples() {
    return Table.rows("clitics.tsv").stream()
        .map(Clitic::parse)
        .map(row -> Arguments.of(row.language(), row.example().get(0), row.example().get(1)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          # every reading, since a name may begin like a clitic; the shortest clitics first
          وبالمتنبي , بالمتنبي المتنبي متنبي المتنبي
          للمتنبي   , لمتنبي متنبي المتنبي
          ולוורדי   , לוורדי וורדי ורדי
          # none
          طاغور     , ''
          Lima      , ''
          ''        , ''
          # too short without it
          لي        , ''
          """)
  void givesEveryReading(String word, String bases) {
    assertThat(Clitics.strip(fold(word)))
        .extracting(Form::base)
        .containsExactlyInAnyOrder(
            Stream.of(bases.split(" ", -1))
                .filter(s -> !s.isEmpty())
                .distinct()
                .toArray(String[]::new));
  }

  @Test
  void saysHowManyLettersAreKept() {
    assertThat(Clitics.strip(fold("للمتنبي")))
        .contains(
            new Form(fold("المتنبي"), 6, "ar", false), new Form(fold("متنبي"), 5, "ar", false));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ar before و - -            | 5 columns (expected: language, side, clitic, restored, condition, example)
          ar within و - - وطاغور>طاغور | side 'within' (expected: before or after)
          ar before و - - طاغور      | example 'طاغور' (expected: form>name)
          """)
  void saysWhatIsWrongInTheTable(String line, String mistake) {
    assertThatThrownBy(() -> rows(line).forEach(Clitic::parse))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("own.tsv:1: " + mistake);
  }

  private static List<Table.Row> rows(String text) throws IOException {
    return Table.rows("own.tsv", new BufferedReader(new StringReader(text)));
  }

  private static String fold(String word) {
    return Folded.of(word).toString();
  }
}
