package dev.vedette.route;

import dev.vedette.alert.Alert;
import dev.vedette.sink.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that one sink has still to tell, in lanes that keep their order and do not wait for each
 * other. While the destination fails, one lane at a time asks whether it works again.
 *
 * <p>Not for several threads at once.
 */
public final class Outbox {

  private static final int MOST_PARCELS = 5_000;
  private static final long MOST_BYTES = 16 << 20;

  /** How a lane of further copies of one alert is told from others. */
  private static final String AGAIN = "again ";

  private final List<Route> routes;
  private final Backoff backoff;
  private final Duration patience;
  private final Map<Integer, Ledger> ledgers = new TreeMap<>();
  private final Map<String, Lane> lanes = new HashMap<>();
  private final NavigableSet<Lane> queue =
      new TreeSet<>(Comparator.comparing((Lane lane) -> lane.due).thenComparing(l -> l.number));
  private final LastTold lastTold = new LastTold();
  private long numbers;
  private int mostLanes = 2 * MOST_PARCELS;
  private int parcels;
  private long bytes;
  private int away;
  private int failures;
  private Instant notBefore = Instant.MIN;
  private @Nullable Instant failingSince;
  private @Nullable String trouble;
  private boolean gone;

  /**
   * An empty one.
   *
   * @param routes of this sink; an alert takes the first that chooses it, and is not told if none
   *     does
   * @param backoff between two tries
   * @param patience for how long is tried
   */
  public Outbox(List<Route> routes, Backoff backoff, Duration patience) {
    this.routes = List.copyOf(routes);
    this.backoff = backoff;
    this.patience = patience;
  }

  /** Goes on in a partition where it was left. */
  public void resume(int partition, Standing standing) {
    ledgers.put(partition, new Ledger(standing));
  }

  /**
   * Takes in a record of a partition that was {@link #resume}d.
   *
   * @param alert null if the record is none
   */
  public void receive(
      int partition, long offset, @Nullable Alert alert, byte[] record, Instant now) {
    Ledger ledger = ledger(partition);
    if (!ledger.receive(offset)) {
      return;
    }
    Route route = alert == null ? null : route(alert);
    if (alert == null || route == null) {
      ledger.done(offset);
      return;
    }
    Instant since = alert.raisedAt().isAfter(now) ? now : alert.raisedAt();
    add(route, new Parcel(alert, record, partition, offset, since), now);
    if (isFull()) {
      hurry(now);
    }
  }

  /** What is silenced is silent everywhere. */
  private @Nullable Route route(Alert alert) {
    return alert.silenced() != null
        ? null
        : routes.stream().filter(route -> route.selection().takes(alert)).findFirst().orElse(null);
  }

  private void add(Route route, Parcel parcel, Instant now) {
    Lane lane = lane(route, parcel, now);
    queue.remove(lane);
    lane.waiting.add(parcel);
    parcels++;
    bytes += parcel.record().length;
    enqueue(lane);
  }

  private Lane lane(Route route, Parcel parcel, Instant now) {
    Alert alert = parcel.alert();
    Lane copies = lanes.get(key(route, AGAIN + alert.id()));
    boolean others = copies != null && !copies.waiting.isEmpty();
    Instant again = lastTold.again(alert, route.repeatInterval());
    if (again.isAfter(now) || (others && alert.type() == Alert.Type.UPDATED)) {
      return laneOfCopies(route, alert, again);
    }
    return copies != null && alert.type() == Alert.Type.WITHDRAWN
        ? laneOfWithdrawal(route, parcel, copies)
        : lane(route, parcel);
  }

  /** The lane in which only the last copy waits; the one that waited there is told by it. */
  private Lane laneOfCopies(Route route, Alert alert, Instant again) {
    Lane lane = lane(route, AGAIN + alert.id());
    dropCopies(lane);
    if (!isWithdrawalNext(lane)) {
      lane.hold(again);
    }
    return lane;
  }

  /** A copy that waits is told by the withdrawal; one that is on its way goes before it. */
  private Lane laneOfWithdrawal(Route route, Parcel parcel, Lane copies) {
    dropCopies(copies);
    enqueue(copies);
    return copies.waiting.isEmpty() ? lane(route, parcel) : copies;
  }

  private void dropCopies(Lane lane) {
    if (lane.away) {
      return;
    }
    queue.remove(lane);
    List<Parcel> copies =
        lane.waiting.stream()
            .filter(waiting -> waiting.alert().type() == Alert.Type.UPDATED)
            .toList();
    lane.waiting.removeAll(copies);
    copies.forEach(this::done);
  }

  private static boolean isWithdrawalNext(Lane lane) {
    Parcel next = lane.waiting.peek();
    return next != null && next.alert().type() == Alert.Type.WITHDRAWN;
  }

  private Lane lane(Route route, Parcel parcel) {
    return lane(route, "in " + route.lane(parcel.alert()));
  }

  private Lane lane(Route route, String key) {
    return lanes.computeIfAbsent(key(route, key), whole -> new Lane(route, whole, numbers++));
  }

  private String key(Route route, String key) {
    return routes.indexOf(route) + " " + key;
  }

  private void enqueue(Lane lane) {
    if (!lane.away && !lane.waiting.isEmpty()) {
      lane.due = lane.due();
      queue.add(lane);
    }
  }

  /** Whether it is better to receive no more for now. */
  public boolean isFull() {
    return parcels >= MOST_PARCELS || bytes >= MOST_BYTES;
  }

