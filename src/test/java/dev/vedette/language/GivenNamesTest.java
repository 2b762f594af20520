package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenNamesTest {

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      textBlock =
          """
          # neighbours
          dmitry    , dmytro    , SAME
          nikolai   , микола    , SAME
          hussein   , huseyin   , SAME
          walnut    , walnut    , SAME
          # short forms, of the name as it is written elsewhere too
          bill      , william   , SHORT
          bill      , will      , SHORT
          misha     , mykhailo  , SHORT
          nick      , nikolaos  , SHORT
          # translated
          joseph    , yusuf     , TRANSLATED
          john      , giovanni  , SAME
          ivan      , john      , TRANSLATED
          # other names
          ivan      , igor      ,
          maria     , mario     ,
          mohammed  , mahmoud   ,
          hasan     , hussein   ,
          walnut    , hazel     ,
          """)
  void knowsTheSameName(String one, String other, GivenNames.Closeness closeness) {
    assertThat(GivenNames.between(one, other).orElse(null)).isEqualTo(closeness);
    assertThat(GivenNames.between(other, one).orElse(null)).isEqualTo(closeness);
  }

  @Test
  void knowsGivenNames() {
    assertThat(GivenNames.isKnown("oleksandr")).isTrue();
    assertThat(GivenNames.isKnown("walnut")).isFalse();
    assertThat(GivenNames.groups("walnut")).isEmpty();
  }

  @Test
  void saysWhereTheTableIsWrong() {
    String columns = "name\tkind\tlanguages\tforms\n";

    assertThatThrownBy(() -> GivenNames.parse(columns + "john\tpet\ten\tJack\n"))
        .hasMessage("names/given-names.tsv:2: 'pet' (expected: one of full, short)");
    assertThatThrownBy(() -> GivenNames.parse(columns + "john\tfull\ten\tJohn Paul\n"))
        .hasMessage("names/given-names.tsv:2: 'John Paul' (expected: one word)");
  }
}
