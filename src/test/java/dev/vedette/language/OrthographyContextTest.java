package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthographyContextTest {

  private static final String LETTERS = "@class C bd|@class V ai|b B|d D|a a|i i|";

  private static List<Table.Row> rows(String table) {
    return Arrays.stream(table.split("\\|"))
        .map(row -> new Table.Row("here", Arrays.asList(row.split(" "))))
        .toList();
  }

  private static List<String> read(String rule, String word) {
    List<String> readings = new ArrayList<>();
    OrthographyTables.of(rows(LETTERS + rule))
        .read(
            Units.of(word),
            (hash, sounds, end, label) -> {
              if (end == word.length()) {
                readings.add(sounds.toString());
              }
              return true;
            });
    return readings;
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource({
    // several letters beside
    "a/{C}{V} x, babi, BxBi",
    "a/{C}{V} x, bab, BaB",
    "{V}{C}\\a x, ibadab, iBxDxB",
    // up to the end, and from the beginning
    "a/{C}$ x, babab, BaBxB",
    "^{C}\\a x, babab, BxBaB",
    // letters without braces are a set, braces after them a place of their own
    "a/bd x, bada, BxDa",
    "a/bd{V} x, bad, BaD",
    // a class among the letters, with the sound of its own rule
    "^a{C}i I{C}, adiabi, IDaBi",
  })
  void aRuleFitsBesideLetters(String rule, String word, String sounds) {
    assertThat(read(rule, word)).containsExactly(sounds);
  }

  @Test
  void aClassAmongTheLettersNeedsTheirSounds() {
    assertThatThrownBy(() -> read("@class K bk|a{K}i x", "b"))
        .hasMessage("here: no rule for 'k' (expected: one above)");
  }
}
