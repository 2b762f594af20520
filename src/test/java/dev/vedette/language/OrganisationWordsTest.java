package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationWordsTest {

  @ParameterizedTest(name = "{0} for {1}: {2}")
  @CsvSource(
      textBlock =
          """
          dept         , department     , true
          univ         , university     , true
          universitat  , университет    , true
          intl         , international  , true
          organisation , organization   , true
          center       , centre         , true
          und          , and            , true
          bros         , brothers       , true
          # in no table, but the same
          walnut       , walnut         , true
          # alike, but other words
          university   , universal      , false
          ministry     , minister       , false
          north        , south          , false
          walnut       , chestnut       , false
          """)
  void knowsWritingsOfAWord(String one, String other, boolean same) {
    assertThat(OrganisationWords.equivalent(one, other)).isEqualTo(same);
    assertThat(OrganisationWords.equivalent(other, one)).isEqualTo(same);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          group    , true
          холдинг  , true
          intl     , true
          and      , true
          ministry , false
          bank     , false
          walnut   , false
          """)
  void knowsWhatSaysLittle(String word, boolean light) {
    assertThat(OrganisationWords.isLight(word)).isEqualTo(light);
  }

  @Test
  void saysWhereTheTableIsWrong() {
    String columns = "meaning\tweight\twritings\n";

    assertThatThrownBy(() -> OrganisationWords.parse(columns + "bank\theavy\tBank\n"))
        .hasMessage("names/organisation-words.tsv:2: 'heavy' (expected: one of full, light, none)");
    assertThatThrownBy(() -> OrganisationWords.parse(columns + "bank\tfull\tBank of\n"))
        .hasMessage("names/organisation-words.tsv:2: 'Bank of' (expected: one word)");
  }
}
