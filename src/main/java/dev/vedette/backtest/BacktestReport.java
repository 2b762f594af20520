package dev.vedette.backtest;

import dev.vedette.alert.Alert;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a backtest. An alert here is a story of an entry, whatever the number of its copies.
 *
 * @param articles how many were read
 * @param first when the first of them was fetched; null if there was none
 * @param last when the last of them was fetched; null if there was none
 * @param currentVersion of the watchlists in force
 * @param candidateVersion of those that may take their place; the same as the current one where
 *     there was nothing to compare
 * @param gained alerts that only the candidate tells
 * @param lost alerts that only the current version tells
 * @param same alerts that both tell
 * @param changes the entries that gain or lose alerts, by id
 * @param noise the candidate's entries that found something, the loudest first
 * @param neverFired the candidate's entries that raised no alert, by id
 * @param overlaps pairs of the candidate's entries that alert on the same words, the most frequent
 *     first
 */
public record BacktestReport(
    long articles,
    @Nullable Instant first,
    @Nullable Instant last,
    String currentVersion,
    String candidateVersion,
    long gained,
    long lost,
    long same,
    List<EntryChange> changes,
    List<EntryNoise> noise,
    List<EntryRef> neverFired,
    List<Overlap> overlaps) {

  private static final String SCHEMA = "vedette.backtest/1";

  /** Alerts of one entry and kind that are listed one by one; there may be more. */
  public static final int MOST_LISTED = 1_000;

  /** Copies its lists. */
  public BacktestReport {
    changes = List.copyOf(changes);
    noise = List.copyOf(noise);
    neverFired = List.copyOf(neverFired);
    overlaps = List.copyOf(overlaps);
  }

  /** The name and major version of its JSON. */
  public String schema() {
    return SCHEMA;
  }

  /** Whether two versions were compared, rather than one looked at. */
  public boolean compares() {
    return !currentVersion.equals(candidateVersion);
  }

  /** What the candidate makes of an entry. */
  public enum State {
    /** The candidate has it anew. */
    ADDED,
    /** The candidate has it no longer. */
    REMOVED,
    /** It differs, or what its query refers to does. */
    CHANGED,
    /** Both versions have it alike. */
    UNCHANGED
  }

  /**
   * An entry that gains or loses alerts.
   *
   * @param watchlist id of the list it stands in
   * @param entry its id
   * @param title what it is called
   * @param state what the candidate makes of it
   * @param gained alerts that only the candidate tells
   * @param lost alerts that only the current version tells
   * @param same alerts that both tell
   * @param alerts the gained and lost ones, the latest first, at most {@link #MOST_LISTED} of each
   *     kind
   */
  public record EntryChange(
      String watchlist,
      String entry,
      String title,
      State state,
      long gained,
      long lost,
      long same,
      List<ChangedAlert> alerts) {

    /** Copies its list. */
    public EntryChange {
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * An alert that only one of the versions tells.
   *
   * @param gained whether the candidate tells it; otherwise the current version does
   * @param copies how many more articles carry the story
   * @param alert as it would be told, with the first of its hits
   */
  public record ChangedAlert(boolean gained, int copies, Alert alert) {}

  /**
   * How much an entry finds, and what of it is worth it.
   *
   * @param watchlist id of the list it stands in
   * @param entry its id
   * @param title what it is called
   * @param articles how many raised an alert or were a copy of one that did
   * @param stories alerts, that is, without the copies
   * @param hits all mentions, whether they count or not
   * @param boilerplate 0..1, the share of the mentions that stand in menus, links to other
   *     articles, lines about the author and legal notices
   * @param silenced 0..1, the share of the articles that came while the entry was silenced
   * @param forms the commonest words that it found, as they stood in the texts
   */
  public record EntryNoise(
      String watchlist,
      String entry,
      String title,
      long articles,
      long stories,
      long hits,
      double boilerplate,
      double silenced,
      List<Form> forms) {

    /** Copies its list. */
    public EntryNoise {
      forms = List.copyOf(forms);
    }
  }

  /**
   * Words as they stood in texts.
   *
   * @param surface on one line, cut where it is long
   * @param count how often
   */
  public record Form(String surface, long count) {}

  /** An entry, for a list of some. */
  public record EntryRef(String watchlist, String entry, String title) {}

  /**
   * Two entries that alert on the same words.
   *
   * @param entry id of the one that comes first by its id
   * @param other id of the other one
   * @param articles in how many both alert on words that they share
   * @param ofEntry articles in which the one alerts
   * @param ofOther articles in which the other alerts
   */
  public record Overlap(String entry, String other, long articles, long ofEntry, long ofOther) {}
}
