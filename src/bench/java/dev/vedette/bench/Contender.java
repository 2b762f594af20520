package dev.vedette.bench;

import dev.vedette.watchlist.Name.Mode;
import java.util.List;
import java.util.function.Function;

/** What is measured, under the names by which {@code --engines} chooses. */
enum Contender {
  TOKENS("fold + tokenise only", names -> new TokensEngine()),
  FOLDED("folded", names -> VedetteEngine.of(names, Mode.FOLDED, 0)),
  VARIANTS("variants", names -> VedetteEngine.of(names, Mode.VARIANTS, 0)),
  FUZZY("variants, fuzzy: 1", names -> VedetteEngine.of(names, Mode.VARIANTS, 1)),
  QUERIES("folded + 10,000 queries", names -> VedetteEngine.withQueries(names, 10_000)),
  HANKCS("hankcs + boundaries", HankcsEngine::new),
  LUCENE("Lucene Monitor", LuceneEngine::new);

  private final String title;
  private final Function<List<String>, Engine> loading;

  Contender(String title, Function<List<String>, Engine> loading) {
    this.title = title;
    this.loading = loading;
  }

  String title() {
    return title;
  }

  /** Loads names; what of their letters it keeps is its own. */
  Engine load(List<String> names) {
    return loading.apply(names.stream().map(name -> new String(name.toCharArray())).toList());
  }
}
