package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePartsTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          petrovich    , true
          ильинична    , true
          сергеевна    , true
          івана        , false
          петрівна     , true
          mammadoglu   , true
          uulu         , false
          petrov       , false
          richmond     , false
          """)
  void knowsPatronymicsByTheirEnds(String word, boolean patronymic) {
    assertThat(Patronymics.isPatronymicShape(word)).isEqualTo(patronymic);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          shevchenko  , true
          кипиани     , false
          гамсахурдия , false
          орлов       , true
          petrosyan   , true
          svensson    , true
          smith       , false
          """)
  void knowsSurnamesByTheirEnds(String word, boolean surname) {
    assertThat(Patronymics.isSurnameShape(word)).isEqualTo(surname);
  }

  @Test
  void knowsWordsThatAreNoNames() {
    assertThat(NameWords.isTitle("präsident".replace("ä", "a"))).isTrue();
    assertThat(NameWords.isTitle("президент")).isTrue();
    assertThat(NameWords.isTitle("walnut")).isFalse();
    assertThat(NameWords.isSuffix("iii")).isTrue();
    assertThat(NameWords.isSuffix("i")).isFalse();
    assertThat(NameWords.isParticle("bin")).isTrue();
    assertThat(NameWords.isParticle("dr")).isFalse();
    assertThat(NameWords.isInitial("ж")).isTrue();
    assertThat(NameWords.isInitial("jr")).isFalse();
    assertThat(NameWords.isInitial("习")).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          von   , von
          фон   , von
          ντερ  , der
          ド    , de | do
          لو    , le | lo
          wagen , ''
          """)
  void knowsParticlesInOtherScripts(String word, String particles) {
    assertThat(String.join(" | ", NameWords.particles(word))).isEqualTo(particles);
  }

  @ParameterizedTest(name = "{0} and {1} may be one Korean name: {2}")
  @CsvSource(
      textBlock =
          """
          yong    , young   , true
          chol    , cheol   , true
          hyok    , hyuk    , true
          sunghee , songhui , true
          jong    , chung   , true
          gildong , kiltong , true
          chol    , chul    , true
          chol    , chang   , false
          nam     , sam     , false
          bruce   , bruce   , false
          """)
  void readsKoreanSyllables(String one, String other, boolean same) {
    boolean disjoint = Collections.disjoint(KoreanNames.readings(one), KoreanNames.readings(other));

    assertThat(!disjoint).isEqualTo(same);
    assertThat(KoreanNames.isGiven(one)).isEqualTo(!KoreanNames.readings(one).isEmpty());
  }

  @ParameterizedTest(name = "{0} and {1} may be one Chinese name: {2}")
  @CsvSource(
      textBlock =
          """
          xiaoping , hsiaoping , true
          zedong   , tsetung   , true
          qing     , ching     , true
          lu       , lyu       , true
          xiaoping , jinping   , false
          bruce    , bruce     , false
          """)
  void readsChineseSyllables(String one, String other, boolean same) {
    boolean disjoint =
        Collections.disjoint(ChineseNames.readings(one), ChineseNames.readings(other));

    assertThat(!disjoint).isEqualTo(same);
    assertThat(ChineseNames.isGiven(one)).isEqualTo(!ChineseNames.readings(one).isEmpty());
  }

  @Test
  void knowsSurnamesInSeveralRomanisations() {
    assertThat(KoreanNames.surnames("pak")).isEqualTo(KoreanNames.surnames("park"));
    assertThat(KoreanNames.surnames("rhee")).contains("이");
    assertThat(KoreanNames.surnames("smith")).isEmpty();
    assertThat(ChineseNames.surnames("hsu")).containsExactly("xu");
    assertThat(ChineseNames.surnames("wong")).contains("huang", "wang");
    assertThat(ChineseNames.surnames("smith")).isEmpty();
  }

  @Test
  void saysWhereATableIsWrong() {
    assertThatThrownBy(() -> NameWords.parse("kind\tlanguages\twords\nverb\ten\tgo\n"))
        .hasMessage(
            "names/name-words.tsv:2: 'verb' (expected: one of title, title-or-name, suffix,"
                + " filiation, filiation-after, compound, compound-after, article,"
                + " article-hyphen, noble, link)");
    assertThatThrownBy(
            () ->
                Patronymics.parse(
                    "surname", "kind\tlanguages\tletters\tending\nsurname\tru\tx\tov\n"))
        .hasMessage("names/patronymics.tsv:2: 'x' (expected: a number of letters)");
  }
}
