package dev.vedette.watchlist;

import dev.vedette.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What is found of names without the entries and articles around them. */
final class AnIndex {

  private AnIndex() {}

  /** A name, and the kind of its entry. */
  record Sought(Name name, Kind kind) {}

  static VariantIndex of(List<Sought> names) {
    List<Entry> entries = new ArrayList<>();
    for (Sought sought : names) {
      entries.add(
          AnEntry.of("e" + entries.size()).kind(sought.kind()).names(sought.name()).build());
    }
    return VariantIndex.of(new Wanted(List.of(new Watchlist("w", "w", entries, false))));
  }

  /** What a test wants to know of a mention. */
  @FunctionalInterface
  interface Told {
    String of(int name, String surface, int from, List<Change> changes, boolean weak);
  }

  /** All mentions but for surnames alone, as a test words them. */
  static Set<String> found(VariantIndex index, String text, Told told) {
    Set<String> found = new TreeSet<>();
    index.find(
        Tokens.of(text),
        new VariantIndex.Found() {
          @Override
          public void at(int name, int from, int to, List<Change> changes, Witness needed) {
            boolean weak = needed != Witness.NONE;
            found.add(told.of(name, text.substring(from, to), from, changes, weak));
          }

          @Override
          public void surname(int surname, int from, int to, Supplier<List<Change>> changes) {
            if (text.substring(from, to).isBlank()) {
              throw new AssertionError("nothing is a surname in '" + text + "'");
            }
          }
        });
    return found;
  }
}
