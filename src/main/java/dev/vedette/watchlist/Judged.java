package dev.vedette.watchlist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A hit, what it is worth, and whether it is a reason for an alert.
 *
 * @param span where it stands
 * @param score 0..1
 * @param counts false if it is only worth showing
 */
record Judged(Hit hit, Span span, double score, boolean counts) {

  /** What counts before what is shown, strong before weak, long before short. */
  private static final Comparator<Judged> BEST_FIRST =
      Comparator.comparing(Judged::counts, Comparator.reverseOrder())
          .thenComparing(one -> one.hit.strength())
          .thenComparing(one -> one.span.from() - one.span.to())
          .thenComparing(Judged::score, Comparator.reverseOrder())
          .thenComparing(Judged::span, Span.BY_PLACE);

  private static final Comparator<Judged> BY_PLACE =
      Comparator.comparing(Judged::span, Span.BY_PLACE);

  /** The best of those that overlap, in order of place. */
  static List<Judged> withoutOverlaps(List<Judged> all) {
    if (all.size() < 2) {
      return List.copyOf(all);
    }
    List<Judged> best = new ArrayList<>(all);
    best.sort(BEST_FIRST);
    NavigableSet<Judged> kept = new TreeSet<>(BY_PLACE);
    for (Judged one : best) {
      Judged before = kept.floor(one);
      Judged after = kept.ceiling(one);
      boolean free = before == null || !before.span.overlaps(one.span);
      if (free && (after == null || !after.span.overlaps(one.span))) {
        kept.add(one);
      }
    }
    return List.copyOf(kept);
  }
}
