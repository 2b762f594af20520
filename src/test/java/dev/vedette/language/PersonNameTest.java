package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.language.PersonName.Origin;
import dev.vedette.language.PersonName.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # name                         | given            | fathers        | surname
          Astrid Lindgren                | astrid           |                | lindgren
          Pelé                           |                  |                | pele
          John D. Rockefeller            | john d           |                | rockefeller
          Jean-Paul Sartre               | jean paul        |                | sartre
          # a comma, capitals or initials tell the surname
          TOLSTOY, Lev Nikolayevich      | lev              | nikolayevich   | tolstoy
          GARCÍA MÁRQUEZ, Gabriel        | gabriel          |                | garcia marquez
          Nicolas de CONDORCET           | nicolas          |                | de condorcet
          CURIE Marie                    | marie            |                | curie
          Gagarin Y. A.                  | y a              |                | gagarin
          # titles and suffixes are no part of it
          Dr. Albert Schweitzer          | albert           |                | schweitzer
          генерал Михаил Кутузов         | михаил           |                | кутузов
          Sammy Davis, Jr.               | sammy            |                | davis
          # fathers' names, in the middle and at the end
          Лев Николаевич Толстой         | лев              | николаевич     | толстои
          Толстой Пётр Николаевич        | петр             | николаевич     | толстои
          Roman Petrovich Abramovich     | roman            | petrovich      | abramovich
          Ilham Vagif oglu Mammadov      | ilham            | vagif oglu     | mammadov
          # an ending is known for a surname's, a given name for one
          Petrenko Oleksandr             | oleksandr        |                | petrenko
          Bartók Ferenc                  | ferenc           |                | bartok
          Ferenc Bartók                  | ferenc           |                | bartok
          # particles
          Ludwig van Beethoven           | ludwig           |                | van beethoven
          Otto von der Heide             | otto             |                | von der heide
          Abu Nasr al-Farabi             | abu nasr         |                | al farabi
          Tariq ibn Ziyad al-Laythi      | tariq            | ibn ziyad      | al laythi
          Abd al-Rahman as-Sufi          | abd al rahman    |                | as sufi
          Ben Kingsley                   | ben              |                | kingsley
          Al Pacino                      | al               |                | pacino
          # two surnames
          Juan Carlos Onetti Borges      | juan carlos      |                | onetti borges
          Pablo Ruiz Picasso             | pablo            |                | ruiz picasso
          José Ortega y Gasset           | jose             |                | ortega y gasset
          # the surname first, by its syllables, or last with the same
          Hong Gil-dong                  | gil dong         |                | hong
          Gil-dong Hong                  | gil dong         |                | hong
          Ri Sung Gi                     | sung gi          |                | ri
          홍길동                          | 길동             |                | 홍
          남궁옥분                        | 옥분             |                | 남궁
          Lu Xun                         | xun              |                | lu
          Ma Sicong                      | sicong           |                | ma
          Hu Shih                        | shih             |                | hu
          Lee Kuan-yew                   | kuan yew         |                | lee
          鲁迅                            | 迅               |                | 鲁
          Võ Nguyên Giáp                 | nguyen giap      |                | vo
          Trịnh Công Sơn                 | cong son         |                | trinh
          夏目 漱石                       | 漱 石            |                | 夏 目
          # no such names
          Kim Novak                      | kim              |                | novak
          Spike Lee                      | spike            |                | lee
          셰익스피어                      |                  |                | 셰익스피어
          """)
  void takesANameApart(String name, String given, String fathers, String surname) {
    PersonName read = PersonName.of(name);

    assertThat(String.join(" ", read.given())).isEqualTo(given == null ? "" : given);
    assertThat(String.join(" ", read.patronymics())).isEqualTo(fathers == null ? "" : fathers);
    assertThat(String.join(" ", read.surname())).isEqualTo(surname);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          Hong Gil Dong      , KOREAN
          Paek Yong-chol     , KOREAN
          홍길동              , KOREAN
          Lu Xun             , CHINESE
          Sun Yat-sen        , CHINESE
          鲁迅                , CHINESE
          Nguyen Van Troi    , VIETNAMESE
          Abu Nasr al-Farabi , ARABIC
          Mahmoud Darwish    , ARABIC
          نجيب محفوظ         , ARABIC
          Astrid Lindgren    , GENERAL
          Ludwig van Gogh    , GENERAL
          Bruce Willis       , GENERAL
          """)
  void knowsInWhoseMannerANameIsMade(String name, Origin origin) {
    assertThat(PersonName.of(name).origin()).isEqualTo(origin);
  }

  @Test
  void knowsWhereTheWordsStand() {
    assertThat(PersonName.of("Mr. Ø. Hansen jr").words())
        .containsExactly(
            new PersonName.Word("mr", 0, 2, Part.TITLE),
            new PersonName.Word("o", 4, 5, Part.GIVEN),
            new PersonName.Word("hansen", 7, 13, Part.SURNAME),
            new PersonName.Word("jr", 14, 16, Part.SUFFIX));
    assertThat(PersonName.of("홍길동").words())
        .containsExactly(
            new PersonName.Word("홍", 0, 1, Part.SURNAME),
            new PersonName.Word("길동", 1, 3, Part.GIVEN));
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "—", "Jr", "'Dr.,'", "van", "al-", "bin bin", "'Kim,'", "y"})
  void readsWhatIsHardlyAName(String name) {
    PersonName read = PersonName.of(name);

    assertThat(read.words()).hasSameSizeAs(Words.of(name));
    assertThat(read.surname().isEmpty()).isEqualTo(Words.of(name).isEmpty());
  }
}
