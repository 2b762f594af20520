package dev.vedette.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Sources, each with how it is doing and what it brought. */
final class SourcesApi {

  private final Desk desk;
  private final Clock clock;
  private final Function<Object, Answer> json;

  SourcesApi(Desk desk, Clock clock, Function<Object, Answer> json) {
    this.desk = desk;
    this.clock = clock;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(new Route("GET", "/api/sources", call -> sources()));
  }

  /** A source with its articles of each of the last days, the oldest first. */
  private record Brought(SourceView source, List<Integer> days) {}

  private Answer sources() {
    Instant first = LastDays.first(clock);
    Map<String, int[]> counts = desk.articles().counts(first, LastDays.MILLIS, LastDays.COUNT);
    return json.apply(
        Map.of(
            "from",
            first,
            "items",
            desk.sources().stream()
                .map(source -> new Brought(source, LastDays.of(counts, source.id())))
                .toList()));
  }
}
