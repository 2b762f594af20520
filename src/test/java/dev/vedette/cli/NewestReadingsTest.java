package dev.vedette.cli;

import static dev.vedette.Samples.NOON;
import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static dev.vedette.Samples.watchlists;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.alert.Candidates;
import dev.vedette.article.Article;
import dev.vedette.watchlist.Limits;
import dev.vedette.watchlist.Watchlists;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readings of one article, in both orders in which they may come. */
class NewestReadingsTest {

  private static final Watchlists LISTS = watchlists(entry("shoigu", Limits.NONE, "Sergei Shoigu"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          0 Sergei Shoigu came                                    | 0
          0 Sergei Shoigu came, 5 Nobody came                     |
          0 Nobody came, 5 Sergei Shoigu came                     | 5
          0 Sergei Shoigu came, 5 Sergei Shoigu left              | 5
          0 Sergei Shoigu came, 3 Nobody came, 5 Sergei Shoigu came | 5
          """)
  void onlyWhatTheNewestReadingHasIsFound(String readings, String found) {
    List<Article> articles =
        new ArrayList<>(Stream.of(readings.split(", ")).map(NewestReadingsTest::reading).toList());
    String expected = found == null ? "" : found;

    assertThat(found(articles)).isEqualTo(expected);
    Collections.reverse(articles);
    assertThat(found(articles)).isEqualTo(expected);
  }

  private static String found(List<Article> articles) {
    NewestReadings newest = new NewestReadings();
    articles.forEach(article -> newest.add(article, Candidates.of(LISTS, article)));
    return String.join(
        " ",
        newest.candidates().stream()
            .map(
                one ->
                    Long.toString(
                        one.article().fetchedAt().getEpochSecond() - NOON.getEpochSecond()))
            .toList());
  }

  private static Article reading(String secondAndText) {
    String[] parts = secondAndText.split(" ", 2);
    return article("a", "Visit", parts[1] + ".", NOON.plusSeconds(Long.parseLong(parts[0])));
  }
}
