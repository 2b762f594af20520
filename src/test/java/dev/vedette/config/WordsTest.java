package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          # given          , the word it was meant to be
          # letters left out, added, changed or swapped
          every            , every
          evry             , every
          everry           , every
          evary            , every
          eevry            , every
          # another way to join the words
          dataDirectory    , data-directory
          Data_Directory   , data-directory
          # as much as a third of a longer word
          data-directories , data-directory
          # too far from everything
          retries          ,
          x                ,
          ''               ,
          """)
  void theClosestWordIsSuggested(String given, String meant) {
    String expected = meant == null ? "" : "; did you mean " + meant + "?";
    assertThat(Words.didYouMean(given, List.of("every", "data-directory", "id")))
        .isEqualTo(expected);
  }

  @Test
  void wordsAreEnumerated() {
    assertThat(Words.or(List.of())).isEmpty();
    assertThat(Words.or(List.of("a"))).isEqualTo("a");
    assertThat(Words.or(List.of("a", "b"))).isEqualTo("a or b");
    assertThat(Words.or(List.of("a", "b", "c"))).isEqualTo("a, b or c");
  }

  @Test
  void aQuotationStaysOnOneLineAndIsCut() {
    assertThat(Words.quoted("a\nb\u001b[31m")).isEqualTo("'a\\nb\\u001b[31m'");
    assertThat(Words.quoted("𝔸".repeat(100))).isEqualTo("'" + "𝔸".repeat(80) + "...'");
  }
}
