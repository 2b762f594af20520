package dev.vedette.web;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Feedback;
import dev.vedette.history.Filed;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a list shows it.
 *
 * @param id of the alert
 * @param state what the last event said of it
 * @param raisedAt when its article was fetched
 * @param changedAt when the last event's was
 * @param watchlist id
 * @param entry id
 * @param title what the entry is called
 * @param severity how urgent
 * @param score 0..1
 * @param tags sorted
 * @param silenced null unless the entry was silenced
 * @param article without its text
 * @param snippet the words around the best mention
 * @param hits the first {@link #MOST_HITS} mentions
 * @param totalHits how many there are in all
 * @param copies how many copies the story has
 * @param summary what it stands for; null in all but a summary
 * @param feedback what was said of it; null if nothing was
 */
record AlertRow(
    String id,
    Alert.Type state,
    Instant raisedAt,
    Instant changedAt,
    String watchlist,
    String entry,
    String title,
    Severity severity,
    double score,
    List<String> tags,
    Alert.@Nullable Silenced silenced,
    Alert.ArticleRef article,
    String snippet,
    List<Hit> hits,
    int totalHits,
    int copies,
    Alert.@Nullable Summary summary,
    @Nullable Feedback feedback) {

  private static final int MOST_HITS = 5;

  static AlertRow of(Filed filed) {
    Alert alert = filed.alert();
    return new AlertRow(
        alert.id(),
        filed.state(),
        alert.raisedAt(),
        filed.changedAt(),
        alert.watchlist(),
        alert.entry(),
        alert.title(),
        alert.severity(),
        alert.score(),
        alert.tags(),
        alert.silenced(),
        alert.article(),
        alert.snippet(),
        alert.hits().subList(0, Math.min(MOST_HITS, alert.hits().size())),
        alert.totalHits(),
        alert.story().totalCopies(),
        alert.summary(),
        filed.feedback());
  }
}
