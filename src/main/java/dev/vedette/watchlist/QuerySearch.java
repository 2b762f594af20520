package dev.vedette.watchlist;

import dev.vedette.article.Article;
import dev.vedette.watchlist.Hit.Field;
import dev.vedette.watchlist.Query.And;
import dev.vedette.watchlist.Query.Meta;
import dev.vedette.watchlist.Query.Near;
import dev.vedette.watchlist.Query.Not;
import dev.vedette.watchlist.Query.Or;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whether a query is true of an article, and which words make it so.
 *
 * @param reading the article
 * @param simple finds words, regular expressions and references, wherever they are
 * @param scope which of them count
 */
record QuerySearch(Reading reading, Function<Query, List<Span>> simple, Predicate<Span> scope) {

  /** A text that has a word more often is no prose, and the first of them will do. */
  static final int MOST = 10_000;

  /** The ways in which a query is true, each once; of an AND only the closest. */
  List<Occurrence> find(Query query) {
    return query instanceof And and ? closest(windows(and)) : occurrences(query);
  }

  /** All that something else can be near to. */
  private List<Occurrence> occurrences(Query query) {
    if (query instanceof And and) {
      return windows(and);
    }
    if (query instanceof Or or) {
      return or.operands().stream().flatMap(part -> find(part).stream()).distinct().toList();
    }
    if (query instanceof Near near) {
      return new NearSearch(reading, near)
          .pairs(occurrences(near.left()), occurrences(near.right()));
    }
    if (query instanceof Query.Title title) {
      return new QuerySearch(reading, simple, scope.and(reading::isHeadline)).find(title.operand());
    }
    return simple.apply(query).stream().filter(scope).limit(MOST).map(Occurrence::of).toList();
  }

  /** Whether it is true of the article; also for what finds no words by itself. */
  boolean holds(Query query) {
    if (Query.finds(query)) {
      return !find(query).isEmpty();
    }
    if (query instanceof And and) {
      return and.operands().stream().allMatch(this::holds);
    }
    if (query instanceof Or or) {
      return or.operands().stream().anyMatch(this::holds);
    }
    return query instanceof Not not ? fails(not.operand()) : isUnknownOr(true, (Meta) query);
  }

  /** Not the reverse of {@link #holds}: what is not known of an article neither holds nor fails. */
  private boolean fails(Query query) {
    if (Query.finds(query)) {
      return find(query).isEmpty();
    }
    if (query instanceof And and) {
      return and.operands().stream().anyMatch(this::fails);
    }
    if (query instanceof Or or) {
      return or.operands().stream().allMatch(this::fails);
    }
    return query instanceof Not not ? holds(not.operand()) : isUnknownOr(false, (Meta) query);
  }

  private boolean isUnknownOr(boolean expected, Meta meta) {
    Article article = reading.article();
    String known = known(article, meta.key()).toLowerCase(Locale.ROOT);
    String wanted = meta.value().toLowerCase(Locale.ROOT);
    boolean agrees =
        switch (meta.key()) {
          case URL -> known.contains(wanted);
          case SITE -> known.equals(wanted) || known.endsWith("." + wanted);
          case SOURCE -> known.equals(wanted);
          case LANG -> known.equals(wanted) || known.startsWith(wanted + "-");
        };
    return known.isEmpty() || agrees == expected;
  }

  /** What the article has there; empty where that is unknown. */
  static String known(Article article, Meta.Key key) {
    return switch (key) {
      case URL -> article.url();
      case SITE -> article.site();
      case SOURCE -> article.source();
      case LANG -> article.language();
    };
  }

  /** Every stretch that has one occurrence of each operand and could not begin later. */
  private List<Occurrence> windows(And and) {
    List<List<Occurrence>> found = new ArrayList<>();
    for (Query operand : and.operands()) {
      if (!Query.finds(operand)) {
        if (!holds(operand)) {
          return List.of();
        }
        continue;
      }
      List<Occurrence> occurrences = occurrences(operand);
      if (occurrences.isEmpty()) {
        return List.of();
      }
      found.add(occurrences.stream().sorted((a, b) -> Long.compare(place(a), place(b))).toList());
    }
    return sweep(found);
  }

  private List<Occurrence> sweep(List<List<Occurrence>> found) {
    Set<Occurrence> windows = new LinkedHashSet<>();
    int[] next = new int[found.size()];
    while (true) {
      List<Occurrence> window = new ArrayList<>();
      int earliest = 0;
      for (int operand = 0; operand < next.length; operand++) {
        window.add(found.get(operand).get(next[operand]));
        if (place(window.get(operand)) < place(window.get(earliest))) {
          earliest = operand;
        }
      }
      windows.add(Occurrence.of(window));
      if (++next[earliest] == found.get(earliest).size()) {
        return List.copyOf(windows);
      }
    }
  }

  private List<Occurrence> closest(List<Occurrence> windows) {
    return windows.stream()
        .min((a, b) -> Long.compare(width(a), width(b)))
        .map(List::of)
        .orElse(List.of());
  }

  private long width(Occurrence window) {
    return place(window.last().field(), window.end() - 1) - place(window);
  }

  private long place(Occurrence occurrence) {
    return place(occurrence.first().field(), occurrence.first().from());
  }

  /** A line through all fields, on which two of them are further apart than any text is long. */
  private long place(Field field, int at) {
    return (field == Field.TITLE ? 0 : 1L << 32) + reading.word(field, at);
  }
}
