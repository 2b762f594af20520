package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.language.Pronunciations.Pronunciation;
import dev.vedette.text.Folded;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MandarinTest {

  private static Set<String> sounds(String word, boolean given) {
    Set<String> sounds = new TreeSet<>();
    String folded = Folded.of(word).toString().replace("'", "").replace("’", "");
    for (Pronunciation said : Pronunciations.of(folded, EnumSet.of(Phonology.CHINESE))) {
      if (!given || !Mandarin.isTranscription(said.orthography())) {
        sounds.add(said.sounds());
      }
    }
    return sounds;
  }

  static Stream<Arguments> writings() {
    return Table.rows("mandarin.txt").stream()
        .map(Table.Row::cells)
        .flatMap(
            cells ->
                cells.subList(1, cells.size()).stream()
                    .map(writing -> Arguments.of(cells.get(0), writing)));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("writings")
  void isReadAsPinyin(String pinyin, String writing) {
    assertThat(sounds(writing, false)).containsAnyElementsOf(sounds(pinyin, true));
  }

  @ParameterizedTest(name = "{0} is not {1}")
  @CsvFileSource(resources = "mandarin-different.csv")
  void isAnother(String pinyin, String writing) {
    assertThat(sounds(writing, false)).doesNotContainAnyElementsOf(sounds(pinyin, true));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      textBlock =
          """
          zhang , youxia   , '[[[zhang], [you, xia]]]'
          wang  , ting     , '[[[wang], [ting]]]'
          tu    , yuyu     , '[[[tu], [yu, yu]]]'
          # Wade-Giles: what has an apostrophe, or two dots, may have lost it
          hsieh , tingting , '[[[xie], [ting, ting]], [[xie], [ting, ding]], [[xie], [ding, ting]], [[xie], [ding, ding]]]'
          # of two schools, and of none
          zhang , hsiuying , []
          smith , john     , []
          """)
  void isUnderstoodAsNameInPinyin(String surname, String given, String pinyin) {
    assertThat(Mandarin.pinyin(surname, given)).hasToString(pinyin);
  }

  @ParameterizedTest(name = "{0} for {2} {3}: {4}")
  @CsvSource(
      textBlock =
          """
          # can be Pinyin, and is that
          wang ting      , false , wang  , ding     , false
          li peng        , false , li    , beng     , false
          # a hyphen, or a syllable that Pinyin has not
          wang ting yu   , true  , wang  , dingyu   , true
          teng hsiaoping , false , deng  , xiaoping , true
          cang jousia    , false , zhang , youxia   , true
          cang jousia    , false , 张    , 又侠     , true
          # no one school has both
          zhang hsia     , false , zhang , xia      , false
          csang jousja   , false , zhang , youxia   , false
          ho jun         , false , he    , yong     , false
          # the given name first is no custom of theirs
          jousia cang    , false , zhang , youxia   , false
          """)
  void isTranscribedByOneSchool(
      String words, boolean sign, String surname, String given, boolean transcribed) {
    Set<String> sounds = Mandarin.sounds(surname, given);

    assertThat(Mandarin.isTranscribed(List.of(words.split(" ")), sign, sounds))
        .isEqualTo(transcribed);
  }

  @Test
  void whatIsNoSyllableIsNotRead() {
    assertThat(sounds("strength", false)).isEmpty();
    assertThat(sounds("Владимир", false)).isEmpty();
  }
}
