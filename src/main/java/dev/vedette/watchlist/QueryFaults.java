package dev.vedette.watchlist;

import dev.vedette.watchlist.Hit.Strength;
import dev.vedette.watchlist.Query.And;
import dev.vedette.watchlist.Query.Meta;
import dev.vedette.watchlist.Query.Near;
import dev.vedette.watchlist.Query.Not;
import dev.vedette.watchlist.Query.Or;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which parts of a query are not true of an article.
 *
 * @param reading the article
 * @param counting finds what counts
 * @param anywhere finds the same wherever it stands
 */
record QueryFaults(Reading reading, QuerySearch counting, QuerySearch anywhere) {

  /** Everything that keeps the query from being true; none if it is. */
  List<Obstacle> of(Query query) {
    if (counting.holds(query)) {
      return List.of();
    }
    if (query instanceof And and) {
      return and.operands().stream().flatMap(part -> of(part).stream()).toList();
    }
    if (query instanceof Or or) {
      return ofEither(or);
    }
    if (query instanceof Near near && anywhere.find(query).isEmpty()) {
      return apart(near);
    }
    if (query instanceof Not not) {
      Hit hit = first(counting, not.operand()).orElse(null);
      return List.of(new Obstacle.Excluded(not.operand().toString(), hit));
    }
    if (query instanceof Meta meta) {
      String known = QuerySearch.known(reading.article(), meta.key());
      return List.of(new Obstacle.Otherwise(meta.toString(), known));
    }
    Query sought = query instanceof Query.Title title ? title.operand() : query;
    return List.of(
        first(anywhere, sought)
            .<Obstacle>map(hit -> new Obstacle.OutOfScope(query.toString(), hit))
            .orElseGet(() -> new Obstacle.Absent(query.toString())));
  }

  /** Of alternatives those that come near; if none does, all of them at once are absent. */
  private List<Obstacle> ofEither(Or or) {
    List<Obstacle> near =
        or.operands().stream()
            .flatMap(part -> of(part).stream())
            .filter(obstacle -> !(obstacle instanceof Obstacle.Absent))
            .toList();
    return near.isEmpty() ? List.of(new Obstacle.Absent(or.toString())) : near;
  }

  /** The pair that comes nearest, if both sides are there at all; or else the side that is not. */
  private List<Obstacle> apart(Near near) {
    List<Span> left = spans(near.left());
    List<Span> right = spans(near.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Stream.of(near.left(), near.right()).flatMap(side -> of(side).stream()).toList();
    }
    Span nearestLeft = left.get(0);
    Span nearestRight = right.get(0);
    int least = Integer.MAX_VALUE;
    for (Span one : left) {
      for (Span other : right) {
        int words = words(one, other);
        if (words < least) {
          least = words;
          nearestLeft = one;
          nearestRight = other;
        }
      }
    }
    int words = least == Integer.MAX_VALUE ? 0 : least;
    return List.of(
        new Obstacle.Apart(
            near.toString(), hit(nearestLeft), hit(nearestRight), words, near.distance()));
  }

  private int words(Span one, Span other) {
    if (one.field() != other.field()) {
      return Integer.MAX_VALUE;
    }
    return one.from() < other.from()
        ? reading.word(other.field(), other.from()) - reading.word(one.field(), one.to() - 1)
        : reading.word(one.field(), one.from()) - reading.word(other.field(), other.to() - 1);
  }

  /** Few enough that every pair of them can be looked at. */
  private List<Span> spans(Query query) {
    return Occurrence.leaves(anywhere.find(query).stream()).limit(1_000).toList();
  }

  private Optional<Hit> first(QuerySearch search, Query query) {
    return Query.finds(query)
        ? Occurrence.leaves(search.find(query).stream()).findFirst().map(this::hit)
        : Optional.empty();
  }

  private Hit hit(Span span) {
    return reading.hit(span, List.of(Step.QUERY.label()), Strength.STRONG);
  }
}
