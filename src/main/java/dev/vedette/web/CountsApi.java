package dev.vedette.web;

import dev.vedette.history.AlertFilter;
import dev.vedette.watchlist.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How many alerts there were when: of each entry, and in all. */
final class CountsApi {

  private static final int MOST_STRETCHES = 1_000;
  private static final int MOST_ENTRIES = 200;
  private static final int USUAL_ENTRIES = 10;
  private static final int USUAL_STRETCHES = 30;
  private static final int DAY = 86_400;
  private static final int YEAR = 366 * DAY;

  private final Desk desk;
  private final Clock clock;
  private final Function<Object, Answer> json;

  CountsApi(Desk desk, Clock clock, Function<Object, Answer> json) {
    this.desk = desk;
    this.clock = clock;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(new Route("GET", "/api/counts", this::counts));
  }

  /**
   * Counts in stretches of time of one length.
   *
   * @param from the beginning of the first
   * @param seconds the length of each
   * @param all of all entries, the oldest stretch first
   * @param total how many entries have any
   * @param entries those with the most, the most first
   */
  private record Counts(
      Instant from, long seconds, List<Integer> all, int total, List<OfEntry> entries) {}

  /** Counts of one entry; the title is its id if it is in no watchlist any more. */
  private record OfEntry(String id, String title, int total, List<Integer> counts) {}

  private Answer counts(Call call) {
    Duration each = Duration.ofSeconds(call.number("seconds", 60, YEAR, DAY));
    AlertFilter asked = AlertsApi.filter(call);
    Instant to = asked.to() == null ? clock.instant() : asked.to();
    Instant from =
        asked.from() == null ? to.minus(each.multipliedBy(USUAL_STRETCHES)) : asked.from();
    Instant origin = origin(call, from);
    int stretches = stretches(call, origin, from, to, each);
    Map<String, int[]> found =
        desk.alerts().counts(asked.raised(from, to), origin, each.toMillis(), stretches);
    int[] all = new int[stretches];
    found.values().forEach(counts -> Arrays.setAll(all, at -> all[at] + counts[at]));
    Map<String, String> titles = titles();
    List<OfEntry> entries =
        found.entrySet().stream()
            .map(
                one ->
                    new OfEntry(
                        one.getKey(),
                        titles.getOrDefault(one.getKey(), one.getKey()),
                        Arrays.stream(one.getValue()).sum(),
                        LastDays.boxed(one.getValue())))
            .sorted(Comparator.comparing(OfEntry::total).reversed().thenComparing(OfEntry::id))
            .limit(call.number("limit", 1, MOST_ENTRIES, USUAL_ENTRIES))
            .toList();
    return json.apply(
        new Counts(origin, each.toSeconds(), LastDays.boxed(all), found.size(), entries));
  }

  /** Where the first stretch begins: before what is counted, if whole hours are asked for. */
  private static Instant origin(Call call, Instant from) {
    Instant origin = call.instant("origin");
    if (origin == null) {
      return from;
    }
    if (origin.isAfter(from)) {
      throw Refusal.of("origin", origin.toString(), "an instant not after " + from);
    }
    return origin;
  }

  private static int stretches(Call call, Instant origin, Instant from, Instant to, Duration each) {
    if (!from.isBefore(to)) {
      throw Refusal.of("from", from.toString(), "an instant before " + to);
    }
    long millis = Duration.between(origin, to).toMillis();
    long stretches = (millis + each.toMillis() - 1) / each.toMillis();
    if (stretches > MOST_STRETCHES) {
      throw Refusal.of(
          "seconds",
          call.text("seconds"),
          "at most %d stretches between %s and %s".formatted(MOST_STRETCHES, origin, to));
    }
    return Math.max(1, (int) stretches);
  }

  private Map<String, String> titles() {
    Map<String, String> titles = new HashMap<>();
    desk.watchlists().lists().stream()
        .flatMap(list -> list.entries().stream())
        .forEach((Entry entry) -> titles.put(entry.id(), entry.title()));
    return titles;
  }
}
