package dev.vedette.watchlist;

import dev.vedette.text.Tokens;
import dev.vedette.watchlist.CompiledEntry.Role;
import dev.vedette.watchlist.CompiledEntry.Sought;
import dev.vedette.watchlist.EntrySearch.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Collects what of all that is wanted stands in one article. */
final class Finder implements VariantIndex.Found {

  private final Wanted wanted;
  private final VariantIndex variants;
  private final Map<Integer, List<Found>> found = new HashMap<>();
  private final List<SurnameFound> surnames = new ArrayList<>();
  private Hit.Field field = Hit.Field.TITLE;

  /** A surname without a given name. */
  private record SurnameFound(
      int surname, Hit.Field field, int start, int end, Supplier<List<Change>> changes) {}

  Finder(Wanted wanted, VariantIndex variants) {
    this.wanted = wanted;
    this.variants = variants;
  }

  /** What was found, by the number of the entry that looks for it. */
  Map<Integer, List<Found>> find(Reading reading, NameIndex names, Tokens tokens) {
    for (Hit.Field one : reading.fields()) {
      field = one;
      tokens.read(reading.text(one));
      names.find(tokens, this::unchanged);
      variants.find(tokens, this);
    }
    addSurnames();
    return found;
  }

  private void unchanged(int name, Window window, int from, int to) {
    Sought sought = wanted.sought(name);
    if (!sought.hasVariants() || Segmentation.isWord(window.text(), from, to)) {
      int start = window.start(from);
      Spelling spelling = sought.spelling();
      add(
          name,
          new Found(
              sought,
              new Span(field, start, window.end(to), sought.label()),
              () -> Change.of(spelling.steps(window.text(), from, to)),
              false,
              Witness.NONE));
      if (sought.hasVariants()) {
        addWithSuffix(name, spelling, window, from, to);
      }
    }
  }

  private void addWithSuffix(int name, Spelling spelling, Window window, int from, int to) {
    Suffix suffix = Suffix.after(window.text(), to);
    if (suffix != null) {
      List<Change> changes = new ArrayList<>(spelling.changes(window.text(), from, to));
      changes.add(new Change(Step.INFLECTED, suffix.languages()));
      add(name, field, window.start(from), window.end(suffix.to()), changes, Witness.NONE);
    }
  }

  @Override
  public void at(int name, int start, int end, List<Change> changes, Witness needed) {
    add(name, field, start, end, changes, needed);
  }

  @Override
  public void surname(int surname, int start, int end, Supplier<List<Change>> changes) {
    surnames.add(new SurnameFound(surname, field, start, end, changes));
  }

  private void add(
      int name, Hit.Field where, int start, int end, List<Change> changes, Witness needed) {
    Sought sought = wanted.sought(name);
    Span span = new Span(where, start, end, sought.label());
    List<Change> shown = changes.isEmpty() ? List.of(Change.of(Step.EXACT)) : changes;
    add(name, new Found(sought, span, () -> shown, true, needed));
  }

  private void add(int name, Found one) {
    found.computeIfAbsent(wanted.entryOf(name), entry -> new ArrayList<>()).add(one);
  }

  /** The surnames of those who are named in full somewhere, or have a word of their context. */
  private void addSurnames() {
    if (surnames.isEmpty()) {
      return;
    }
    for (int entry : List.copyOf(found.keySet())) {
      if (found.getOrDefault(entry, List.of()).stream().anyMatch(EntrySearch::vouches)) {
        addSurnames(entry);
      }
    }
  }

  private void addSurnames(int entry) {
    int first = wanted.firstName(entry);
    List<Sought> all = wanted.compiled(entry).sought();
    for (int at = 0; at < all.size(); at++) {
      if (all.get(at).role() == Role.STRONG && all.get(at).hasVariants()) {
        addSurname(first + at);
      }
    }
  }

  private void addSurname(int name) {
    int wantedSurname = variants.surname(name);
    for (SurnameFound one : surnames) {
      if (one.surname == wantedSurname) {
        List<Change> changes = new ArrayList<>(one.changes.get());
        changes.add(0, Change.of(Step.SURNAME));
        add(name, one.field, one.start, one.end, changes, Witness.ANY);
      }
    }
  }
}
