package dev.vedette.bench;

import dev.vedette.article.Article;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What is known of one engine: how it was loaded, what it finds, and its laps so far. */
final class Run implements AutoCloseable {

  private final Contender contender;
  private final Engine engine;
  private final double loadSeconds;
  private final double heapPerName;
  private final @Nullable SharedMentions mentions;
  private final List<Lap> laps = new ArrayList<>();

  private Run(
      Contender contender,
      Engine engine,
      double loadSeconds,
      double heapPerName,
      @Nullable SharedMentions mentions) {
    this.contender = contender;
    this.engine = engine;
    this.loadSeconds = loadSeconds;
    this.heapPerName = heapPerName;
    this.mentions = mentions;
  }

  /** Loads an engine, and sends the texts through it once: its first lap is a cold one. */
  static Run load(Contender contender, List<String> names, List<Article> articles) {
    long before = Heap.used();
    long start = System.nanoTime();
    Engine engine = contender.load(names);
    double seconds = (System.nanoTime() - start) / 1e9;
    double heap = (double) (Heap.used() - before) / names.size();
    Lap cold = Lap.of(engine, articles);
    SharedMentions mentions =
        engine.findsNames() ? SharedMentions.of(engine, names, articles) : null;
    Run run = new Run(contender, engine, seconds, heap, mentions);
    run.laps.add(cold);
    return run;
  }

  /**
   * One lap more.
   *
   * @throws IllegalStateException if it finds something else than before
   */
  void lap(List<Article> articles) {
    Lap lap = Lap.of(engine, articles);
    if (lap.sum() != first().sum()) {
      throw new IllegalStateException(contender.title() + " does not always find the same");
    }
    laps.add(lap);
  }

  Contender contender() {
    return contender;
  }

  double loadSeconds() {
    return loadSeconds;
  }

  /** Bytes, once all garbage is gone. */
  double heapPerName() {
    return heapPerName;
  }

  /** Null if it finds no names. */
  @Nullable SharedMentions mentions() {
    return mentions;
  }

  /** The lap after loading: new code, and texts it has not seen. */
  Lap first() {
    return laps.get(0);
  }

  /** The median of the last laps, in nanoseconds. */
  double median(int last, ToLongFunction<Lap> time) {
    return median(last(last).stream().mapToDouble(time::applyAsLong).toArray());
  }

  /** How many times as fast it is as another: the median of the laps run side by side. */
  double timesAsFastAs(Run other, int last) {
    double[] ratios = new double[last];
    for (int at = 0; at < last; at++) {
      ratios[at] = (double) other.last(last).get(at).cpu() / last(last).get(at).cpu();
    }
    return median(ratios);
  }

  private List<Lap> last(int count) {
    return laps.subList(laps.size() - count, laps.size());
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  @Override
  public void close() {
    engine.close();
  }
}
