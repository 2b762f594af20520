package dev.vedette.route;

import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What of a partition is told, where not all is told in order: an alert may wait for a digest while
 * later ones are told.
 *
 * <p>Kafka keeps one offset for a group, and a text with it. So the text holds the lengths of runs
 * of offsets after it, in base 36: untold, told, untold, and so on. What does not fit into it, and
 * what a crash lets nobody write down, is told again.
 */
final class Ledger {

  /** Brokers take 4096 by default. */
  private static final int LONGEST_NOTE = 4_000;

  private static final int RADIX = 36;
  private static final Pattern NOTE = Pattern.compile("[0-9a-z.]+");

  /** The offsets from the first untold one on, to whether they are told. */
  private final NavigableMap<Long, Boolean> told = new TreeMap<>();

  /** As the former owner noted it: where runs begin, to whether they are told. */
  private final NavigableMap<Long, Boolean> noted = new TreeMap<>();

  /** Offsets that were received and left where they are, to be received again. */
  private final NavigableSet<Long> left = new TreeSet<>();

  private long next;

  /**
   * A ledger that goes on where another was left.
   *
   * @param standing a note that makes no sense counts as empty
   */
  Ledger(Standing standing) {
    this.next = standing.offset();
    if (NOTE.matcher(standing.note()).matches()) {
      read(standing.note().split("\\.", -1));
    }
  }

  private void read(String[] runs) {
    long start = next;
    boolean done = false;
    try {
      for (String run : runs) {
        noted.put(start, done);
        start += Long.parseLong(run, RADIX);
        done = !done;
      }
      noted.put(start, false);
    } catch (NumberFormatException e) {
      noted.clear();
    }
  }

  /** Whether a record would be news. */
  boolean isNews(long offset) {
    if (offset < next) {
      return left.contains(offset);
    }
    Map.Entry<Long, Boolean> run = noted.floorEntry(offset);
    return run == null || !run.getValue();
  }

  /** Whether a record is news; if so, it is untold from now on. */
  boolean receive(long offset) {
    boolean news = isNews(offset);
    if (offset < next) {
      left.remove(offset);
    } else {
      told.put(offset, !news);
      reach(offset + 1);
    }
    return news;
  }

  /** Leaves a record that was just received where it is: it is news when it is received again. */
  void leave(long offset) {
    left.add(offset);
  }

  /** The records that were left. */
  NavigableSet<Long> left() {
    return left;
  }

  /** All records before this offset were received. */
  void reach(long position) {
    next = Math.max(next, position);
    forget();
  }

  void done(long offset) {
    told.put(offset, true);
    forget();
  }

  private void forget() {
    while (!told.isEmpty() && told.firstEntry().getValue()) {
      told.pollFirstEntry();
    }
  }

  Standing standing() {
    long start = told.isEmpty() ? next : told.firstKey();
    StringBuilder note = new StringBuilder();
    boolean done = false;
    long from = start;
    for (Map.Entry<Long, Boolean> offset : told.entrySet()) {
      if (offset.getValue() != done) {
        append(note, offset.getKey() - from);
        from = offset.getKey();
        done = offset.getValue();
      }
    }
    // what the former owner noted and this one has not received again still counts
    Map.Entry<Long, Boolean> ahead = noted.floorEntry(next);
    if ((ahead != null && ahead.getValue()) != done) {
      append(note, next - from);
      from = next;
      done = !done;
    }
    for (Map.Entry<Long, Boolean> run : noted.tailMap(next, false).entrySet()) {
      if (run.getValue() != done) {
        append(note, run.getKey() - from);
        from = run.getKey();
        done = run.getValue();
      }
    }
    return new Standing(start, fitting(note));
  }

  private static void append(StringBuilder note, long length) {
    note.append(note.isEmpty() ? "" : ".").append(Long.toString(length, RADIX));
  }

  /** As many whole runs of it as there is room for. */
  private static String fitting(StringBuilder note) {
    return note.length() <= LONGEST_NOTE
        ? note.toString()
        : note.substring(0, note.lastIndexOf(".", LONGEST_NOTE));
  }
}
