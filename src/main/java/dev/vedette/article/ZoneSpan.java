package dev.vedette.article;

/**
 * A stretch of an article's body that belongs to one zone.
 *
 * @param zone what it is
 * @param start UTF-16 offset into the body
 * @param end UTF-16 offset into the body, exclusive; greater than {@code start}
 */
public record ZoneSpan(Zone zone, int start, int end) {

  /**
   * @throws IllegalArgumentException if the span is empty or starts before the body
   */
  public ZoneSpan {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "zone " + zone + ": " + start + ".." + end + " (expected: 0 <= start < end)");
    }
  }
}
