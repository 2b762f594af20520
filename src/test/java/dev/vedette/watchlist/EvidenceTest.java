package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much must stand in a text before it is a name: words of prose are like many names. */
class EvidenceTest {

  @ParameterizedTest(name = "{0} in ''{1}'': {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # a short word is like many names once it may be read in any spelling and case
          Taha            | The train left. That is all       | ''
          Iyari           | Seit Jahren wartet man            | ''
          Hannah          | Jane and Anna came                | ''
          Precious        | Die Preise steigen, sagt sie      | ''
          Triumph         | Trump spoke                       | ''
          Samir           | Smirnov and Samara                | ''
          # small letters are prose
          Hein Htet       | In the end he went                | ''
          Huji B          | It will be so                     | ''
          # words of one mention are written in one spelling
          Hein Gott       | In The Good                       | ''
          # a long one is not met by chance
          Shoigu          | Minister Schoigu kam              | Schoigu
          쇼이구          | Министр Шойгу прибыл              | Шойгу
          Gazprom         | Газпром и банки                   | Газпром
          Rosoboronexport | о Рособоронэкспорте пишут         | Рособоронэкспорте
          # nor are two together
          Ким Ир Сен      | unter Kim Ir Sen gebaut           | Kim Ir Sen
          Wang Yi         | встретился Ван И в среду          | Ван И
          # a text wholly in small letters has none to tell by
          Sergei Shoigu   | сергей шойгу прилетел             | сергей шойгу
          """)
  void isWeighed(String name, String text, String found) {
    assertThat(
            AnArticle.found(
                AnEntry.list(AnEntry.of("e").kind(Kind.PERSON).names(name)), AnArticle.body(text)))
        .isEqualTo(found);
  }

  @ParameterizedTest(name = "{0} in ''{1}'': {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # beside a word of its context less is enough
          Shoigu | defense minister | s ministrem Šojgu, the defense minister | Šojgu
          Shoigu | defense minister | s ministrem Šojgu                       | [Šojgu]
          Shoigu | defense minister | so Šojguom, the defense minister        | Šojguom
          """)
  void isLessWhereSomethingVouches(String weak, String context, String text, String found) {
    assertThat(
            AnArticle.found(
                AnEntry.list(AnEntry.of("e").kind(Kind.PERSON).weak(weak).context(context)),
                AnArticle.body(text)))
        .isEqualTo(found);
  }
}
