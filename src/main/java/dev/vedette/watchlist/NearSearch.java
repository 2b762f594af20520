package dev.vedette.watchlist;

import dev.vedette.watchlist.Hit.Field;
import dev.vedette.watchlist.Query.Near;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pairs what stands close together.
 *
 * <p>Each occurrence of either side is paired with the nearest of the other side before and after
 * it, so that however crowded a text is there are only a few pairs for each.
 */
final class NearSearch {

  private final Reading reading;
  private final Near near;

  NearSearch(Reading reading, Near near) {
    this.reading = reading;
    this.near = near;
  }

  /** The pairs, each once. */
  List<Occurrence> pairs(List<Occurrence> left, List<Occurrence> right) {
    Set<Occurrence> pairs = new LinkedHashSet<>();
    for (Field field : reading.fields()) {
      List<Occurrence> lefts = in(field, left);
      List<Occurrence> rights = in(field, right);
      follow(lefts, rights, pairs);
      if (!near.ordered()) {
        follow(rights, lefts, pairs);
      }
    }
    return List.copyOf(pairs);
  }

  private static List<Occurrence> in(Field field, List<Occurrence> occurrences) {
    return occurrences.stream()
        .filter(one -> one.first().field() == field && one.last().field() == field)
        .toList();
  }

  /** Adds the pairs of which a first one comes before a second one. */
  private void follow(List<Occurrence> firsts, List<Occurrence> seconds, Set<Occurrence> pairs) {
    NavigableMap<Integer, Occurrence> byStart = new TreeMap<>();
    for (Occurrence second : seconds) {
      byStart.merge(second.first().from(), second, (a, b) -> a.end() <= b.end() ? a : b);
    }
    for (Occurrence first : firsts) {
      addIfNear(first, valueOf(byStart.ceilingEntry(first.end())), pairs);
    }
    NavigableMap<Integer, Occurrence> byEnd = new TreeMap<>();
    for (Occurrence first : firsts) {
      byEnd.merge(first.end(), first, (a, b) -> a.first().from() >= b.first().from() ? a : b);
    }
    for (Occurrence second : seconds) {
      addIfNear(valueOf(byEnd.floorEntry(second.first().from())), second, pairs);
    }
  }

  private static @Nullable Occurrence valueOf(Map.@Nullable Entry<Integer, Occurrence> entry) {
    return entry == null ? null : entry.getValue();
  }

  private void addIfNear(
      @Nullable Occurrence first, @Nullable Occurrence second, Set<Occurrence> pairs) {
    if (first == null || second == null || pairs.size() == QuerySearch.MOST) {
      return;
    }
    Field field = first.last().field();
    int words = reading.word(field, second.first().from()) - reading.word(field, first.end() - 1);
    if (words <= near.distance()) {
      pairs.add(Occurrence.of(List.of(first, second)));
    }
  }
}
