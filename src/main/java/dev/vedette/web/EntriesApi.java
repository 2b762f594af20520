package dev.vedette.web;

import dev.vedette.history.AlertFilter;
import dev.vedette.history.Tally;
import dev.vedette.text.Folded;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Name;
import dev.vedette.watchlist.Severity;
import dev.vedette.watchlist.Watchlist;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries, some at a time, as an imported list may have tens of thousands. */
final class EntriesApi {

  private static final int MOST = 200;
  private static final int USUAL = 50;

  private final Desk desk;
  private final Clock clock;
  private final Function<Object, Answer> json;

  EntriesApi(Desk desk, Clock clock, Function<Object, Answer> json) {
    this.desk = desk;
    this.clock = clock;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/api/entries", this::list),
        new Route("GET", "/api/entries/{id}", this::yaml));
  }

  /** In which order entries are given; those that are equal stay as they stand in their files. */
  private enum Order {
    FILE,
    ALERTS,
    LAST,
    NOISE;

    /** By what it orders: of the order of the files nothing need be counted. */
    Map<String, Tally> wanted(Desk desk) {
      return this == FILE ? Map.of() : desk.alerts().tallies(AlertFilter.ALL);
    }

    Stream<Listed> of(Stream<Listed> entries, Map<String, Tally> tallies) {
      return switch (this) {
        case FILE -> entries;
        case ALERTS -> by(entries, tallies, Comparator.comparing(Tally::alerts));
        case LAST -> by(entries, tallies, Comparator.comparing(Tally::last));
        case NOISE -> by(entries, tallies, Comparator.comparing(Order::noise));
      };
    }

    private static double noise(Tally tally) {
      return (double) tally.falseAlarms() / tally.alerts();
    }

    /** The most first, and last those that never raised an alert. */
    private static Stream<Listed> by(
        Stream<Listed> entries, Map<String, Tally> tallies, Comparator<Tally> least) {
      return entries.sorted(
          Comparator.comparing(
              one -> tallies.get(one.entry().id()), Comparator.nullsLast(least.reversed())));
    }
  }

  private record Listed(Watchlist list, Entry entry) {}

  /**
   * A part of the entries.
   *
   * @param from the first of the days that are counted
   * @param total how many pass
   * @param next where the next part begins; null behind the last one
   */
  private record Part(Instant from, List<Line> items, int total, @Nullable String next) {}

  /**
   * An entry with what became of it.
   *
   * @param tally null if it never raised an alert
   * @param days its alerts of each of the last days, the oldest first
   * @param silence what holds now; null if nothing does
   */
  private record Line(
      String id,
      String title,
      String watchlist,
      Kind kind,
      Severity severity,
      @Nullable Tally tally,
      List<Integer> days,
      @Nullable Silenced silence) {}

  private Answer list(Call call) {
    int limit = call.number("limit", 1, MOST, USUAL);
    int after = call.number("after", 0, Integer.MAX_VALUE, 0);
    String name = call.text("order");
    Order order = name.isEmpty() ? Order.FILE : Call.constant("order", name, Order.class);
    List<Listed> all = order.of(chosen(call), order.wanted(desk)).toList();
    List<Listed> some =
        all.subList(Math.min(after, all.size()), Math.min(after + limit, all.size()));
    String next = after + limit < all.size() ? String.valueOf(after + limit) : null;
    return json.apply(part(some, all.size(), next));
  }

  private Stream<Listed> chosen(Call call) {
    Set<String> lists = call.all("watchlist");
    Set<String> ids = call.all("entry");
    String typed = folded(call.text("text"));
    return desk.watchlists().lists().stream()
        .filter(list -> lists.isEmpty() || lists.contains(list.id()))
        .flatMap(list -> list.entries().stream().map(entry -> new Listed(list, entry)))
        .filter(one -> ids.isEmpty() || ids.contains(one.entry().id()))
        .filter(one -> typed.isEmpty() || isCalled(one.entry(), typed));
  }

  private static boolean isCalled(Entry entry, String typed) {
    return Stream.concat(
            Stream.of(entry.id(), entry.title()),
            Stream.concat(entry.names().stream(), entry.weak().stream()).map(Name::text))
        .anyMatch(name -> folded(name).contains(typed));
  }

  private static String folded(String text) {
    Folded folded = Folded.of(text);
    return folded.toString(0, folded.length());
  }

  /** With what became of these only, as of all it takes long in a long history. */
  private Part part(List<Listed> some, int total, @Nullable String next) {
    Instant now = clock.instant();
    Instant first = LastDays.first(clock);
    if (some.isEmpty()) {
      return new Part(first, List.of(), total, next);
    }
    AlertFilter theirs =
        AlertFilter.ALL.entries(
            some.stream().map(one -> one.entry().id()).collect(Collectors.toSet()));
    Map<String, Tally> tallies = desk.alerts().tallies(theirs);
    Map<String, int[]> counts =
        desk.alerts().counts(theirs.raised(first, null), first, LastDays.MILLIS, LastDays.COUNT);
    Map<String, Silenced> silences = Silenced.asked(desk, now);
    return new Part(
        first,
        some.stream()
            .map(
                one -> {
                  Entry entry = one.entry();
                  return new Line(
                      entry.id(),
                      entry.title(),
                      one.list().id(),
                      entry.kind(),
                      entry.severity(),
                      tallies.get(entry.id()),
                      LastDays.of(counts, entry.id()),
                      Silenced.of(entry, silences, now));
                })
            .toList(),
        total,
        next);
  }

  private Answer yaml(Call call) {
    String id = call.path("id");
    String yaml =
        desk.yaml(id).orElseThrow(() -> new Refusal(404, "no watchlist has an entry " + id));
    return json.apply(Map.of("id", id, "yaml", yaml));
  }
}
