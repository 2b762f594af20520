package dev.vedette.sink;

import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.WhyNot;
import java.util.List;
import java.util.Locale;

/**
 * Why there was no alert, as {@code why-not --json} prints it and the page shows it.
 *
 * @param file as the user named it
 * @param title of the article
 * @param alerts whether there is an alert after all
 * @param hits what the entry found, whether or not it counts
 * @param obstacles what is in the way; empty if it alerts
 */
public record WhyNotLine(
    String file,
    String title,
    String entry,
    String watchlist,
    boolean alerts,
    List<Hit> hits,
    List<Line> obstacles) {

  /**
   * One obstacle.
   *
   * @param kind its name, in lower case with hyphens
   * @param text in words
   * @param hits the words of the article that it is about
   */
  public record Line(String kind, String text, List<Hit> hits) {}

  /** The answer for one article. */
  public static WhyNotLine of(String file, ObstacleText text, WhyNot whyNot) {
    return new WhyNotLine(
        file,
        text.article().title(),
        whyNot.entry().id(),
        whyNot.watchlist().id(),
        whyNot.alerts(),
        whyNot.match() == null ? List.of() : whyNot.match().hits(),
        whyNot.obstacles().stream()
            .map(one -> new Line(kind(one), text.of(one), ObstacleText.hits(one)))
            .toList());
  }

  private static String kind(Object obstacle) {
    return obstacle
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
