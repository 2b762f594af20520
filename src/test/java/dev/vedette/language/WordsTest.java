package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          Ørsted A/S            , orsted a s
          s.r.o.                , s r o
          # an apostrophe within a word is left out, one beside it is none of it
          Sa'id O’Neill         , said oneill
          'Orion'               , orion
          # hyphens part, signs are no words
          Jean-Claude & Söhne   , jean claude sohne
          # ideographs are words of their own, syllables are not
          三菱商事               , 三 菱 商 事
          삼성 전자              , 삼성 전자
          ""                    , ""
          —                     , ""
          """)
  void takesANameApart(String name, String words) {
    assertThat(String.join(" ", Words.of(name))).isEqualTo(words);
  }

  @Test
  void knowsWhereTheWordsStand() {
    assertThat(Words.in("d'Été, Ö."))
        .containsExactly(new Words.Word("dete", 0, 5), new Words.Word("o", 7, 8));
  }
}
