package dev.vedette.backtest;

import dev.vedette.article.Article;
import dev.vedette.backtest.BacktestReport.State;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of the watchlists side by side. An entry finds the same whatever other entries there
 * are, but for those that its query refers to. So both versions are put into one, in which the
 * entries of the current version that differ stand under another id, and an article is read once.
 */
final class Versions {

  /** What an id begins with where both versions have one; no id in a file has a space. */
  private static final String BEFORE = "before ";

  private final Map<String, Listed> entries = new TreeMap<>();
  private final Map<String, Placed> renamed = new HashMap<>();
  private final Watchlists both;

  /** The entries of the current version that differ and have queries, which may name others. */
  private final Part queries;

  private final Set<String> alike;
  private final Set<String> after;

  /** An entry of the current version, in its list. */
  private record Placed(Watchlist list, Entry entry) {

    Match match(Match found) {
      return new Match(list, entry, found.alerts(), found.score(), found.hits());
    }
  }

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
    this.alike = ids(State.UNCHANGED);
    this.after = ids(State.CHANGED, State.ADDED);
    Set<String> before = ids(State.CHANGED, State.REMOVED);
    Set<String> asked = new HashSet<>();
    List<Watchlist> others = new ArrayList<>();
    for (Watchlist list : current.lists()) {
      List<Entry> some =
          list.entries().stream().filter(entry -> before.contains(entry.id())).toList();
      some.stream().filter(entry -> entry.query() != null).map(Entry::id).forEach(asked::add);
      others.add(
          with(list, some.stream().filter(entry -> entry.query() == null).toList(), renamed));
    }
    this.queries = new Part(current.only(asked), asked);
    this.both = joined(only == null ? candidate : candidate.only(union(alike, after)), others);
  }

  /** A list of these entries only, each under another id by which it is known. */
  private static Watchlist with(Watchlist list, List<Entry> entries, Map<String, Placed> renamed) {
    List<Entry> others = new ArrayList<>();
    for (Entry entry : entries) {
      String id = BEFORE + entry.id();
      renamed.put(id, new Placed(list, entry));
      others.add(entry.withId(id));
    }
    return new Watchlist(list.id(), list.title(), others, false);
  }

  private static Watchlists joined(Watchlists candidate, List<Watchlist> others) {
    List<Watchlist> lists = new ArrayList<>(candidate.lists());
    others.stream().filter(list -> !list.entries().isEmpty()).forEach(lists::add);
    return lists.size() == candidate.lists().size()
        ? candidate
        : Watchlists.of(lists, candidate.version());
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return all;
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
    List<Match> same = new ArrayList<>();
    List<Match> mine = new ArrayList<>();
    List<Match> theirs = new ArrayList<>(queries.match(article));
    for (Match match : both.match(article)) {
      Placed placed = renamed.get(match.entry().id());
      if (placed != null) {
        theirs.add(placed.match(match));
      } else if (alike.contains(match.entry().id())) {
        same.add(match);
      } else if (after.contains(match.entry().id())) {
        mine.add(match);
      }
    }
    return new Found(same, theirs, mine);
  }
}
