package dev.vedette.watchlist;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Spans, arranged so that those which overlap another one are quickly at hand. */
final class Overlaps {

  private final Span[] spans;

  /** For each span how far those of its field reach that begin no later. */
  private final int[] reaches;

  Overlaps(List<Span> all) {
    spans = all.toArray(Span[]::new);
    Arrays.sort(spans, Span.BY_PLACE);
    reaches = new int[spans.length];
    for (int at = 0; at < spans.length; at++) {
      boolean sameField = at > 0 && spans[at - 1].field() == spans[at].field();
      reaches[at] = Math.max(spans[at].to(), sameField ? reaches[at - 1] : 0);
    }
  }

  Stream<Span> overlapping(Span span) {
    return IntStream.iterate(lastBefore(span), at -> reaches(at, span), at -> at - 1)
        .mapToObj(at -> spans[at])
        .filter(span::overlaps);
  }

  private boolean reaches(int at, Span span) {
    return at >= 0 && spans[at].field() == span.field() && reaches[at] > span.from();
  }

  /** The last span that begins before this one ends. */
  private int lastBefore(Span span) {
    Span end = new Span(span.field(), span.to(), 0, "");
    int place = Arrays.binarySearch(spans, end, Span.BY_PLACE);
    return (place < 0 ? -place - 1 : place) - 1;
  }
}
