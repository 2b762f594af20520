package dev.vedette.watchlist;

import dev.vedette.article.Zone;
import dev.vedette.watchlist.CompiledEntry.Role;
import dev.vedette.watchlist.CompiledEntry.Sought;
import dev.vedette.watchlist.Hit.Field;
import dev.vedette.watchlist.Hit.Strength;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one entry makes of one article; {@link #judge} is the whole of it, step by step. */
final class EntrySearch {

  /**
   * Something that was looked for, and where it was found.
   *
   * @param changes from what was looked for to what stands there; told only if anybody asks
   * @param varied whether it stands there in other letters than it was given in
   * @param needed what has to vouch for it, so much as it is changed
   */
  record Found(
      Sought sought, Span span, Supplier<List<Change>> changes, boolean varied, Witness needed) {}

  private final Entry entry;
  private final Reading reading;
  private final Function<String, List<Span>> references;
  private final Map<Role, List<Found>> found = new EnumMap<>(Role.class);
  private final Map<Query, List<Span>> expressions = new HashMap<>();
  private @Nullable Overlaps others;
  private @Nullable List<Found> vouchers;

  /**
   * @param all everything of the entry that was found in the article
   * @param references the mentions that count for another entry, by its id
   */
  EntrySearch(
      Entry entry, Reading reading, List<Found> all, Function<String, List<Span>> references) {
    this.entry = entry;
    this.reading = reading;
    this.references = references;
    for (Found one : all) {
      found.computeIfAbsent(one.sought.role(), role -> new ArrayList<>()).add(one);
    }
  }

  /** The hits, in order of place; none if the entry has nothing to do with the article. */
  List<Judged> judge() {
    if (!admits()) {
      return List.of();
    }
    dropWhatIsSomebodyElse();
    dropWhatIsCalledWeak();
    List<Judged> hits = new ArrayList<>();
    for (Found one : named()) {
      boolean weak = isWeak(one);
      boolean counts = alertsAt(one.span) && (!weak || isVouchedFor(one));
      hits.add(judged(one, weak ? Strength.WEAK : Strength.STRONG, counts));
    }
    hits.addAll(byQuery());
    return Judged.withoutOverlaps(hits);
  }

  private boolean admits() {
    Filters filters = entry.filters();
    String language = reading.article().language();
    return (filters.sources().isEmpty() || filters.sources().contains(reading.article().source()))
        && (filters.languages().isEmpty()
            || language.isEmpty()
            || filters.languages().contains(primaryTag(language)));
  }

  private static String primaryTag(String language) {
    return language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }

  /** A name under {@code not} swallows what it overlaps, unless that is longer and holds it. */
  private void dropWhatIsSomebodyElse() {
    if (of(Role.NOT).isEmpty()) {
      return;
    }
    for (Map.Entry<Role, List<Found>> some : found.entrySet()) {
      if (some.getKey() != Role.NOT) {
        some.getValue().removeIf(one -> isSomebodyElse(one.span));
      }
    }
  }

  /**
   * What is a weak name is not made strong by a strong one in another script that reads the same.
   */
  private void dropWhatIsCalledWeak() {
    Set<Span> weak = new HashSet<>();
    of(Role.WEAK).forEach(one -> weak.add(place(one)));
    if (!weak.isEmpty()) {
      found
          .getOrDefault(Role.STRONG, new ArrayList<>())
          .removeIf(one -> one.varied && weak.contains(place(one)));
    }
  }

  private static Span place(Found one) {
    return new Span(one.span.field(), one.span.from(), one.span.to(), "");
  }

  private boolean isSomebodyElse(Span span) {
    if (others == null) {
      others = new Overlaps(of(Role.NOT).stream().map(Found::span).toList());
    }
    return others
        .overlapping(span)
        .anyMatch(other -> other.contains(span) || !span.contains(other));
  }

  /** Whether it is enough for the surname alone to count. */
  static boolean vouches(Found one) {
    Role role = one.sought.role();
    return role == Role.CONTEXT || (role == Role.STRONG && !isWeak(one));
  }

  private List<Found> named() {
    List<Found> named = new ArrayList<>(of(Role.STRONG));
    named.addAll(of(Role.WEAK));
    return named;
  }

  private static boolean isWeak(Found one) {
    return one.sought.role() == Role.WEAK || one.needed != Witness.NONE;
  }

  /** What makes weak names count: strong ones and words of context, where they would alert. */
  private List<Found> vouchers() {
    if (vouchers != null) {
      return vouchers;
    }
    vouchers =
        Stream.of(Role.STRONG, Role.CONTEXT)
            .flatMap(role -> of(role).stream())
            .filter(EntrySearch::vouches)
            .filter(one -> alertsAt(one.span))
            .toList();
    return vouchers;
  }

  /** By anything but a part of itself. */
  private boolean isVouchedFor(Found weak) {
    return vouchers().stream()
        .filter(one -> weak.needed != Witness.NAME || one.sought.role() == Role.STRONG)
        .anyMatch(one -> !weak.span.contains(one.span));
  }

  private List<Judged> byQuery() {
    Query query = entry.query();
    if (query == null) {
      return List.of();
    }
    List<Occurrence> reasons = new QuerySearch(reading, this::simple, this::alertsAt).find(query);
    List<Occurrence> shown =
        reasons.isEmpty()
            ? new QuerySearch(reading, this::simple, span -> true).find(query)
            : reasons;
    return merged(shown).map(span -> judged(span, !reasons.isEmpty())).toList();
  }

  /** What is not true of the query, if the entry has one. */
  List<Obstacle> faults() {
    Query query = entry.query();
    if (query == null) {
      return List.of();
    }
    dropWhatIsSomebodyElse();
    return new QueryFaults(
            reading,
            new QuerySearch(reading, this::simple, this::alertsAt),
            new QuerySearch(reading, this::simple, span -> true))
        .of(query);
  }

  private List<Span> simple(Query query) {
    if (query instanceof Query.Words) {
      String label = query.toString();
      return of(Role.QUERY).stream()
          .filter(one -> one.sought.label().equals(label))
          .map(Found::span)
          .toList();
    }
    return expressions.computeIfAbsent(query, this::express);
  }

  private List<Span> express(Query query) {
    List<Span> spans = new ArrayList<>();
    if (query instanceof Query.Reference reference) {
      spans.addAll(references.apply(reference.entry()));
    } else if (query instanceof Query.Regex regex) {
      for (Field field : reading.fields()) {
        Regexes.find(
            regex.pattern(),
            reading.text(field),
            reading.folded(field),
            (from, to) -> spans.add(new Span(field, from, to, query.toString())));
      }
    }
    spans.removeIf(this::isSomebodyElse);
    return spans;
  }

  /** What stands side by side is one hit. */
  private Stream<Span> merged(List<Occurrence> occurrences) {
    List<Span> merged = new ArrayList<>();
    for (Span leaf : Occurrence.leaves(occurrences.stream()).toList()) {
      int last = merged.size() - 1;
      if (last >= 0 && reading.adjoin(merged.get(last), leaf)) {
        merged.set(last, merged.get(last).joined(leaf));
      } else {
        merged.add(leaf);
      }
    }
    return merged.stream();
  }

  private Judged judged(Span words, boolean counts) {
    return judged(words, List.of(Change.of(Step.QUERY)), Strength.STRONG, counts);
  }

  private Judged judged(Found one, Strength strength, boolean counts) {
    return judged(one.span, one.changes.get(), strength, counts);
  }

  private Judged judged(Span span, List<Change> all, Strength strength, boolean counts) {
    String language = primaryTag(reading.article().language());
    List<Change> changes = Change.likeliest(all, language, reading.surface(span));
    Hit hit = reading.hit(span, Change.labels(changes), strength);
    return new Judged(hit, span, Step.score(changes, strength, language), counts);
  }

  private boolean alertsAt(Span span) {
    Zone zone = reading.zone(span);
    return entry.filters().alertsIn(zone);
  }

  private List<Found> of(Role role) {
    return found.getOrDefault(role, List.of());
  }
}
