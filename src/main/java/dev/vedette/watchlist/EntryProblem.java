package dev.vedette.watchlist;

/**
 * Something wrong with an entry that only shows beside the others.
 *
 * @param watchlist id of the watchlist
 * @param entry id of the entry
 * @param message {@code key: 'value' (expected: ...)}
 */
public record EntryProblem(String watchlist, String entry, String message) {

  @Override
  public String toString() {
    return watchlist + ": " + entry + ": " + message;
  }
}