  /** The largest of the groups that wait for company gets no more of it. */
  private void hurry(Instant now) {
    lanes.values().stream()
        .filter(lane -> !lane.away && !lane.hurried && lane.failures == 0)
        .filter(lane -> lane.route.gathers() && lane.due.isAfter(now))
        .max(Comparator.comparingInt(lane -> lane.waiting.size()))
        .ifPresent(
            lane -> {
              queue.remove(lane);
              lane.hurried = true;
              enqueue(lane);
            });
  }

  /** What is due, if anything is; to be {@link #settle}d. */
  public Optional<Shipment> take(Instant now) {
    while (!gone && !now.isBefore(notBefore) && (failures == 0 || away == 0)) {
      Lane lane = queue.isEmpty() ? null : queue.first();
      if (lane == null || lane.due.isAfter(now)) {
        break;
      }
      queue.remove(lane);
      Instant awake = lane.awake(now); // it may have been held up until into the quiet hours
      if (awake.isAfter(now)) {
        lane.due = awake;
        queue.add(lane);
        continue;
      }
      lane.away = true;
      away++;
      return Optional.of(new Shipment(lane, lane.next()));
    }
    return Optional.empty();
  }

  /** How long nothing will be due unless something is received or settled; at most a second. */
  public Duration rest(Instant now) {
    Duration most = Duration.ofSeconds(1);
    if (queue.isEmpty() || gone || (failures > 0 && away > 0)) {
      return most;
    }
    Instant due = queue.first().due;
    Duration rest = Duration.between(now, due.isBefore(notBefore) ? notBefore : due);
    return rest.isNegative() ? Duration.ZERO : rest.compareTo(most) < 0 ? rest : most;
  }

  /**
   * Notes what became of a shipment.
   *
   * @return why its parcels are given up, if they are; they are not {@link #done} before they were
   *     put elsewhere
   */
  public Optional<String> settle(Shipment shipment, Delivery delivery, Instant now) {
    Lane lane = shipment.lane;
    lane.away = false;
    away--;
    Optional<String> givenUp = Optional.empty();
    if (delivery instanceof Delivery.Delivered) {
      works();
      ended(shipment, now);
      shipment.parcels().forEach(this::done);
    } else if (delivery instanceof Delivery.Rejected rejected) {
      works();
      ended(shipment, now);
      givenUp = Optional.of(rejected.why());
    } else if (delivery instanceof Delivery.Gone toGo) {
      gone = true;
      trouble = toGo.why();
    } else if (delivery instanceof Delivery.Postponed postponed) {
      givenUp = postponed(shipment, postponed, now);
    }
    enqueue(lane);
    if (lane.isForgettable(now)) {
      lanes.remove(lane.key);
    } else if (lanes.size() > mostLanes) {
      lanes.values().removeIf(other -> other.isForgettable(now));
      mostLanes = 2 * Math.max(lanes.size(), MOST_PARCELS);
    }
    return givenUp;
  }

  private void works() {
    failures = 0;
    failingSince = null;
    trouble = null;
    notBefore = Instant.MIN;
  }

  private void ended(Shipment shipment, Instant now) {
    shipment.lane.ended(shipment.parcels().size(), now);
    Duration repeat = shipment.lane.route.repeatInterval();
    if (!repeat.isZero()) {
      if (shipment.lane.key.contains(AGAIN) && !isWithdrawalNext(shipment.lane)) {
        shipment.lane.hold(now.plus(repeat));
      }
      shipment.parcels().forEach(parcel -> lastTold.remember(parcel.alert(), now));
    }
  }

  private Optional<String> postponed(Shipment shipment, Delivery.Postponed postponed, Instant now) {
    Lane lane = shipment.lane;
    failingSince = failingSince == null ? now : failingSince;
    trouble = postponed.why();
    if (isOver(lane.failingSince, now)
        || (isOver(failingSince, now) && isOver(lane.due, now))) { // and the next need not wait
      ended(shipment, now);
      return Optional.of("given up after %d h: %s".formatted(patience.toHours(), postponed.why()));
    }
    failures++;
    Duration asked = postponed.after() == null ? Duration.ZERO : postponed.after();
    notBefore = now.plus(longer(asked, backoff.after(failures)));
    lane.failed(now, now.plus(longer(asked, backoff.after(lane.failures + 1))));
    return Optional.empty();
  }

  private boolean isOver(@Nullable Instant since, Instant now) {
    return since != null && !since.plus(patience).isAfter(now);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /** A parcel has come to its end, wherever that is. */
  public void done(Parcel parcel) {
    parcels--;
    bytes -= parcel.record().length;
    ledger(parcel.partition()).done(parcel.offset());
  }

  /** All records of a partition before this offset were {@link #receive}d. */
  public void reach(int partition, long position) {
    ledger(partition).reach(position);
  }

  private Ledger ledger(int partition) {
    Ledger ledger = ledgers.get(partition);
    if (ledger == null) {
      throw new IllegalStateException("partition " + partition + " was not resumed");
    }
    return ledger;
  }

  /** How far each partition has come. */
  public Map<Integer, Standing> standings() {
    Map<Integer, Standing> standings = new TreeMap<>();
    ledgers.forEach((partition, ledger) -> standings.put(partition, ledger.standing()));
    return standings;
  }

  /** Whether nothing is on its way. */
  public boolean isCalm() {
    return away == 0;
  }

  /** Whether the destination wants no more. */
  public boolean isGone() {
    return gone;
  }

  /** How many alerts wait or are on their way. */
  public int size() {
    return parcels;
  }

  /** What the last try came to, if the destination fails; a sentence without secrets. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }
}
