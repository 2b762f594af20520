package dev.vedette.watchlist;

import dev.vedette.watchlist.EntrySearch.Found;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What the entries make of one article; each is asked once, however many refer to it. */
final class ArticleSearch {

  private final Function<String, @Nullable CompiledEntry> entries;
  private final Reading reading;
  private final IntFunction<List<Found>> found;
  private final Map<Integer, List<Judged>> judged = new HashMap<>();

  /**
   * @param entries finds one by its id
   * @param found what was found, by the number of the entry that looks for it
   */
  ArticleSearch(
      Function<String, @Nullable CompiledEntry> entries,
      Reading reading,
      IntFunction<List<Found>> found) {
    this.entries = entries;
    this.reading = reading;
    this.found = found;
  }

  /** The entry's match, or null if there is nothing to show. */
  @Nullable Match match(CompiledEntry compiled) {
    List<Judged> hits = judge(compiled);
    if (hits.isEmpty()) {
      return null;
    }
    boolean counts = hits.stream().anyMatch(Judged::counts);
    double score =
        hits.stream()
            .filter(hit -> hit.counts() == counts)
            .mapToDouble(Judged::score)
            .max()
            .orElseThrow();
    return new Match(
        compiled.watchlist(),
        compiled.entry(),
        counts && score >= compiled.entry().filters().minScore(),
        score,
        hits.stream().map(Judged::hit).toList());
  }

  /** What is not true of the entry's query. */
  List<Obstacle> faults(CompiledEntry one) {
    List<Found> own = found.apply(one.number());
    return new EntrySearch(one.entry(), reading, own, this::counting).faults();
  }

  private List<Judged> judge(CompiledEntry one) {
    List<Judged> known = judged.get(one.number());
    if (known == null) {
      List<Found> own = found.apply(one.number());
      known = new EntrySearch(one.entry(), reading, own, this::counting).judge();
      judged.put(one.number(), known);
    }
    return known;
  }

  private List<Span> counting(String id) {
    CompiledEntry referred = entries.apply(id);
    return referred == null
        ? List.of()
        : judge(referred).stream()
            .filter(Judged::counts)
            .map(hit -> hit.span().labelled("@" + id))
            .toList();
  }
}
