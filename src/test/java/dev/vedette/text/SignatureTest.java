package dev.vedette.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      textBlock =
          """
          Shoigu flew to Pyongyang.  , “SHOIGU” flew   to Pyongyang , true
          Choïgou à Pyongyang        , Choigou a Pyong-yang         , true
          ''                         , —                            , true
          Shoigu flew                , Shoigu flies                 , false
          152 mm                     , 122 mm                       , false
          쇼이구가 평양에            , 쇼이구 가 평양에             , true
          """)
  void isTheSameForTheSameWords(String one, String other, boolean same) {
    assertThat(Signature.words(one).equals(Signature.words(other))).isEqualTo(same);
  }
}
