package dev.vedette.watchlist;

import dev.vedette.article.Zone;
import dev.vedette.watchlist.CompiledEntry.Role;
import dev.vedette.watchlist.CompiledEntry.Sought;
import dev.vedette.watchlist.Hit.Field;
import dev.vedette.watchlist.Hit.Strength;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What one entry makes of one article; {@link #judge} is the whole of it, step by step. */
final class EntrySearch {

  /** Something that was looked for, and where it was found. */
  record Found(Sought sought, Span span) {}

  private final Entry entry;
  private final Reading reading;
  private final Function<String, List<Span>> references;
  private final Map<Role, List<Found>> found = new EnumMap<>(Role.class);
  private final Overlaps others;
  private final Map<Query, List<Span>> expressions = new HashMap<>();

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
    this.others = new Overlaps(of(Role.NOT).stream().map(Found::span).toList());
  }

  /** The hits, in order of place; none if the entry has nothing to do with the article. */
  List<Judged> judge() {
    if (!admits()) {
      return List.of();
    }
    dropWhatIsSomebodyElse();
    List<Span> vouchers = vouchers();
    List<Judged> hits = new ArrayList<>();
    for (Found strong : of(Role.STRONG)) {
      hits.add(judged(strong, Strength.STRONG, alertsAt(strong.span)));
    }
    for (Found weak : of(Role.WEAK)) {
      hits.add(judged(weak, Strength.WEAK, alertsAt(weak.span) && isVouchedFor(weak, vouchers)));
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
    for (Map.Entry<Role, List<Found>> some : found.entrySet()) {
      if (some.getKey() != Role.NOT) {
        some.getValue().removeIf(one -> isSomebodyElse(one.span));
      }
    }
  }

  private boolean isSomebodyElse(Span span) {
    return others
        .overlapping(span)
        .anyMatch(other -> other.contains(span) || !span.contains(other));
  }

  /** What makes weak names count: strong ones and words of context, where they would alert. */
  private List<Span> vouchers() {
    return Stream.of(Role.STRONG, Role.CONTEXT)
        .flatMap(role -> of(role).stream())
        .map(Found::span)
        .filter(this::alertsAt)
        .toList();
  }

  /** By anything but a part of itself. */
  private static boolean isVouchedFor(Found weak, List<Span> vouchers) {
    return vouchers.stream().anyMatch(span -> !weak.span.contains(span));
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
    return judged(words, Set.of(Step.QUERY), Strength.STRONG, counts);
  }

  private Judged judged(Found one, Strength strength, boolean counts) {
    Span span = one.span;
    Set<Step> steps =
        one.sought.spelling().steps(reading.folded(span.field()), span.from(), span.to());
    return judged(span, steps, strength, counts);
  }

  private Judged judged(Span span, Set<Step> steps, Strength strength, boolean counts) {
    Hit hit =
        new Hit(
            span.field(),
            reading.zone(span),
            reading.start(span),
            reading.end(span),
            reading.surface(span),
            span.label(),
            Step.labels(steps),
            strength);
    return new Judged(hit, span, Step.score(steps, strength), counts);
  }

  private boolean alertsAt(Span span) {
    Zone zone = reading.zone(span);
    return entry.filters().alertsIn(zone);
  }

  private List<Found> of(Role role) {
    return found.getOrDefault(role, List.of());
  }
}
