package dev.vedette.web;

import dev.vedette.text.Folded;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sources, some at a time, each with how it is doing and what it brought. */
final class SourcesApi {

  private static final int MOST = 200;
  private static final int USUAL = 50;

  private final Desk desk;
  private final Clock clock;
  private final Function<Object, Answer> json;

  SourcesApi(Desk desk, Clock clock, Function<Object, Answer> json) {
    this.desk = desk;
    this.clock = clock;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(new Route("GET", "/api/sources", this::list));
  }

  /** The states of {@link SourceView}, the worst first. */
  private enum State {
    FAILING,
    RETIRED,
    SILENT,
    EMPTY,
    NEW,
    OK,
    OFF;

    static State of(SourceView source) {
      return valueOf(source.state().toUpperCase(Locale.ROOT));
    }
  }

  /** In which order sources are given; those that are equal stay as they stand in the file. */
  private enum Order {
    FILE,
    STATE,
    ARTICLES
  }

  /**
   * A part of the sources.
   *
   * @param from the first of the days that are counted
   * @param total how many pass
   * @param states how many there are of each state, whatever states were asked for
   * @param next where the next part begins; null behind the last one
   */
  private record Part(
      Instant from,
      List<Brought> items,
      int total,
      Map<String, Integer> states,
      @Nullable String next) {}

  /** A source with its articles of each of the last days, the oldest first. */
  private record Brought(SourceView source, List<Integer> days) {}

  private Answer list(Call call) {
    int limit = call.number("limit", 1, MOST, USUAL);
    int after = call.number("after", 0, Integer.MAX_VALUE, 0);
    String name = call.text("order");
    Order order = name.isEmpty() ? Order.FILE : Call.constant("order", name, Order.class);
    Set<State> states = call.all("state", State.class);
    Instant first = LastDays.first(clock);
    Map<String, int[]> counts = desk.articles().counts(first, LastDays.MILLIS, LastDays.COUNT);
    List<SourceView> named = named(call);
    List<SourceView> all =
        inOrder(order, named.stream(), counts)
            .filter(source -> states.isEmpty() || states.contains(State.of(source)))
            .toList();
    List<SourceView> some =
        all.subList(Math.min(after, all.size()), Math.min(after + limit, all.size()));
    return json.apply(
        new Part(
            first,
            some.stream()
                .map(source -> new Brought(source, LastDays.of(counts, source.id())))
                .toList(),
            all.size(),
            counted(named),
            after + limit < all.size() ? String.valueOf(after + limit) : null));
  }

  private List<SourceView> named(Call call) {
    Set<String> ids = call.all("source");
    String typed = folded(call.text("text"));
    return desk.sources().stream()
        .filter(source -> ids.isEmpty() || ids.contains(source.id()))
        .filter(source -> typed.isEmpty() || isCalled(source, typed))
        .toList();
  }

  private static boolean isCalled(SourceView source, String typed) {
    return Stream.of(source.id(), source.title(), source.address())
        .anyMatch(name -> folded(name).contains(typed));
  }

  private static String folded(String text) {
    Folded folded = Folded.of(text);
    return folded.toString(0, folded.length());
  }

  private static Stream<SourceView> inOrder(
      Order order, Stream<SourceView> sources, Map<String, int[]> counts) {
    return switch (order) {
      case FILE -> sources;
      case STATE -> sources.sorted(Comparator.comparing(State::of));
      case ARTICLES ->
          sources.sorted(
              Comparator.comparingInt(
                      (SourceView source) -> sum(counts.getOrDefault(source.id(), new int[0])))
                  .reversed());
    };
  }

  private static int sum(int[] days) {
    return Arrays.stream(days).sum();
  }

  private static Map<String, Integer> counted(List<SourceView> sources) {
    Map<State, Integer> counted = new EnumMap<>(State.class);
    sources.forEach(source -> counted.merge(State.of(source), 1, Integer::sum));
    Map<String, Integer> named = new LinkedHashMap<>();
    counted.forEach((state, count) -> named.put(state.name().toLowerCase(Locale.ROOT), count));
    return named;
  }
}
