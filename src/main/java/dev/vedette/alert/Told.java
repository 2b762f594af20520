package dev.vedette.alert;

import java.time.Instant;
import java.util.List;

/**
 * What is remembered of a story that was told to the readers of one entry.
 *
 * @param story its id
 * @param first id of the article it was told with
 * @param title of that article, by which a copy under another headline is known
 * @param since when that article was fetched
 * @param copies the first {@link Alert#MAX_COPIES} that came after it
 * @param totalCopies how many there are in all
 */
public record Told(
    String story,
    String first,
    String title,
    Instant since,
    List<Alert.Copy> copies,
    int totalCopies) {

  /** Copies its list. */
  public Told {
    copies = List.copyOf(copies);
  }

  boolean has(String article) {
    return first.equals(article)
        || copies.stream().anyMatch(copy -> copy.article().equals(article));
  }
}
