package dev.vedette.stream;

import dev.vedette.poll.Source;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which source is polled next: the one that has been due for longest, except that only few of one
 * host are polled at once; the others wait in line for it and hold nobody up. Each source is either
 * in here or out with whoever took it. Which sources there are may change at any time, also for one
 * that is out. Thread-safe.
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

  /** Knows when a source is due. */
  interface Due {

    /**
     * When a source is due that is new here, or other than before.
     *
     * @param changed whether it was here before, with other settings
     */
    Instant of(Source source, boolean changed);
  }

  private final PriorityQueue<Entry> queue =
      new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparing(e -> e.source().id()));

  private final Map<String, Home> homes = new HashMap<>();

  /** The sources as they are now, by id, and when they were due when they came to be so. */
  private Map<String, Entry> members = Map.of();

  private final Set<String> out = new HashSet<>();

  /** These are the sources from now on; those that are as before keep their place. */
  synchronized void follow(Collection<Source> sources, Due due) {
    Map<String, Entry> before = members;
    members = new HashMap<>();
    for (Source source : sources) {
      Entry was = before.get(source.id());
      boolean same = was != null && was.source().equals(source);
      members.put(source.id(), same ? was : new Entry(source, due.of(source, was != null)));
    }
    queue.removeIf(this::isOver);
    homes.values().forEach(home -> home.waiting.removeIf(this::isOver));
    members.forEach(
        (id, entry) -> {
          if (!entry.equals(before.get(id)) && !out.contains(id)) {
            queue.add(entry);
          }
        });
  }

  private boolean isOver(Entry entry) {
    Entry now = members.get(entry.source().id());
    return now == null || !now.source().equals(entry.source());
  }

  /** Takes one out that is due; null where none is, or only such whose hosts are busy. */
  synchronized @Nullable Source take(Instant now) {
    Entry next = queue.peek();
    while (next != null && !next.due().isAfter(now)) {
      queue.remove();
      Home home = homes.computeIfAbsent(next.source().home(), host -> new Home());
      if (home.out < OF_ONE_HOST) {
        home.out++;
        out.add(next.source().id());
        return next.source();
      }
      home.waiting.add(next);
      next = queue.peek();
    }
    return null;
  }

  /** Makes a source due sooner; one that is out is left to whoever took it. */
  synchronized void sooner(String source, Instant due) {
    Entry later = null;
    for (Entry entry : queue) {
      boolean same = entry.source().id().equals(source);
      later = same && due.isBefore(entry.due()) ? entry : later;
    }
    if (later != null) {
      queue.remove(later);
      queue.add(new Entry(later.source(), due));
    }
  }

  /** Puts back what was taken. If it was changed meanwhile, it is due when that says. */
  synchronized void back(Source source, Instant due) {
    out.remove(source.id());
    Entry now = members.get(source.id());
    if (now != null) {
      queue.add(now.source().equals(source) ? new Entry(source, due) : now);
    }
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
