package dev.vedette.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedMentionsTest {

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "Kim Jong Un,  '[KIM JONG UN], he said',  true",
    "Žižek,        'said [Zizek].',           true",
    "MID,          'the [MID] said',          true",
    // written otherwise
    "Kim Jong-un,  'said [Kim Jong-un].',     false",
    "Kim Jong Un,  'said [Kim Jong-un].',     false",
    "Kim Jong Un,  'said [Kim  Jong Un].',    false",
    "Kim Jong Un,  'said [Kim Jongun].',      false",
    "Lavrov,       'said [Lavrova].',         false",
    // part of something
    "Lavrov,       '[Lavrov]-Smith',          false",
    "Jose,         '[Jose]\u0301 said',       false",
    "Boeing 747,   '[Boeing 747].5',          false",
    "Boeing 747,   '[Boeing 747]. It',        true",
    // words
    "MID,          'in [mid] air',            false"
  })
  void isSharedIfNobodyCanObject(String name, String marked, boolean shared) {
    String text = marked.replace("[", "").replace("]", "");
    int start = marked.indexOf('[');
    int end = marked.indexOf(']') - 1;

    SharedMentions found = found((article, mentions) -> mentions.at(0, start, end), name, text);

    assertThat(found.all()).hasSize(1);
    assertThat(found.shared()).hasSize(shared ? 1 : 0);
  }

  @Test
  void saysWhatOneEngineDidNotFind() {
    SharedMentions one =
        found((article, mentions) -> mentions.at(0, 5, 11), "Lavrov", "said Lavrov");
    SharedMentions none = found((article, mentions) -> {}, "Lavrov", "said Lavrov");

    assertThat(none.checksum()).isNotEqualTo(one.checksum());
    assertThat(one.missing(none, List.of())).isEmpty();
    assertThat(none.missing(one, List.of(article("said Lavrov"))))
        .containsExactly("'Lavrov' at 5 of article 1, for the name 'Lavrov'");
  }

  private static SharedMentions found(Engine engine, String name, String text) {
    return SharedMentions.of(engine, List.of(name), List.of(article(text)));
  }

  private static Article article(String body) {
    return new Article(
        "1", "", "bench", "", "", body, List.of(), "", "", null, Instant.EPOCH, false);
  }
}
