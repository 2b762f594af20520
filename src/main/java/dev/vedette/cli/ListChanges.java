package dev.vedette.cli;

import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.EntryChanges;
import java.io.PrintWriter;
import java.util.List;

/** What is new, gone and changed in a list, a line for each entry and one that counts them. */
final class ListChanges {

  private final PrintWriter out;

  ListChanges(PrintWriter out) {
    this.out = out;
  }

  void print(List<Entry> before, List<Entry> now) {
    EntryChanges changes = EntryChanges.between(before, now);
    changes.added().forEach(entry -> out.printf("+ %s %s%n", entry.id(), entry.title()));
    changes.removed().forEach(entry -> out.printf("- %s %s%n", entry.id(), entry.title()));
    changes
        .changed()
        .forEach(
            one -> out.printf("~ %s %s%n", one.now().id(), String.join("; ", one.what())));
    out.println(counts(changes));
    out.flush();
  }

  /** In a line: {@code added: 3, removed: 1, changed: 2, same: 7373}. */
  static String counts(EntryChanges changes) {
    return "added: %d, removed: %d, changed: %d, same: %d"
        .formatted(
            changes.added().size(),
            changes.removed().size(),
            changes.changed().size(),
            changes.same());
  }
}
