package dev.vedette.watchlist;

import dev.vedette.watchlist.Hit.Field;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of an article that something was found in.
 *
 * @param from where it begins in the field, in UTF-16 code units
 * @param to where it ends; greater than {@code from}
 * @param label what was looked for, as the analyst wrote it
 */
record Span(Field field, int from, int to, String label) {

  static final Comparator<Span> BY_PLACE =
      Comparator.comparing(Span::field)
          .thenComparingInt(Span::from)
          .thenComparingInt(Span::to)
          .thenComparing(Span::label);

  boolean overlaps(Span other) {
    return field == other.field && from < other.to && other.from < to;
  }

  boolean contains(Span other) {
    return field == other.field && from <= other.from && other.to <= to;
  }

  /** Both and what is between them, under both labels. */
  Span joined(Span next) {
    String labels =
        List.of(label.split(" ")).contains(next.label) ? label : label + " " + next.label;
    return new Span(field, from, Math.max(to, next.to), labels);
  }

  Span labelled(String other) {
    return new Span(field, from, to, other);
  }
}
