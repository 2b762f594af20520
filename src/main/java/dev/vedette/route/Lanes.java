package dev.vedette.route;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The lanes of a sink, and those of them that wait for their turn, by when they are due. */
final class Lanes {

  private final List<Route> routes;
  private final int usual;
  private final Map<String, Lane> lanes = new HashMap<>();
  private final NavigableSet<Lane> queue =
      new TreeSet<>(Comparator.comparing((Lane lane) -> lane.due).thenComparing(l -> l.number));
  private long numbers;
  private int most;

  /**
   * None yet.
   *
   * @param usual so many may be kept without looking for some to forget
   */
  Lanes(List<Route> routes, int usual) {
    this.routes = routes;
    this.usual = usual;
    this.most = 2 * usual;
  }

  /** The lane of a name on a route, made if there is none. */
  Lane of(Route route, String name) {
    return lanes.computeIfAbsent(key(route, name), key -> new Lane(route, key, numbers++));
  }

  /** The same; null if there is none. */
  @Nullable Lane find(Route route, String name) {
    return lanes.get(key(route, name));
  }

  private String key(Route route, String name) {
    return routes.indexOf(route) + " " + name;
  }

  /** A lane that was told before, by its key; null if the key is not one of a lane, or not now. */
  @Nullable Lane recall(String key, Instant told) {
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      if (key.startsWith(i + " ") && !route.groupInterval().isZero()) {
        Lane lane = lanes.computeIfAbsent(key, same -> new Lane(route, same, numbers++));
        lane.recall(told);
        return lane;
      }
    }
    return null;
  }

  /** Puts a lane where it belongs, if anything waits in it that is not on its way. */
  void queue(Lane lane) {
    if (!lane.away && !lane.waiting.isEmpty()) {
      lane.due = lane.due();
      queue.add(lane);
    }
  }

  /** Takes a lane out of the queue, before anything in it is changed. */
  void unqueue(Lane lane) {
    queue.remove(lane);
  }

  /** Puts a lane back that must not be told before a time. */
  void queue(Lane lane, Instant due) {
    lane.due = due;
    queue.add(lane);
  }

  /** The lane that is due first; null if none waits. */
  @Nullable Lane first() {
    return queue.isEmpty() ? null : queue.first();
  }

  /** The largest of the groups that wait for company gets no more of it. */
  void hurry(Instant now) {
    lanes.values().stream()
        .filter(lane -> !lane.away && !lane.hurried && lane.failures == 0)
        .filter(lane -> lane.route.gathers() && lane.due.isAfter(now))
        .max(Comparator.comparingInt(lane -> lane.waiting.size()))
        .ifPresent(
            lane -> {
              unqueue(lane);
              lane.hurried = true;
              queue(lane);
            });
  }

  /** Forgets a lane that is not needed any more; all such, now and then. */
  void tidy(Lane lane, Instant now) {
    if (lane.isForgettable(now)) {
      lanes.remove(lane.key);
    } else if (lanes.size() > most) {
      lanes.values().removeIf(other -> other.isForgettable(now));
      most = 2 * Math.max(lanes.size(), usual);
    }
  }
}
