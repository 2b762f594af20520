package dev.vedette.stream;

import dev.vedette.poll.Source;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Which source is polled next: the one that has been due for longest, except that only few of one
 * host are polled at once; the others wait in line for it and hold nobody up. Each source is either
 * in here or out with whoever took it. Thread-safe.
 */
final class DueQueue {

  /** How many sources of one host are polled at once. */
  private static final int OF_ONE_HOST = 2;

  private record Entry(Source source, Instant due) {}

  /** One host: how many of its sources are out, and who waits for one of them to be back. */
  private static final class Home {
    private int out;
    private final Deque<Entry> waiting = new ArrayDeque<>();
  }

  private final PriorityQueue<Entry> queue =
      new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparing(e -> e.source().id()));

  private final Map<String, Home> homes = new HashMap<>();

  /** Puts a source in that is new here. */
  synchronized void add(Source source, Instant due) {
    queue.add(new Entry(source, due));
  }

  /** Takes one out that is due; null where none is, or only such whose hosts are busy. */
  synchronized @Nullable Source take(Instant now) {
    Entry next = queue.peek();
    while (next != null && !next.due().isAfter(now)) {
      queue.remove();
      Home home = homes.computeIfAbsent(next.source().home(), host -> new Home());
      if (home.out < OF_ONE_HOST) {
        home.out++;
        return next.source();
      }
      home.waiting.add(next);
      next = queue.peek();
    }
    return null;
  }

  /** Puts back what was taken. */
  synchronized void back(Source source, Instant due) {
    queue.add(new Entry(source, due));
    Home home = homes.get(source.home());
    if (home == null) {
      return;
    }
    home.out--;
    Entry waiting = home.waiting.poll();
    if (waiting != null) {
      queue.add(waiting);
    } else if (home.out == 0) {
      homes.remove(source.home());
    }
  }
}
