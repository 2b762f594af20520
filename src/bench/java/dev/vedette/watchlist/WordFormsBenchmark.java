package dev.vedette.watchlist;

import dev.vedette.article.Article;
import dev.vedette.bench.BenchData;
import dev.vedette.text.Tokens;
import dev.vedette.text.Tokens.Shape;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

/**
 * What a word costs that {@link WordMemory} does not know yet: the words of real texts that names
 * could be, each in its turn and none remembered. Stands in this package to get past the memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WordFormsBenchmark {

  @Param("10k")
  public String names;

  @Param({"0", "1"})
  public int fuzzy;

  private final Lexicon lexicon = new Lexicon();
  private final WordForms forms = new WordForms(lexicon);
  private List<String> words;
  private int next;

  /** Compiles the names' words, and reads those of the texts. */
  @Setup
  public void read() throws IOException {
    BenchData data = BenchData.ofProject();
    for (String text : data.names(names)) {
      Name name = new Name(text, Name.Mode.VARIANTS, fuzzy, false);
      for (Pattern pattern : Patterns.of(ReadName.of(name.text(), Kind.PERSON))) {
        pattern.words().forEach(word -> lexicon.add(word, fuzzy));
      }
    }
    lexicon.build();
    Set<String> capitalised = new LinkedHashSet<>();
    for (Article article : data.articles()) {
      addWords(Tokens.of(article.body()), capitalised);
    }
    words = List.copyOf(capitalised);
  }

  private static void addWords(Tokens tokens, Set<String> words) {
    for (int token = 0; token < tokens.count(); token++) {
      if (tokens.shape(token) == Shape.WORD && !tokens.isLower(token)) {
        words.add(tokens.word(token));
      }
    }
  }

  @Benchmark
  public List<?> coldWord() {
    next = (next + 1) % words.size();
    return forms.of(words.get(next));
  }
}
