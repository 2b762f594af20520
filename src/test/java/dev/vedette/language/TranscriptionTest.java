package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.language.Pronunciations.Written;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptionTest {

  @ParameterizedTest(name = "{0} as {1}: {2}")
  @CsvSource({
    "shoigu, ru, шоигу",
    "shoigu, fr, choigou",
    "shoigu, nl, sjoigu",
    "shoigu, ja, ショイグ",
    "shoigu, ka, შოიგუ",
    "mishustin, de, mischustin",
    "mishustin, fr, michoustin",
    "mishustin, hu, misusztin",
    "prigozhin, de, prigoschin",
    "prigozhin, nl, prigozjin",
    "лавров, pl, lawrow",
    "лавров, ja, ラヴロヴ"
  })
  void writesWhatWasSaidAsThePressOfACountryDoes(String word, String language, String written) {
    assertThat(Pronunciations.written(word, Set.of(Phonology.COMMON)))
        .filteredOn(one -> one.orthography().equals(language))
        .extracting(Written::word)
        .containsExactly(written);
  }

  @Test
  void koreanSyllablesAreWrittenWhole() {
    assertThat(Pronunciations.written("jong", Set.of(Phonology.KOREAN)))
        .filteredOn(one -> one.orthography().equals("ko"))
        .extracting(Written::word)
        .contains("정");
  }

  /** Whatever the tables hold, what is written backwards is read forwards. */
  @Test
  void everyWayOfWritingIsReadAsTheSame() {
    for (String word : Words.of("Shoigu Prigozhin Ibrahim Assad Ким Шойгу Σαμαράς")) {
      String sounds = Pronunciations.of(word, Set.of(Phonology.COMMON)).get(0).sounds();
      assertThat(Pronunciations.written(word, Set.of(Phonology.COMMON)))
          .isNotEmpty()
          .allSatisfy(
              one ->
                  assertThat(Pronunciations.of(one.word(), Set.of(Phonology.COMMON)))
                      .extracting(Pronunciations.Pronunciation::sounds)
                      .contains(sounds));
    }
  }

  @Test
  void whatCanBeReadAsItIsStaysAsItIs() {
    assertThat(Pronunciations.written("lavrov", Set.of(Phonology.COMMON)))
        .extracting(Written::orthography)
        .doesNotContain("en", "de", "cs")
        .contains("pl", "ru");
  }
}
