package dev.vedette.history;

import dev.vedette.history.Place.Log;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Up to where topics were read: for each partition the offset that comes next. Immutable.
 *
 * <p>As a text, such as {@code alerts=2s,1f,,9 feedback=3}, it says for each log the offsets of its
 * partitions in base 36, from the first on, and nothing for those of which nothing was read. So it
 * is short enough for a header of HTTP with a thousand partitions.
 */
public final class Positions {

  /** Before the first record of every partition. */
  public static final Positions START = new Positions(Map.of());

  private static final int RADIX = 36;
  private static final int LONGEST_OFFSET = 12;

  /** Without a group that is repeated: Java's stack would hold each turn of it. */
  private static final Pattern PART = Pattern.compile("(alerts|feedback|articles)=([0-9a-z,]*)");

  private final Map<Partition, Long> next;

  /** Ordered by log, then by number. */
  private record Partition(Log log, int number) implements Comparable<Partition> {

    @Override
    public int compareTo(Partition other) {
      int logs = log.compareTo(other.log);
      return logs == 0 ? Integer.compare(number, other.number) : logs;
    }
  }

  private Positions(Map<Partition, Long> next) {
    this.next = Collections.unmodifiableMap(new TreeMap<>(next));
  }

  /** What {@link #toString} gave; empty if it is anything else. */
  public static Optional<Positions> parse(String text) {
    Map<Partition, Long> next = new TreeMap<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      Matcher matcher = PART.matcher(part);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Log log = Log.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
      String[] offsets = matcher.group(2).split(",", -1);
      for (int number = 0; number < offsets.length; number++) {
        if (offsets[number].length() > LONGEST_OFFSET) {
          return Optional.empty();
        }
        if (!offsets[number].isEmpty()) {
          next.put(new Partition(log, number), Long.parseLong(offsets[number], RADIX));
        }
      }
    }
    return Optional.of(new Positions(next));
  }

  /** The offset that comes next; 0 if nothing was read of the partition. */
  public long next(Log log, int partition) {
    return next.getOrDefault(new Partition(log, partition), 0L);
  }

  /** These, and a record read. */
  public Positions after(Place place) {
    return at(place.log(), place.partition(), place.offset() + 1);
  }

  /** These, and a partition read up to an offset. */
  public Positions at(Log log, int partition, long offset) {
    Map<Partition, Long> more = new TreeMap<>(next);
    more.put(new Partition(log, partition), offset);
    return new Positions(more);
  }

  /** Whether a record stands before them. */
  public boolean include(Place place) {
    return place.offset() < next(place.log(), place.partition());
  }

  /** The place that comes next in each partition that was read. */
  List<Place> ends() {
    return next.entrySet().stream()
        .map(one -> new Place(one.getKey().log(), one.getKey().number(), one.getValue()))
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Positions positions && next.equals(positions.next);
  }

  @Override
  public int hashCode() {
    return next.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    Log log = null;
    int number = 0;
    for (Map.Entry<Partition, Long> one : next.entrySet()) {
      if (one.getKey().log() != log) {
        log = one.getKey().log();
        number = 0;
        text.append(text.isEmpty() ? "" : " ").append(log.name().toLowerCase(Locale.ROOT));
        text.append('=');
      }
      for (; number < one.getKey().number(); number++) {
        text.append(',');
      }
      text.append(Long.toString(one.getValue(), RADIX));
    }
    return text.toString();
  }
}
