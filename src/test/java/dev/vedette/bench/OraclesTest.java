package dev.vedette.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vedette.article.Article;
import dev.vedette.bench.SharedMentions.Mention;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Others that find names find nothing in real texts that folded matching does not. */
class OraclesTest {

  private static final int TEXTS = 200;

  private static List<Article> articles;
  private static List<String> names;
  private static SharedMentions folded;

  @BeforeAll
  static void read() throws IOException {
    BenchData data = BenchData.ofProject();
    assumeTrue(data.isThere(), "the texts stand beside the project");
    articles = data.articles().stream().limit(TEXTS).toList();
    names = data.names("10k");
    folded = mentions(Contender.FOLDED);
  }

  @ParameterizedTest
  @EnumSource(names = {"HANKCS", "LUCENE"})
  void foldedFindsWhatAnOracleFinds(Contender oracle) {
    SharedMentions others = mentions(oracle);

    assertThat(others.shared()).isNotEmpty().isEqualTo(folded.shared());
    assertThat(withoutSmallAbbreviations(others)).isSubsetOf(folded.all());
  }

  private static SharedMentions mentions(Contender contender) {
    try (Engine engine = contender.load(names)) {
      return SharedMentions.of(engine, names, articles);
    }
  }

  /** {@code mid} is a word, even if {@code MID} is watched; no oracle knows that. */
  private static Set<Mention> withoutSmallAbbreviations(SharedMentions mentions) {
    return mentions.all().stream()
        .filter(one -> !mentions.isSmallAbbreviation(one, articles.get(one.article()).body()))
        .collect(Collectors.toSet());
  }
}
