package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be written onto a name in Korean. */
class ParticlesTest {

  @ParameterizedTest(name = "{0}+{1}: {2}")
  @CsvSource(
      textBlock =
          """
          # particles agree with the syllable before them
          세종   , 은           , true
          세종   , 는           , false
          율곡   , 이           , true
          허준   , 가           , false
          이이   , 가           , true
          이이   , 를           , true
          윤동주 , 와           , true
          윤동주 , 과           , false
          세종   , 으로         , true
          이황   , 로           , false
          정철   , 로부터       , true
          윤동주 , 로부터       , true
          # those that do not
          세종   , 의           , true
          세종   , 에게는       , true
          세종   , 께서도       , true
          세종   , 까지만       , true
          세종   , 보다         , true
          # titles, and what follows them
          세종   , 대통령       , true
          세종   , 대통령이     , true
          세종   , 대통령께서는 , true
          허준   , 국무위원장동지 , true
          허준   , 국무위원장동지께서는 , true
          허준   , 장관측은     , true
          허준   , 씨가         , true
          허준   , 님께         , true
          # copula and quotations
          허준   , 이다         , true
          허준   , 이라고       , true
          이이   , 라고         , true
          이이   , 였다         , true
          # nothing
          세종   , ''           , true
          # other words that begin where the name ends
          세종   , 대왕길       , false
          허준   , 박물관       , false
          이이   , 상하다       , false
          허준   , 은행나무     , false
          허준   , 영           , false
          # in no order of pieces
          세종   , 는대통령     , false
          세종   , 은을         , false
          세종   , 이다에게     , false
          세종   , 은a          , false
          # after a name in other letters
          KT     , 가           , true
          KT     , 는           , true
          """)
  void followAName(String name, String rest, boolean follow) {
    assertThat(Particles.follow(name, rest)).isEqualTo(follow);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          6 C 이 | 6 C 이 (expected: rank 1 to 5, after, pieces)
          3 C    | 3 C (expected: rank 1 to 5, after, pieces)
          3 X 이 | after 'X' (expected: C, V, R, N or -)
          """)
  void saysWhatIsWrongInTheTable(String line, String mistake) {
    assertThatThrownBy(() -> Particles.read(rows(line)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("own.tsv:1: " + mistake);
  }

  private static List<Table.Row> rows(String text) throws IOException {
    return Table.rows("own.tsv", new BufferedReader(new StringReader(text)));
  }
}
