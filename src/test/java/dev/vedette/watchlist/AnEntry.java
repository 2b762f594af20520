package dev.vedette.watchlist;

import dev.vedette.article.Zone;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry in the making, so that a test says only what it is about. */
final class AnEntry {

  private final String id;
  private List<Name> names = List.of();
  private List<Name> weak = List.of();
  private Kind kind = Kind.CONCEPT;
  private List<Name> context = List.of();
  private List<Name> not = List.of();
  private @Nullable Query query;
  private Filters filters = Filters.NONE;
  private Entry.Tests tests = Entry.Tests.NONE;

  private AnEntry(String id) {
    this.id = id;
  }

  static AnEntry of(String id) {
    return new AnEntry(id);
  }

  AnEntry names(String... all) {
    return names(Stream.of(all).map(Name::of).toArray(Name[]::new));
  }

  AnEntry names(Name... all) {
    names = List.of(all);
    return this;
  }

  AnEntry kind(Kind other) {
    kind = other;
    return this;
  }

  AnEntry weak(String... all) {
    weak = Stream.of(all).map(Name::of).toList();
    return this;
  }

  AnEntry context(String... all) {
    context = Stream.of(all).map(Name::of).toList();
    return this;
  }

  AnEntry not(String... all) {
    not = Stream.of(all).map(Name::of).toList();
    return this;
  }

  AnEntry query(String text) {
    query = Query.parse(text);
    return this;
  }

  AnEntry sources(String... all) {
    filters = new Filters(Set.of(all), filters.languages(), filters.zones(), filters.minScore());
    return this;
  }

  AnEntry languages(String... all) {
    filters = new Filters(filters.sources(), Set.of(all), filters.zones(), filters.minScore());
    return this;
  }

  AnEntry zones(Zone... all) {
    filters = new Filters(filters.sources(), filters.languages(), Set.of(all), filters.minScore());
    return this;
  }

  AnEntry minScore(double score) {
    filters = new Filters(filters.sources(), filters.languages(), filters.zones(), score);
    return this;
  }

  AnEntry tests(List<String> match, List<String> noMatch) {
    tests = new Entry.Tests(match, noMatch);
    return this;
  }

  Entry build() {
    return new Entry(
        id,
        kind,
        id,
        names,
        weak,
        context,
        not,
        query,
        Severity.MEDIUM,
        Set.of(),
        filters,
        null,
        tests);
  }

  static Watchlists list(AnEntry... entries) {
    List<Entry> built = Stream.of(entries).map(AnEntry::build).toList();
    return Watchlists.of(List.of(new Watchlist("list", "List", built, false)), "v1");
  }
}
