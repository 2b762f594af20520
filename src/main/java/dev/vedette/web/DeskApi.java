package dev.vedette.web;

import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Severity;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Watchlists and sources, as they are in force. */
final class DeskApi {

  private final Desk desk;
  private final Function<Object, Answer> json;

  DeskApi(Desk desk, Function<Object, Answer> json) {
    this.desk = desk;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/api/sources", call -> json.apply(Map.of("items", desk.sources()))),
        new Route("GET", "/api/watchlists", call -> watchlists()),
        new Route("GET", "/api/entries/{id}", this::entry));
  }

  /** The watchlists in force, and why later ones are not. */
  private record Lists(String version, List<String> problems, List<Lines> items) {}

  private record Lines(String id, String title, List<Line> entries) {}

  private record Line(String id, String title, Severity severity) {}

  private Answer watchlists() {
    Watchlists lists = desk.watchlists();
    return json.apply(
        new Lists(
            lists.version(),
            desk.watchlistProblems(),
            lists.lists().stream().map(DeskApi::lines).toList()));
  }

  private static Lines lines(Watchlist list) {
    return new Lines(list.id(), list.title(), list.entries().stream().map(DeskApi::line).toList());
  }

  private static Line line(Entry entry) {
    return new Line(entry.id(), entry.title(), entry.severity());
  }

  private Answer entry(Call call) {
    String id = call.path("id");
    String yaml =
        desk.yaml(id).orElseThrow(() -> new Refusal(404, "no watchlist has an entry " + id));
    return json.apply(Map.of("id", id, "yaml", yaml));
  }
}
