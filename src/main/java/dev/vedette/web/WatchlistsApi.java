package dev.vedette.web;

import dev.vedette.history.AlertFilter;
import dev.vedette.history.Tally;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Watchlists as they are in force, each summed up, and their files. */
final class WatchlistsApi {

  private final Desk desk;
  private final Clock clock;
  private final Function<Object, Answer> json;

  WatchlistsApi(Desk desk, Clock clock, Function<Object, Answer> json) {
    this.desk = desk;
    this.clock = clock;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/api/watchlists", call -> lists()),
        new Route("GET", "/api/watchlists/{id}/file", this::file));
  }

  private record Lists(String version, List<String> problems, List<Sum> items) {}

  /**
   * A watchlist with what became of it.
   *
   * @param entries how many it has
   * @param fired how many of them ever raised an alert
   * @param silenced how many of them are silenced now
   * @param last when it last raised one; null if it never did
   */
  private record Sum(
      String id,
      String title,
      int entries,
      int fired,
      int silenced,
      int alerts,
      int falseAlarms,
      @Nullable Instant last) {}

  private Answer lists() {
    Watchlists lists = desk.watchlists();
    Map<String, Tally> tallies = desk.alerts().tallies(AlertFilter.ALL);
    Map<String, Silenced> silences = Silenced.asked(desk, clock.instant());
    return json.apply(
        new Lists(
            lists.version(),
            desk.watchlistProblems(),
            lists.lists().stream().map(list -> sum(list, tallies, silences)).toList()));
  }

  private Sum sum(Watchlist list, Map<String, Tally> tallies, Map<String, Silenced> silences) {
    List<Tally> fired =
        list.entries().stream()
            .map(entry -> tallies.get(entry.id()))
            .filter(Objects::nonNull)
            .toList();
    Instant now = clock.instant();
    return new Sum(
        list.id(),
        list.title(),
        list.entries().size(),
        fired.size(),
        (int)
            list.entries().stream()
                .filter(entry -> Silenced.of(entry, silences, now) != null)
                .count(),
        fired.stream().mapToInt(Tally::alerts).sum(),
        fired.stream().mapToInt(Tally::falseAlarms).sum(),
        fired.stream().map(Tally::last).max(Instant::compareTo).orElse(null));
  }

  private Answer file(Call call) {
    return json.apply(
        desk.file(call.path("id"))
            .orElseThrow(() -> new Refusal(404, "there is no watchlist " + call.path("id"))));
  }
}
