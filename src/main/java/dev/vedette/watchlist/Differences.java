package dev.vedette.watchlist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one version of the watchlists says otherwise than another. */
final class Differences {

  /** An entry in its place. */
  private record Placed(String watchlist, Entry entry) {}

  private Differences() {}

  /** The ids of the entries that may find something else, sorted. */
  static Set<String> between(List<Watchlist> one, List<Watchlist> other) {
    Map<String, Placed> before = placed(one);
    Map<String, Placed> after = placed(other);
    Set<String> different = new TreeSet<>();
    before.forEach(
        (id, entry) -> {
          if (!entry.equals(after.get(id))) {
            different.add(id);
          }
        });
    after.keySet().stream().filter(id -> !before.containsKey(id)).forEach(different::add);
    boolean more = !different.isEmpty();
    while (more) { // what refers to a different entry is different too
      more = false;
      for (Placed placed : before.values()) {
        if (References.named(placed.entry()).stream().anyMatch(different::contains)) {
          more |= different.add(placed.entry().id());
        }
      }
    }
    return different;
  }

  private static Map<String, Placed> placed(List<Watchlist> lists) {
    Map<String, Placed> placed = new HashMap<>();
    for (Watchlist list : lists) {
      for (Entry entry : list.entries()) {
        placed.put(entry.id(), new Placed(list.id(), entry));
      }
    }
    return placed;
  }
}
