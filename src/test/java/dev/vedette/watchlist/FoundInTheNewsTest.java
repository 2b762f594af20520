package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Names of the news, each by one given form, in the spellings of many languages. */
class FoundInTheNewsTest {

  @ParameterizedTest(name = "{0} in ''{1}'': {2}")
  @CsvFileSource(resources = "people-in-the-news.csv", maxCharsPerColumn = 500)
  void people(String name, String text, String surfaces) {
    assertThat(found(Kind.PERSON, name, text)).isEqualTo(surfaces == null ? "" : surfaces);
  }

  @ParameterizedTest(name = "{0} in ''{1}'': {2}")
  @CsvFileSource(resources = "organisations-in-the-news.csv", maxCharsPerColumn = 500)
  void organisations(String name, String text, String surfaces) {
    assertThat(found(Kind.ORGANIZATION, name, text)).isEqualTo(surfaces == null ? "" : surfaces);
  }

  private static String found(Kind kind, String name, String text) {
    Entry entry = AnEntry.of("e").kind(kind).names(name).build();
    Watchlist list = new Watchlist("list", "List", List.of(entry), false);
    return AnArticle.found(Watchlists.of(List.of(list), "v1"), AnArticle.body(text));
  }
}
