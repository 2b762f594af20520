package dev.vedette.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.vedette.alert.DryRun;
import dev.vedette.article.Zone;
import dev.vedette.config.Config;
import dev.vedette.config.ConfigReader;
import dev.vedette.config.Trial;
import dev.vedette.config.WatchlistReader;
import dev.vedette.poll.Documents;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  /** With its relative paths, which lead to articles and lists. */
  @Test
  void theCopyThatTheReadmeTriesIsRead(@TempDir Path directory) throws IOException {
    Matcher copy =
        Pattern.compile("cp -r (config/watchlists) (\\S+)\n *\\./vedette backtest --candidate \\2 ")
            .matcher(Files.readString(Path.of("README.md")));
    assertThat(copy.find()).isTrue();
    copyAll(Path.of("config"), directory.resolve("config"));
    copyAll(Path.of(copy.group(1)), directory.resolve(copy.group(2)));
    Config config = ConfigReader.read(Path.of("config/vedette.yaml"), Map.of());

    assertThat(WatchlistReader.load(directory.resolve(copy.group(2)), config.sourceIds()).trials())
        .isNotEmpty()
        .allMatch(Trial::passed);
  }

  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static int firstInBody(DryRun.Raised raised) {
    return raised.hits().stream()
        .filter(hit -> hit.zone() == Zone.BODY)
        .findFirst()
        .orElseThrow()
        .start();
  }
}
