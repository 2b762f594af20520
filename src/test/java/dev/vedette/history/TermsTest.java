package dev.vedette.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vedette.Samples;
import dev.vedette.history.Place.Log;
import dev.vedette.stream.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

  private static final JsonMapper MAPPER = Json.mapper();

  @TempDir Path directory;

  @ParameterizedTest(name = "''{0}'' in ''{1}'': {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # the beginning of a word, whatever the case and accents
          shoi              | Sergei SHOIGÚ left            | true
          hoigu             | Sergei Shoigu left            | false
          muñoz             | Munoz                         | true
          istanbul          | İstanbul                      | true
          s                 | Sergei Shoigu left            | true
          sh                | Sergei SHOIGÚ left            | true
          sho               | Sergei Shoigu left            | true
          ho                | Sergei Shoigu left            | false
          "sh"              | Sergei Shoigu left            | false
          ш                 | Сергея Шойгу видели           | true
          𠮷                | 𠮷野家                          | true
          # all of the words, in any order
          moscow shoigu     | Shoigu was in Moscow          | true
          moscow kim        | Shoigu was in Moscow          | false
          # in quotation marks, as it stands there
          "was in"          | Shoigu was in Moscow          | true
          "in was"          | Shoigu was in Moscow          | false
          "sho"             | Shoigu was in Moscow          | false
          kn-23             | a «KN23», or a KN-23          | true
          # other scripts with spaces
          шойг              | Сергея Шойгу видели           | true
          شويغو             | زار سيرغي شويغو موسكو         | true
          שויגו             | סרגיי שויגו הגיע              | true
          शोइगु              | सर्गेई शोइगु पहुंचे              | true
          # and without: anywhere in a run
          이구                | 쇼이구가 평양에 도착했다           | true
          구쇼                | 쇼이구가 평양에 도착했다           | false
          又侠                | 張又俠在北京                     | true
          京                 | 張又俠在北京                     | true
          海                 | 張又俠在北京                     | false
          ショイグ              | セルゲイ・ショイグ氏               | true
          ชอยกู             | เซอร์เกย์ ชอยกูเดินทาง          | true
          # no words at all
          !!                | anything                      | false
          """)
  void findsWhatAPersonTyped(String typed, String text, boolean found) {
    try (ArticleHistory history = ArticleHistory.open(directory, MAPPER, "cluster")) {
      history.add(Samples.article("a", "", text), new Place(Log.ARTICLES, 0, 0));
      history.show();

      assertThat(history.search(typed, "", 10, null).items()).hasSize(found ? 1 : 0);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
