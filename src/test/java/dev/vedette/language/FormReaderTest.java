package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormReaderTest {

  private static final List<String> NAMES =
      List.of(
          "schoigu",
          "szojgu",
          "шойгу",
          "putin",
          "kim",
          "jong",
          "chen",
          "lavrov",
          "muhammad",
          "σοιγκου",
          "쇼이구",
          "シヨイグ",
          "शोइगु",
          "ชอยก",
          "jaroslav",
          "xiaoping");

  /** What names and their forms look like, and what begins as they do. */
  private static final List<String> WORDS = words();

  private final Set<Long> beginnings = new HashSet<>();
  private final Set<Long> whole = new HashSet<>();

  FormReaderTest() {
    for (String name : NAMES) {
      for (Phonology phonology : Phonology.values()) {
        for (var said : Pronunciations.of(name, Set.of(phonology))) {
          whole.add(said.hash());
          Pronunciations.beginnings(phonology, said.sounds(), -1, beginnings::add);
        }
      }
    }
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>();
    for (String name : NAMES) {
      for (String ending :
          List.of("", "s", "a", "ova", "om", "em", "у", "а", "ом", "chenko", "를")) {
        words.add(name + ending);
        words.add(name.substring(0, name.length() / 2) + ending);
        words.add(ending + name);
      }
    }
    words.removeIf(String::isEmpty);
    return words;
  }

  @ParameterizedTest
  @EnumSource
  void hearsWhatEveryOrthographyAloneSays(Phonology phonology) {
    DeadEnds deadEnds = new DeadEnds();
    for (int round = 0; round < 2; round++) {
      FormReader reader = new FormReader(deadEnds);
      for (String word : WORDS) {
        assertThat(heard(reader, word, phonology)).as(word).isEqualTo(alone(word, phonology));
      }
    }
  }

  private Set<String> heard(FormReader reader, String word, Phonology phonology) {
    Set<String> heard = new TreeSet<>();
    reader.read(
        word,
        phonology,
        new FormReader.Listener() {
          @Override
          public boolean begins(long hash) {
            return beginnings.contains(hash);
          }

          @Override
          public boolean knows(long hash) {
            return whole.contains(hash);
          }

          @Override
          public void hears(long hash, String orthography) {
            heard.add(orthography + " " + hash);
          }
        });
    return heard;
  }

  private Set<String> alone(String word, Phonology phonology) {
    Set<String> heard = new TreeSet<>();
    Pronunciations.read(
        word,
        Set.of(phonology),
        (hash, sounds, end, orthography) -> {
          if (end == word.length() && whole.contains(hash)) {
            heard.add(orthography + " " + hash);
          }
          return beginnings.contains(hash);
        });
    return heard;
  }

  @Test
  void showsTheConsonantsOfEveryPronunciation() {
    Set<Long> begins = new HashSet<>();
    for (String name : NAMES) {
      for (var said : Pronunciations.of(name, Set.of(Phonology.COMMON))) {
        for (var shown : Pronunciations.consonantal(said)) {
          Pronunciations.beginnings(Phonology.CONSONANTAL, shown.sounds(), -1, begins::add);
        }
      }
    }
    DeadEnds deadEnds = new DeadEnds();
    for (int round = 0; round < 2; round++) {
      for (String word : WORDS) {
        Map<Long, String> shown = new TreeMap<>();
        new ConsonantReader(begins::contains, deadEnds, shown::put).read(word);
        assertThat(shown).as(word).isEqualTo(shownAlone(word, begins));
      }
    }
  }

  private static Map<Long, String> shownAlone(String word, Set<Long> begins) {
    Map<Long, String> shown = new TreeMap<>();
    for (var said : Pronunciations.of(word, Set.of(Phonology.COMMON))) {
      Pronunciations.TO_CONSONANTS.read(
          Units.of(said.sounds()),
          (hash, letters, end, label) -> {
            if (end == said.sounds().length()) {
              shown.putIfAbsent(hash, said.orthography());
            }
            return begins.contains(hash);
          });
    }
    return shown;
  }
}
