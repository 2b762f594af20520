package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthographyTest {

  private static final String TABLE =
      """
      @label  xx
      @class  V a e
      a       a
      e       e i
      k       k
      h       h
      ^h      -
      kh      !
      {V}\\h$ x
      ka/e    q
      """;

  private static Set<String> readings(String word) throws IOException {
    Orthography orthography =
        OrthographyTables.of(Table.rows("test.tsv", new BufferedReader(new StringReader(TABLE))));
    Set<String> found = new LinkedHashSet<>();
    orthography.read(
        Units.of(word),
        (hash, sounds, end, label) -> {
          if (end == word.length()) {
            found.add(sounds.toString());
          }
          return true;
        });
    return found;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          # every choice, the likeliest first
          keke , keke keki kike kiki
          # the same sound twice is heard once
          kkaa , ka
          # the longest rule, and where two are as long the one with more conditions
          kae  , qe qi
          haha , aha
          kahah, kahax
          # a letter that the table lacks, or letters that are never written
          kaz  , ''
          khak , ''
          kakha, ''
          """)
  void readsTheLongestRuleThatFits(String word, String expected) throws IOException {
    assertThat(String.join(" ", readings(word))).isEqualTo(expected);
  }
}
