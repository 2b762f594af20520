package dev.vedette.watchlist;

import dev.vedette.watchlist.EntrySearch.Found;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the entries make of one article; each is asked once, however many refer to it. */
final class ArticleSearch {

  private final Map<String, CompiledEntry> entries;
  private final Reading reading;
  private final Map<String, List<Found>> found;
  private final Map<String, List<Judged>> judged = new HashMap<>();

  /**
   * @param entries all of them, by id
   * @param found what the index found, by the id of the entry that looks for it
   */
  ArticleSearch(
      Map<String, CompiledEntry> entries, Reading reading, Map<String, List<Found>> found) {
    this.entries = entries;
    this.reading = reading;
    this.found = found;
  }

  /** The entry's match, or null if there is nothing to show. */
  @Nullable Match match(CompiledEntry compiled) {
    List<Judged> hits = judge(compiled.entry());
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

  private List<Judged> judge(Entry entry) {
    List<Judged> known = judged.get(entry.id());
    if (known == null) {
      List<Found> own = found.getOrDefault(entry.id(), List.of());
      known = new EntrySearch(entry, reading, own, this::counting).judge();
      judged.put(entry.id(), known);
    }
    return known;
  }

  private List<Span> counting(String id) {
    CompiledEntry referred = entries.get(id);
    return referred == null
        ? List.of()
        : judge(referred.entry()).stream()
            .filter(Judged::counts)
            .map(hit -> hit.span().labelled("@" + id))
            .toList();
  }
}
