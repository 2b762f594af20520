package dev.vedette.cli;

import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.EntryChanges;
import dev.vedette.watchlist.Watchlists;
import java.util.ArrayList;
import java.util.List;

/** What is new, gone and changed among entries, in words. */
final class ListChanges {

  private ListChanges() {}

  /** A line for each entry, and at last one that counts them. */
  static List<String> of(List<Entry> before, List<Entry> now) {
    EntryChanges changes = EntryChanges.between(before, now);
    List<String> lines = new ArrayList<>();
    changes.added().forEach(entry -> lines.add("+ " + entry.id() + " " + entry.title()));
    changes.removed().forEach(entry -> lines.add("- " + entry.id() + " " + entry.title()));
    changes
        .changed()
        .forEach(one -> lines.add("~ " + one.now().id() + " " + String.join("; ", one.what())));
    lines.add(
        "added: %d, removed: %d, changed: %d, same: %d"
            .formatted(
                changes.added().size(),
                changes.removed().size(),
                changes.changed().size(),
                changes.same()));
    return lines;
  }

  /** The same of the entries of all lists. */
  static List<String> of(Watchlists before, Watchlists now) {
    return of(entries(before), entries(now));
  }

  private static List<Entry> entries(Watchlists all) {
    return all.lists().stream().flatMap(list -> list.entries().stream()).toList();
  }
}
