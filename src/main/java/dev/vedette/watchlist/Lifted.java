package dev.vedette.watchlist;

import dev.vedette.article.Zone;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry with one of its conditions lifted.
 *
 * @param entry the entry as its author wrote it
 */
record Lifted(Entry entry) {

  /** Whatever the source. */
  Entry sources() {
    Filters own = entry.filters();
    return filters(new Filters(Set.of(), own.languages(), own.zones(), own.minScore()));
  }

  /** Whatever the source and the language. */
  Entry sourcesAndLanguages() {
    return filters(
        new Filters(Set.of(), Set.of(), entry.filters().zones(), entry.filters().minScore()));
  }

  /** Whatever the source, the language and the score. */
  Entry score() {
    return filters(new Filters(Set.of(), Set.of(), entry.filters().zones(), 0));
  }

  /** Without names of somebody else. */
  Entry not() {
    return with(entry.names(), entry.weak(), entry.context(), List.of(), entry.query(), open());
  }

  /** These names instead of all others, and wherever they stand. */
  Entry names(List<Name> names) {
    return with(names, List.of(), List.of(), List.of(), null, open());
  }

  /** The names that vouch for weak ones. */
  List<Name> strongAndContext() {
    return Stream.concat(entry.names().stream(), entry.context().stream()).toList();
  }

  /** All names of the entry, each changed; those that this leaves as they are do not count. */
  Entry changed(UnaryOperator<Name> change) {
    return names(
        all().stream().filter(name -> !change.apply(name).equals(name)).map(change).toList());
  }

  /** Strong names and weak ones. */
  List<Name> all() {
    return Stream.concat(entry.names().stream(), entry.weak().stream()).toList();
  }

  private static Filters open() {
    return new Filters(Set.of(), Set.of(), Set.of(Zone.values()), 0);
  }

  private Entry filters(Filters filters) {
    return with(entry.names(), entry.weak(), entry.context(), entry.not(), entry.query(), filters);
  }

  private Entry with(
      List<Name> names,
      List<Name> weak,
      List<Name> context,
      List<Name> not,
      @Nullable Query query,
      Filters filters) {
    return new Entry(
        entry.id(),
        entry.kind(),
        entry.title(),
        names,
        weak,
        context,
        not,
        query,
        entry.severity(),
        entry.tags(),
        filters,
        null,
        Entry.Tests.NONE);
  }
}
