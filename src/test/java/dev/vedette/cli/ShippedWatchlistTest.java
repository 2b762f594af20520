package dev.vedette.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.vedette.alert.DryRun;
import dev.vedette.article.Zone;
import dev.vedette.config.Config;
import dev.vedette.config.ConfigReader;
import dev.vedette.config.WatchlistReader;
import dev.vedette.poll.Documents;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The watchlist as shipped, on real articles as published, where these are at hand. */
class ShippedWatchlistTest {

  private static final Path ARTICLES = Path.of("../shared/data/articles");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          # file , entries that alert, each with the place of its first hit in running text
          000.txt, shoigu@729
          001.txt, hwasong-18@2010 shoigu@476
          004.txt, jo-chun-ryong@2036 kn-23@5504 krivoruchko@5165 munitions-industry@2067 shells-152mm@5322 shoigu@4818 slovak-fronts@6472
          """)
  void alertsOnWhatTheArticlesSayAndOnNothingElse(String file, String expected) throws IOException {
    assumeThat(ARTICLES.resolve(file)).exists();
    Config config = ConfigReader.read(Path.of("config/vedette.yaml"), Map.of());
    Watchlists lists = WatchlistReader.read(config.watchlistDirectory(), config.sourceIds());

    var articles = new Documents().read("test", ARTICLES.resolve(file), Instant.EPOCH, "");

    assertThat(articles).hasSize(1);
    assertThat(
            DryRun.of(file, articles.get(0), lists.match(articles.get(0))).alerts().stream()
                .map(raised -> raised.entry() + "@" + firstInBody(raised))
                .sorted()
                .collect(joining(" ")))
        .isEqualTo(expected);
  }

  private static int firstInBody(DryRun.Raised raised) {
    return raised.hits().stream()
        .filter(hit -> hit.zone() == Zone.BODY)
        .findFirst()
        .orElseThrow()
        .start();
  }
}
