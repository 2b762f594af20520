package dev.vedette.backtest;

import dev.vedette.article.Article;
import dev.vedette.backtest.BacktestReport.State;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of the watchlists side by side. What both say alike is matched once: an entry finds
 * the same whatever other entries there are, but for those that its query refers to.
 */
final class Versions {

  private final Map<String, Listed> entries = new TreeMap<>();
  private final Part alike;
  private final Part before;
  private final Part after;

  /**
   * An entry of either version, as the candidate has it if it does.
   *
   * @param state what the candidate makes of it
   */
  record Listed(String watchlist, String id, String title, State state) {}

  /**
   * What the two versions find in an article.
   *
   * @param alike by entries that are the same in both
   * @param before by the other entries of the current version
   * @param after by the other entries of the candidate
   */
  record Found(List<Match> alike, List<Match> before, List<Match> after) {}

  /**
   * Some entries of a version.
   *
   * @param lists these entries, and others
   * @param ids the entries that are asked
   */
  private record Part(Watchlists lists, Set<String> ids) {

    /** Compiling most of a version anew would cost more than to find what nobody asks for. */
    static Part of(Watchlists version, Set<String> ids) {
      int all = version.lists().stream().mapToInt(list -> list.entries().size()).sum();
      return new Part(2 * ids.size() > all ? version : version.only(ids), ids);
    }

    List<Match> match(Article article) {
      return ids.isEmpty()
          ? List.of()
          : lists.match(article).stream()
              .filter(match -> ids.contains(match.entry().id()))
              .toList();
    }
  }

  /**
   * @param only the id of the one entry that is looked at; null for all
   */
  Versions(Watchlists current, Watchlists candidate, @Nullable String only) {
    Set<String> different = current.differences(candidate);
    each(current, only, (list, entry) -> put(list, entry, State.REMOVED));
    each(
        candidate,
        only,
        (list, entry) ->
            put(
                list,
                entry,
                !entries.containsKey(entry.id())
                    ? State.ADDED
                    : different.contains(entry.id()) ? State.CHANGED : State.UNCHANGED));
    this.alike = Part.of(candidate, ids(State.UNCHANGED));
    this.before = Part.of(current, ids(State.CHANGED, State.REMOVED));
    this.after = Part.of(candidate, ids(State.CHANGED, State.ADDED));
  }

  private static void each(
      Watchlists version, @Nullable String only, BiConsumer<Watchlist, Entry> visitor) {
    for (Watchlist list : version.lists()) {
      list.entries().stream()
          .filter(entry -> only == null || only.equals(entry.id()))
          .forEach(entry -> visitor.accept(list, entry));
    }
  }

  private void put(Watchlist list, Entry entry, State state) {
    entries.put(entry.id(), new Listed(list.id(), entry.id(), entry.title(), state));
  }

  private Set<String> ids(State... states) {
    return entries.values().stream()
        .filter(entry -> List.of(states).contains(entry.state()))
        .map(Listed::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Every entry that is looked at, by id. */
  Collection<Listed> entries() {
    return entries.values();
  }

  /** Safe for use by several threads. */
  Found match(Article article) {
    return new Found(alike.match(article), before.match(article), after.match(article));
  }
}
