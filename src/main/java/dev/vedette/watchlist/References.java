package dev.vedette.watchlist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What entries say of each other by {@code @entry}: all of it must exist and come to an end. */
final class References {

  private final List<Watchlist> lists;
  private final Map<String, Set<String>> targets = new TreeMap<>();

  References(List<Watchlist> lists) {
    this.lists = lists;
    for (Watchlist list : lists) {
      for (Entry entry : list.entries()) {
        targets.computeIfAbsent(entry.id(), id -> new TreeSet<>()).addAll(named(entry));
      }
    }
  }

  /** The ids that an entry's query refers to. */
  static Set<String> named(Entry entry) {
    Set<String> named = new TreeSet<>();
    if (entry.query() != null) {
      collect(entry.query(), named);
    }
    return named;
  }

  private static void collect(Query query, Set<String> named) {
    if (query instanceof Query.Reference reference) {
      named.add(reference.entry());
    }
    Query.parts(query).forEach(part -> collect(part, named));
  }

  /** These entries and all that they refer to, directly or not. */
  Set<String> closure(Set<String> ids) {
    Set<String> all = new HashSet<>();
    ids.forEach(id -> collect(id, all));
    return all;
  }

  private void collect(String id, Set<String> all) {
    if (all.add(id)) {
      targets.getOrDefault(id, Set.of()).forEach(target -> collect(target, all));
    }
  }

  /** Every mistake, in the order of lists and entries. */
  List<EntryProblem> problems() {
    List<EntryProblem> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Watchlist list : lists) {
      for (Entry entry : list.entries()) {
        if (!seen.add(entry.id())) {
          problems.add(
              new EntryProblem(
                  list.id(),
                  entry.id(),
                  "id: '" + entry.id() + "' (expected: unique over all watchlists)"));
        }
        for (String target : named(entry)) {
          if (!targets.containsKey(target)) {
            problems.add(problem(list, entry, target, "the id of an entry"));
          } else if (reaches(target, entry.id(), new HashSet<>())) {
            problems.add(problem(list, entry, target, "an entry that does not refer back to it"));
          }
        }
      }
    }
    return problems;
  }

  private static EntryProblem problem(Watchlist list, Entry entry, String target, String expected) {
    return new EntryProblem(
        list.id(), entry.id(), "query: '@" + target + "' (expected: " + expected + ")");
  }

  private boolean reaches(String from, String to, Set<String> seen) {
    if (from.equals(to)) {
      return true;
    }
    return seen.add(from)
        && targets.getOrDefault(from, Set.of()).stream().anyMatch(next -> reaches(next, to, seen));
  }
}
