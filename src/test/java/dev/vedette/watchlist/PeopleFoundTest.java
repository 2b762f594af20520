package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** People of the news, each by one given form, in the spellings of many languages. */
class PeopleFoundTest {

  @ParameterizedTest(name = "{0} in ''{1}'': {2}")
  @CsvFileSource(resources = "people-in-the-news.csv", maxCharsPerColumn = 500)
  void areFound(String name, String text, String surfaces) {
    Entry entry = AnEntry.of("e").kind(Kind.PERSON).names(name).build();
    Watchlists watchlists =
        Watchlists.of(List.of(new Watchlist("list", "List", List.of(entry), false)), "v1");

    assertThat(AnArticle.found(watchlists, AnArticle.body(text)))
        .isEqualTo(surfaces == null ? "" : surfaces);
  }
}
