package dev.vedette.bench;

import dev.vedette.text.Tokens;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Folding and tokenising, which every text goes through, by the script it meets; per character. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TokensBenchmark {

  /** So many units are one operation, whatever the lengths of the texts. */
  private static final int UNITS = 20_000;

  @Param public Language language;

  private final Tokens tokens = new Tokens();
  private String text;

  /** One text out of several, so that no text's habits decide. */
  @Setup
  public void read() throws IOException {
    List<String> texts = language.texts(BenchData.ofProject());
    StringBuilder joined = new StringBuilder();
    for (int at = 0; joined.length() < UNITS; at++) {
      joined.append(texts.get(at % texts.size())).append('\n');
    }
    text = joined.substring(0, UNITS);
  }

  @Benchmark
  @OperationsPerInvocation(UNITS)
  public int tokens() {
    tokens.read(text);
    return tokens.count();
  }
}
