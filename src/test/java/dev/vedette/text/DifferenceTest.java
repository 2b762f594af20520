package dev.vedette.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      textBlock =
          """
          Shoigu   , Shoigu     , []
          # how an accent is stored, and what cannot be seen, is no difference
          Šojgu    , S\u030Cojgu , []
          محمد     , محمـد      , []
          Shoigu   , SHOIGU     , [CASE]
          Sojgu    , Šojgu      , [ACCENTS]
          Lodz     , Łódź       , [ACCENTS]
          # not a capital, though folding case alone would explain it
          Strasse  , Straße     , [ACCENTS]
          STRASSE  , Straße     , [CASE]
          KN23     , ＫＮ２３   , [WIDTH]
          KN23     , ｋｎ２３   , '[WIDTH, CASE]'
          152      , ١٥٢        , [WIDTH]
          Šojgu    , Ｓojgu     , '[WIDTH, ACCENTS]'
          Šojgu    , ｓOJGU     , '[WIDTH, ACCENTS, CASE]'
          Istanbul , İSTANBUL   , '[ACCENTS, CASE]'
          欧尔班   , 歐爾班     , [HAN_FORM]
          広東     , 广东       , [HAN_FORM]
          株式会社Ａ , 株式會社A , '[WIDTH, HAN_FORM]'
          """)
  void isTheSmallestExplanation(String one, String other, String differences) {
    assertThat(new TreeSet<>(Difference.between(one, other))).hasToString(differences);
    assertThat(new TreeSet<>(Difference.between(other, one))).hasToString(differences);
  }
}
