package dev.vedette.cli;

import dev.vedette.route.Route;
import dev.vedette.route.Selection;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names in routes that no watchlist knows: no mistake, as it may come later, but often a slip. */
final class RouteCheck {

  private RouteCheck() {}

  /** A sentence for each of them. */
  static List<String> unknown(List<Route> routes, Watchlists watchlists) {
    Set<String> lists = ids(watchlists.lists().stream().map(Watchlist::id).toList());
    List<Entry> all = watchlists.lists().stream().flatMap(list -> list.entries().stream()).toList();
    Set<String> entries = ids(all.stream().map(Entry::id).toList());
    Set<String> tags = ids(all.stream().flatMap(entry -> entry.tags().stream()).toList());
    List<String> lines = new ArrayList<>();
    for (int n = 0; n < routes.size(); n++) {
      Selection selection = routes.get(n).selection();
      say(lines, n, "watchlists", selection.watchlists(), lists);
      say(lines, n, "entries", selection.entries(), entries);
      say(lines, n, "tags", selection.tags(), tags);
    }
    return lines;
  }

  private static Set<String> ids(List<String> ids) {
    return ids.stream().collect(Collectors.toUnmodifiableSet());
  }

  private static void say(
      List<String> lines, int route, String key, Set<String> named, Set<String> known) {
    for (String name : new TreeSet<>(named)) {
      if (!known.contains(name)) {
        lines.add(
            "routes[%d].%s: '%s' is in no watchlist, so nothing comes of it"
                .formatted(route, key, name));
      }
    }
  }
}
