package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UScript;
import dev.vedette.language.Pronunciations.Pronunciation;
import dev.vedette.text.Folded;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class PronunciationsTest {

  /** Whether they are one name, as the tables see it. */
  private static Set<String> shared(String one, String other) {
    boolean across = script(one) != script(other);
    Set<Long> known = new TreeSet<>();
    of(one).stream()
        .filter(said -> across || !said.onlyAcrossScripts())
        .forEach(said -> known.add(said.hash()));
    Set<String> shared = new TreeSet<>();
    of(other).stream()
        .filter(said -> across || !said.onlyAcrossScripts())
        .filter(said -> known.contains(said.hash()))
        .forEach(said -> shared.add(said.orthography()));
    return shared;
  }

  private static int script(String word) {
    return UScript.getScript(word.codePointAt(0));
  }

  private static List<Pronunciation> of(String word) {
    return Pronunciations.of(Folded.of(word).toString(), EnumSet.allOf(Phonology.class));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvFileSource(resources = {"same.csv", "same-european.csv", "same-asian.csv", "same-korean.csv"})
  void areOneName(String one, String other) {
    assertThat(shared(one, other)).as("%s and %s", of(one), of(other)).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} is not {1}")
  @CsvFileSource(
      resources = {
        "different.csv",
        "different-european.csv",
        "different-asian.csv",
        "different-korean.csv"
      })
  void areTwoNames(String one, String other) {
    assertThat(shared(one, other)).isEmpty();
  }

  static Stream<List<String>> namesInManySchools() {
    return Table.rows("schools.txt").stream().map(Table.Row::cells);
  }

  @ParameterizedTest
  @MethodSource("namesInManySchools")
  void areOneNameInEverySchool(List<String> spellings) {
    for (String one : spellings) {
      for (String other : spellings) {
        assertThat(shared(one, other)).as("%s and %s", of(one), of(other)).isNotEmpty();
      }
    }
  }
}
