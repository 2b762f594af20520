package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.language.Pronunciations.Pronunciation;
import dev.vedette.text.Folded;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ConsonantsTest {

  /**
   * What Arabic or Hebrew letters show, of a word in them or of sounds of the common phonology,
   * which are written in ASCII.
   */
  private static Set<String> shown(String word) {
    List<Pronunciation> shown =
        word.charAt(0) < 128
            ? Pronunciations.consonantal(new Pronunciation(0, word, "sounds"))
            : Pronunciations.of(Folded.of(word).toString(), Set.of(Phonology.CONSONANTAL));
    Set<String> letters = new TreeSet<>();
    shown.forEach(one -> letters.add(one.sounds()));
    return letters;
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvFileSource(resources = "same-consonants.csv")
  void areOneName(String one, String other) {
    assertThat(shown(one)).containsAnyElementsOf(shown(other));
  }

  @ParameterizedTest(name = "{0} is not {1}")
  @CsvFileSource(resources = "different-consonants.csv")
  void areTwoNames(String one, String other) {
    assertThat(shown(one)).isNotEmpty().doesNotContainAnyElementsOf(shown(other));
  }

  @ParameterizedTest(name = "{0} shows {1}")
  @CsvSource({
    // at the ends a vowel is told, a short one inside is not
    "ali, AlY",
    "mohamed, mWhmYd mWhmd mhmYd mhmd",
    // the second half of a diphthong always shows
    "husein, hWsYn hsYn",
    // two short i do not follow each other
    "nikitin, nYkYtYn nkYtYn",
    // of a and i in two syllables one is long
    "karim, kArYm kArm krYm",
    // b and p are one
    "puba, BA BWBA",
  })
  void soundsAreShownBy(String sounds, String letters) {
    assertThat(shown(sounds)).containsExactlyInAnyOrder(letters.split(" "));
  }

  @ParameterizedTest(name = "{0} shows {1}")
  @CsvSource({
    "خالد, hAld",
    "محمد, mhmd",
    "محمود, mhmWd mhmFd",
    // with and without the article
    "السنوار, AlsnFAr AlsnWAr snFAr snWAr",
    "מחמד, mhmd",
  })
  void wordsAreReadAs(String word, String letters) {
    assertThat(shown(word)).containsExactlyInAnyOrder(letters.split(" "));
  }
}
