package dev.vedette.bench.polls;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who asked what when. Thread-safe. */
final class RequestLog {

  /** One request and its answer; the time in nanoseconds since the log began. */
  private record Line(long at, String host, String request, String answer) {}

  private final long begin = System.nanoTime();
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param at when the request came, as {@link System#nanoTime}
   */
  synchronized void add(long at, String host, String request, String answer) {
    lines.add(new Line(at - begin, host, request, answer));
  }

  synchronized int size() {
    return lines.size();
  }

  synchronized void print(PrintWriter out) {
    lines.sort(Comparator.comparingLong(Line::at));
    for (Line line : lines) {
      out.printf(
          "%9.3f  %-16s %-34s %s%n", line.at() / 1e9, line.host(), line.request(), line.answer());
    }
  }

  /** Requests in the busiest second. */
  synchronized int busiest() {
    Map<Long, Integer> seconds = new HashMap<>();
    lines.forEach(line -> seconds.merge(line.at() / 1_000_000_000, 1, Integer::sum));
    return seconds.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** Requests in each tenth of the time, for all to see whether there was a burst. */
  synchronized List<Integer> tenths() {
    long end = lines.isEmpty() ? 1 : lines.get(lines.size() - 1).at() + 1;
    Integer[] tenths = new Integer[10];
    Arrays.fill(tenths, 0);
    lines.forEach(line -> tenths[(int) (line.at() * 10 / end)]++);
    return List.of(tenths);
  }

  /** Requests in each of so many seconds since a moment, as {@link System#nanoTime}. */
  synchronized List<Integer> firstSeconds(long from, int seconds) {
    Integer[] counts = new Integer[seconds];
    Arrays.fill(counts, 0);
    for (Line line : lines) {
      long second = Math.floorDiv(line.at() + begin - from, 1_000_000_000L);
      if (second >= 0 && second < seconds) {
        counts[(int) second]++;
      }
    }
    return List.of(counts);
  }

  /**
   * The times between two requests to one host.
   *
   * @param all how many
   * @param close how many of them were shorter than was asked for
   * @param least in seconds
   */
  record Gaps(int all, int close, double least) {}

  /** As the server saw them, which itself may be late. */
  synchronized Gaps gaps(double seconds) {
    lines.sort(Comparator.comparingLong(Line::at));
    Map<String, Long> last = new HashMap<>();
    int all = 0;
    int close = 0;
    long least = Long.MAX_VALUE;
    for (Line line : lines) {
      Long before = last.put(line.host(), line.at());
      if (before != null) {
        long gap = line.at() - before;
        all++;
        close += gap < seconds * 1e9 ? 1 : 0;
        least = Math.min(least, gap);
      }
    }
    return new Gaps(all, close, least / 1e9);
  }

  /** How often each answer was given. */
  synchronized Map<String, Integer> answers() {
    Map<String, Integer> counts = new TreeMap<>();
    lines.forEach(line -> counts.merge(line.answer(), 1, Integer::sum));
    return counts;
  }
}
