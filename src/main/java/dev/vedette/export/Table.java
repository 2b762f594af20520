package dev.vedette.export;

import dev.vedette.alert.Alert;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Alerts as a table for spreadsheets: CSV with commas and quotes. A cell that a spreadsheet would
 * take for a formula begins with an apostrophe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class Table {

  private static final List<String> COLUMNS =
      List.of(
          "raised_at",
          "type",
          "severity",
          "watchlist",
          "entry",
          "title",
          "score",
          "tags",
          "silenced",
          "source",
          "language",
          "headline",
          "url",
          "published_at",
          "hits",
          "snippet",
          "copies",
          "alert_id",
          "event_id");

  private Table() {}

  /** The first row, with its line break. */
  public static String header() {
    return row(COLUMNS.stream());
  }

  /** An alert's row, with its line break. */
  public static String row(Alert alert) {
    Alert.ArticleRef article = alert.article();
    return row(
        Stream.of(
            alert.raisedAt().toString(),
            alert.type().name().toLowerCase(Locale.ROOT),
            alert.severity().name().toLowerCase(Locale.ROOT),
            alert.watchlist(),
            alert.entry(),
            alert.title(),
            String.format(Locale.ROOT, "%.2f", alert.score()),
            String.join(" ", alert.tags()),
            alert.silenced() == null ? "" : alert.silenced().reason(),
            article.source(),
            article.language(),
            article.title(),
            article.url(),
            Objects.toString(article.publishedAt(), ""),
            Integer.toString(alert.totalHits()),
            alert.snippet(),
            Integer.toString(alert.story().totalCopies()),
            alert.id(),
            alert.eventId()));
  }

  private static String row(Stream<String> cells) {
    return cells.map(Table::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
