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

/** Up to where topics were read: for each partition the offset that comes next. Immutable. */
public final class Positions {

  /** Before the first record of every partition. */
  public static final Positions START = new Positions(Map.of());

  private static final Pattern PART =
      Pattern.compile("(alerts|feedback|articles)\\.(\\d{1,5})\\.(\\d{1,18})");
  private static final int MAX_TEXT = 20_000;

  private final Map<String, Long> next;

  private Positions(Map<String, Long> next) {
    this.next = Collections.unmodifiableMap(new TreeMap<>(next));
  }

  /** What {@link #toString} gave; empty if it is anything else. */
  public static Optional<Positions> parse(String text) {
    if (text.length() > MAX_TEXT) {
      return Optional.empty();
    }
    Map<String, Long> next = new TreeMap<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      Matcher matcher = PART.matcher(part);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      next.put(matcher.group(1) + '.' + matcher.group(2), Long.parseLong(matcher.group(3)));
    }
    return Optional.of(new Positions(next));
  }

  /** The offset that comes next; 0 if nothing was read of the partition. */
  public long next(Log log, int partition) {
    return next.getOrDefault(key(log, partition), 0L);
  }

  /** These, and a record read. */
  public Positions after(Place place) {
    return at(place.log(), place.partition(), place.offset() + 1);
  }

  /** These, and a partition read up to an offset. */
  public Positions at(Log log, int partition, long offset) {
    Map<String, Long> more = new TreeMap<>(next);
    more.put(key(log, partition), offset);
    return new Positions(more);
  }

  /** Whether a record stands before them. */
  public boolean include(Place place) {
    return place.offset() < next(place.log(), place.partition());
  }

  /** The place that comes next in each partition that was read. */
  List<Place> ends() {
    return next.entrySet().stream()
        .map(
            one -> {
              String[] key = one.getKey().split("\\.", 2);
              Log log = Log.valueOf(key[0].toUpperCase(Locale.ROOT));
              return new Place(log, Integer.parseInt(key[1]), one.getValue());
            })
        .toList();
  }

  private static String key(Log log, int partition) {
    return log.name().toLowerCase(Locale.ROOT) + '.' + partition;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Positions positions && next.equals(positions.next);
  }

  @Override
  public int hashCode() {
    return next.hashCode();
  }

  /** Log, partition and next offset of each, parted by a space. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    next.forEach(
        (key, offset) ->
            text.append(text.isEmpty() ? "" : " ").append(key).append('.').append(offset));
    return text.toString();
  }
}
