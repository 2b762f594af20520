package dev.vedette.bench;

import dev.vedette.article.Article;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Articles in which nothing is found, as most are; with {@code -prof gc} it shows what such an
 * article allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MatchBenchmark {

  private static final int ARTICLES = 50;

  @Param({"FOLDED", "VARIANTS", "FUZZY"})
  public String engine;

  @Param("10k")
  public String names;

  private Engine loaded;
  private List<Article> articles;
  private int next;

  /** Loads the names, and finds articles without a hit. */
  @Setup
  public void load() throws IOException {
    BenchData data = BenchData.ofProject();
    loaded = Contender.valueOf(engine).load(data.names(names));
    articles =
        data.articles().stream()
            .filter(article -> Lap.of(loaded, List.of(article)).hits() == 0)
            .limit(ARTICLES)
            .toList();
  }

  @Benchmark
  public void articleWithoutHit(Blackhole hole) {
    next = (next + 1) % articles.size();
    loaded.find(articles.get(next), (name, start, end) -> hole.consume(start));
  }
}
