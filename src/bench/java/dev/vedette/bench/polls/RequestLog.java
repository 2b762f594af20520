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

  /** The least time between two requests to one host, in seconds. */
  synchronized double closest() {
    lines.sort(Comparator.comparingLong(Line::at));
    Map<String, Long> last = new HashMap<>();
    long closest = Long.MAX_VALUE;
    for (Line line : lines) {
      Long before = last.put(line.host(), line.at());
      closest = before == null ? closest : Math.min(closest, line.at() - before);
    }
    return closest / 1e9;
  }

  /** How often each answer was given. */
  synchronized Map<String, Integer> answers() {
    Map<String, Integer> counts = new TreeMap<>();
    lines.forEach(line -> counts.merge(line.answer(), 1, Integer::sum));
    return counts;
  }
}
