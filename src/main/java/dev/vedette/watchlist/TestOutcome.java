package dev.vedette.watchlist;

import java.util.List;

/**
 * What became of one of an entry's own tests.
 *
 * @param watchlist id of the watchlist
 * @param entry id of the entry
 * @param text the text that was tried
 * @param expected whether the entry should alert on it
 * @param got whether it did
 * @param hits what it found there; possibly none, and possibly only worth showing
 */
public record TestOutcome(
    String watchlist, String entry, String text, boolean expected, boolean got, List<Hit> hits) {

  /** Copies its list. */
  public TestOutcome {
    hits = List.copyOf(hits);
  }

  /** Whether the entry does what its author expects. */
  public boolean passed() {
    return expected == got;
  }
}
