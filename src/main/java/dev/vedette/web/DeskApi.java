package dev.vedette.web;

import dev.vedette.alert.Feedback;
import dev.vedette.history.AlertFilter;
import dev.vedette.history.Tally;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Severity;
import dev.vedette.watchlist.Silence;
import dev.vedette.watchlist.Watchlists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Watchlists and sources, as they are in force and with what they brought. */
final class DeskApi {

  private static final Duration DAY = Duration.ofDays(1);
  private static final int DAYS = 30;
  private static final int MOST_STRETCHES = 1_000;

  private final Desk desk;
  private final Clock clock;
  private final Function<Object, Answer> json;

  DeskApi(Desk desk, Clock clock, Function<Object, Answer> json) {
    this.desk = desk;
    this.clock = clock;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/api/sources", call -> sources()),
        new Route("GET", "/api/watchlists", call -> watchlists()),
        new Route("GET", "/api/watchlists/{id}/file", this::file),
        new Route("GET", "/api/entries/{id}", this::entry),
        new Route("GET", "/api/counts", this::counts));
  }

  /** A source with its articles of each of the last days, the oldest first. */
  private record Brought(SourceView source, List<Integer> days) {}

  private Answer sources() {
    Instant first = firstDay();
    Map<String, int[]> counts = desk.articles().counts(first, DAY.toMillis(), DAYS);
    return json.apply(
        Map.of(
            "from",
            first,
            "items",
            desk.sources().stream()
                .map(
                    source ->
                        new Brought(source, boxed(counts.getOrDefault(source.id(), new int[DAYS]))))
                .toList()));
  }

  private Instant firstDay() {
    return clock.instant().truncatedTo(ChronoUnit.DAYS).minus(DAY.multipliedBy(DAYS - 1));
  }

  private static List<Integer> boxed(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  private record Lists(String version, List<String> problems, Instant from, List<Lines> items) {}

  private record Lines(String id, String title, List<Line> entries) {}

  /**
   * An entry with what became of it.
   *
   * @param tally null if it never raised an alert
   * @param days its alerts of each of the last days, the oldest first
   * @param silence what holds now: asked for on the page, else in its file; null if nothing does
   */
  private record Line(
      String id,
      String title,
      Kind kind,
      Severity severity,
      @Nullable Tally tally,
      List<Integer> days,
      @Nullable Silenced silence) {}

  private record Silenced(@Nullable Instant until, String reason, String by, boolean inFile) {}

  private Answer watchlists() {
    Watchlists lists = desk.watchlists();
    Instant first = firstDay();
    Map<String, Tally> tallies = desk.alerts().tallies();
    Map<String, int[]> counts = desk.alerts().counts(since(first), first, DAY.toMillis(), DAYS);
    Map<String, Silenced> silences = silences();
    return json.apply(
        new Lists(
            lists.version(),
            desk.watchlistProblems(),
            first,
            lists.lists().stream()
                .map(
                    list ->
                        new Lines(
                            list.id(),
                            list.title(),
                            list.entries().stream()
                                .map(entry -> line(entry, tallies, counts, silences))
                                .toList()))
                .toList()));
  }

  private static AlertFilter since(Instant from) {
    AlertFilter all = AlertFilter.ALL;
    return new AlertFilter(
        all.watchlists(),
        all.entries(),
        all.severities(),
        all.sources(),
        all.languages(),
        all.states(),
        all.feedback(),
        all.unmarked(),
        all.silenced(),
        from,
        null,
        "");
  }

  private Map<String, Silenced> silences() {
    Instant now = clock.instant();
    Map<String, Silenced> holding = new HashMap<>();
    for (Feedback said : desk.alerts().silences()) {
      if (said.silencesAt(now)) {
        holding.put(said.about(), new Silenced(said.until(), said.note(), said.by(), false));
      }
    }
    return holding;
  }

  private Line line(
      Entry entry,
      Map<String, Tally> tallies,
      Map<String, int[]> counts,
      Map<String, Silenced> silences) {
    Silence own = entry.silence();
    Silenced silenced = silences.get(entry.id());
    if (own != null && own.holdsAt(clock.instant())) {
      silenced = new Silenced(own.until(), own.reason(), own.by(), true);
    }
    return new Line(
        entry.id(),
        entry.title(),
        entry.kind(),
        entry.severity(),
        tallies.get(entry.id()),
        boxed(counts.getOrDefault(entry.id(), new int[DAYS])),
        silenced);
  }

  private Answer file(Call call) {
    return json.apply(
        desk.file(call.path("id"))
            .orElseThrow(() -> new Refusal(404, "there is no watchlist " + call.path("id"))));
  }

  private Answer entry(Call call) {
    String id = call.path("id");
    String yaml =
        desk.yaml(id).orElseThrow(() -> new Refusal(404, "no watchlist has an entry " + id));
    return json.apply(Map.of("id", id, "yaml", yaml));
  }

  /** How many alerts each entry had in each stretch of time, the newest ending now. */
  private Answer counts(Call call) {
    int stretches = call.number("stretches", 1, MOST_STRETCHES, DAYS);
    Duration each = Duration.ofSeconds(call.number("seconds", 60, 31_536_000, 86_400));
    Instant from = clock.instant().minus(each.multipliedBy(stretches));
    Map<String, int[]> counts =
        desk.alerts().counts(AlertsApi.filter(call), from, each.toMillis(), stretches);
    return json.apply(Map.of("from", from, "seconds", each.toSeconds(), "entries", counts));
  }
}
