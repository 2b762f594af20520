package dev.vedette.watchlist;

import java.util.List;

/**
 * What one file of an analyst holds: entries that belong together.
 *
 * @param id lower-case letters, digits and hyphens; part of topic names
 * @param title for people; the id where none is given
 * @param entries in file order; possibly none
 * @param ownTopic whether its alerts also go to a topic of its own
 */
public record Watchlist(String id, String title, List<Entry> entries, boolean ownTopic) {

  /** Copies its list. */
  public Watchlist {
    entries = List.copyOf(entries);
  }
}
