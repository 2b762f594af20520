package dev.vedette.alert;

import dev.vedette.text.Imprint;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Limits;
import dev.vedette.watchlist.Severity;
import dev.vedette.watchlist.Silence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A match on its way to becoming an alert: everything that the story step needs, without the text.
 *
 * @param watchlist id of the watchlist
 * @param watchlistVersion the state of the watchlists that made the match
 * @param entry id of the entry; the key it is repartitioned by
 * @param title what the entry is called
 * @param severity how urgent
 * @param score 0..1
 * @param tags sorted
 * @param silence the entry's own, or null
 * @param limits the entry's own; the defaults in one that an earlier version has written
 * @param article the article, without its text
 * @param imprint of the text, by which copies are told; {@link Imprint#NONE} in one that an earlier
 *     version has written
 * @param hits at most {@link Alert#MAX_HITS}; none in a withdrawal
 * @param totalHits how many there are in all
 * @param snippet the words around the best hit
 */
public record Candidate(
    String watchlist,
    String watchlistVersion,
    String entry,
    String title,
    Severity severity,
    double score,
    List<String> tags,
    @Nullable Silence silence,
    Limits limits,
    Alert.ArticleRef article,
    Imprint imprint,
    List<Hit> hits,
    int totalHits,
    String snippet) {

  /** Copies its lists. */
  public Candidate {
    limits = limits == null ? Limits.DEFAULTS : limits;
    imprint = imprint == null ? Imprint.NONE : imprint;
    tags = List.copyOf(tags);
    hits = List.copyOf(hits);
  }

  /** The same, to be told whatever limits its entry has. */
  public Candidate unlimited() {
    return new Candidate(
        watchlist,
        watchlistVersion,
        entry,
        title,
        severity,
        score,
        tags,
        silence,
        Limits.NONE,
        article,
        imprint,
        hits,
        totalHits,
        snippet);
  }

  /** Whether it says that the article was edited and matches the entry no longer. */
  public boolean isWithdrawal() {
    return totalHits == 0;
  }
}
