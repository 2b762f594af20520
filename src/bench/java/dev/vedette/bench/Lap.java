package dev.vedette.bench;

import dev.vedette.article.Article;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * One engine's way once through all texts.
 *
 * @param cpu nanoseconds of this thread; the collector's threads are not in it
 * @param wall nanoseconds on the clock
 * @param hits how many mentions it told
 * @param sum of all their offsets, which must be the same in every lap
 */
record Lap(long cpu, long wall, long hits, long sum) {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  static Lap of(Engine engine, List<Article> articles) {
    Count count = new Count();
    long wall = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    for (Article article : articles) {
      engine.find(article, count);
    }
    return new Lap(
        THREADS.getCurrentThreadCpuTime() - cpu, System.nanoTime() - wall, count.hits, count.sum);
  }

  /** Looks at every mention, or the compiler might leave them out. */
  private static final class Count implements Engine.Mentions {
    private long hits;
    private long sum;

    @Override
    public void at(int name, int start, int end) {
      hits += name == Engine.NO_NAME ? 0 : 1;
      sum += (name * 31L + start) * 31L + end;
    }
  }
}
