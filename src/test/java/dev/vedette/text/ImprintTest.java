package dev.vedette.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vedette.article.Article;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImprintTest {

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      textBlock =
          """
          Shoigu flew to Pyongyang.  , “SHOIGU” flew   to Pyongyang , true
          Choïgou à Pyongyang        , Choigou a PYONGYANG          , true
          Shoigu flew                , Shoigu flies                 , false
          152 mm                     , 122 mm                       , false
          дом стоит                  , Дом — стоит!                 , true
          ''                         , —                            , false
          """)
  void isOfTheSameWords(String one, String other, boolean same) {
    assertThat(Imprint.of(one).equalsWhole(Imprint.of(other))).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 40, 600, 5_000, 100_000})
  void isWrittenAndReadBack(int words) {
    Imprint dense = Imprint.of(numbered(words));
    Imprint thin = dense.thin();

    assertThat(Imprint.of(dense.bytes())).isEqualTo(dense);
    assertThat(Imprint.of(thin.bytes())).isEqualTo(thin);
    assertThat(Imprint.of(dense.bytes()).thin()).isEqualTo(thin);
    assertThat(thin.equalsWhole(dense)).isEqualTo(words > 0);
  }

  @Test
  void aThinOneIsAPartOfTheDenseOne() {
    Imprint dense = Imprint.of(numbered(900));

    assertThat(dense.marks())
        .containsSubsequence(Arrays.stream(dense.thin().marks()).boxed().toArray(Integer[]::new));
  }

  /** So that a story costs a few hundred bytes, however long it is. */
  @ParameterizedTest(name = "{0} words: {1} bytes")
  @CsvSource({"150, 195", "600, 250", "2400, 350", "200000, 500"})
  void staysSmall(int words, int bytes) {
    assertThat(Imprint.of(numbered(words)).thin().bytes()).hasSizeLessThan(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "я", "쇼", "国", "ส", "9", "a ", "1 "})
  void theLargestTextLeavesLittle(String letters) {
    String text = letters.repeat(Article.MAX_BODY / letters.length());

    assertThat(Imprint.of(text).bytes()).hasSizeLessThan(8_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 14, 20, 60})
  void whatIsCutShortIsRefused(int length) {
    byte[] bytes = Arrays.copyOf(Imprint.of(numbered(100)).bytes(), length);

    assertThatThrownBy(() -> Imprint.of(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("imprint: cut short at " + length + " bytes");
  }

  @Test
  void anotherFormatIsRefused() {
    assertThatThrownBy(() -> Imprint.of(new byte[] {9, 0, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("imprint: format 9 (expected: 1 to 4)");
  }

  private static String numbered(int words) {
    return IntStream.range(0, words).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
  }
}
