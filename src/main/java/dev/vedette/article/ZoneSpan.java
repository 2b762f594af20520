package dev.vedette.article;

import java.util.List;

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

  /**
   * The running text alone: without headline, captions, pointers, bylines and notices.
   *
   * @param zones of the text, in order; what none covers is {@link Zone#BODY}
   */
  public static String prose(String text, List<ZoneSpan> zones) {
    StringBuilder prose = new StringBuilder(text);
    for (int i = zones.size() - 1; i >= 0; i--) {
      ZoneSpan zone = zones.get(i);
      if (zone.zone() != Zone.LEAD && zone.zone() != Zone.BODY) {
        prose.delete(zone.start(), Math.min(prose.length(), zone.end() + 1));
      }
    }
    return prose.toString().strip();
  }
}
