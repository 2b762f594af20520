package dev.vedette.route;

import dev.vedette.alert.Alert;
import dev.vedette.sink.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  /** Records that may be left on their topic while what is due is received. */
  private static final int MOST_LEFT = 100_000;

  private final List<Route> routes;
  private final Destination destination;
  private final Map<Integer, Ledger> ledgers = new TreeMap<>();
  private final Lanes lanes;
  private final LastTold lastTold = new LastTold();
  private final Copies copies;
  private int parcels;
  private long bytes;
  private int away;
  private boolean goingBack;

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
    this.lanes = new Lanes(this.routes, MOST_PARCELS);
    this.copies = new Copies(lanes, lastTold, this::done);
    this.destination = new Destination(backoff, patience);
  }

  /** Goes on in a partition where it was left. */
  public void resume(int partition, Standing standing) {
    ledgers.put(partition, new Ledger(standing));
  }

  /**
   * Goes on with intervals that are not over.
   *
   * @param told what {@link #toldLately} gave in the past, the last of each key
   */
  public void recall(Map<String, Instant> told) {
    Duration repeat =
        routes.stream().map(Route::repeatInterval).max(Duration::compareTo).orElse(Duration.ZERO);
    told.forEach(
        (key, time) -> {
          Lane lane = lanes.recall(key, time);
          lastTold.recall(key, time, lane == null ? repeat : lane.route.groupInterval());
        });
  }

  /**
   * What was told lately and is told again only after its group's or its route's interval: by a
   * key, the time; with null what does not count any more. Each is given once, and to be kept for
   * whoever goes on with this.
   */
  public Map<String, @Nullable Instant> toldLately(Instant now) {
    return lastTold.news(now);
  }

  /** Whether a record of a partition that was {@link #resume}d was not settled before. */
  public boolean isNews(int partition, long offset) {
    return ledger(partition).isNews(offset);
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
    goingBack &= !isFull();
    if (isWaitingForItsTime(now) && !isDue(route, alert, now)) {
      ledger.leave(offset);
      return;
    }
    Instant since = alert.raisedAt().isAfter(now) ? now : alert.raisedAt();
    add(route, new Parcel(alert, record, partition, offset, since), now);
    if (isFull()) {
      lanes.hurry(now);
    }
  }

  /** What is silenced is silent everywhere. */
  private @Nullable Route route(Alert alert) {
    return alert.silenced() != null
        ? null
        : routes.stream().filter(route -> route.selection().takes(alert)).findFirst().orElse(null);
  }

  private void add(Route route, Parcel parcel, Instant now) {
    Lane lane = copies.lane(route, parcel, now);
    lanes.unqueue(lane);
    lane.waiting.add(parcel);
    parcels++;
    bytes += parcel.record().length;
    lanes.queue(lane);
  }

  private boolean isFull() {
    return parcels >= MOST_PARCELS || bytes >= MOST_BYTES;
  }

  /**
   * Whether it is better to receive no more for now. What is due at once is received even if all
   * that waits fills the box until quiet hours end; the rest is left on its topic meanwhile.
   */
  public boolean isSated(Instant now) {
    return destination.isGone() || (isCrowded() && !isWaitingForItsTime(now));
  }

  private boolean isCrowded() {
    return isFull() || (left() > 0 && !goingBack);
  }

  /** Whether it is crowded with what waits for a time, not for the destination. */
  private boolean isWaitingForItsTime(Instant now) {
    return isCrowded()
        && parcels < 2 * MOST_PARCELS
        && bytes < 2 * MOST_BYTES
        && left() < MOST_LEFT
        && !destination.isFailing()
        && !isAnythingDue(now);
  }

  private boolean isAnythingDue(Instant now) {
    Lane first = lanes.first();
    return first != null && !first.due.isAfter(now);
  }

  private static boolean isDue(Route route, Alert alert, Instant now) {
    return route.quiet().isUrgent(alert.severity()) || !route.quiet().after(now).isAfter(now);
  }

  private int left() {
    return ledgers.values().stream().mapToInt(ledger -> ledger.left().size()).sum();
  }

  /**
   * From where each partition is to be received again, as there is room for what was left; once for
   * each time that there is. Empty if nothing was left, or there is no room yet.
   */
  public Map<Integer, Long> goBack() {
    Map<Integer, Long> firsts = new TreeMap<>();
    if (!goingBack && parcels <= MOST_PARCELS / 2 && bytes <= MOST_BYTES / 2) {
      ledgers.forEach(
          (partition, ledger) -> {
            if (!ledger.left().isEmpty()) {
              firsts.put(partition, ledger.left().first());
            }
          });
      goingBack = !firsts.isEmpty();
    } else if (left() == 0) {
      goingBack = false;
    }
    return firsts;
  }

  /** What is due, if anything is; to be {@link #settle}d. */
  public Optional<Shipment> take(Instant now) {
    while (mayTake(now)) {
      Lane lane = lanes.first();
      if (lane == null || lane.due.isAfter(now)) {
        break;
      }
      lanes.unqueue(lane);
      Instant awake = lane.awake(now); // it may have been held up until into the quiet hours
      if (awake.isAfter(now)) {
        lanes.queue(lane, awake);
        continue;
      }
      lane.away = true;
      away++;
      return Optional.of(new Shipment(lane, lane.next(now)));
    }
    return Optional.empty();
  }

  private boolean mayTake(Instant now) {
    return !destination.isGone()
        && !now.isBefore(destination.notBefore())
        && (!destination.isFailing() || away == 0);
  }

  /** How long nothing will be due unless something is received or settled; at most a second. */
  public Duration rest(Instant now) {
    Duration most = Duration.ofSeconds(1);
    Lane first = lanes.first();
    if (first == null || isGone() || (destination.isFailing() && away > 0)) {
      return most;
    }
    Instant due = first.due;
    Instant asked = destination.notBefore();
    Duration rest = Duration.between(now, due.isBefore(asked) ? asked : due);
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
      destination.works();
      ended(shipment, now);
      shipment.parcels().forEach(this::done);
    } else if (delivery instanceof Delivery.Rejected rejected) {
      destination.works();
      ended(shipment, now);
      givenUp = Optional.of(rejected.why());
    } else if (delivery instanceof Delivery.Gone toGo) {
      destination.leaves(toGo.why());
    } else if (delivery instanceof Delivery.Postponed postponed
        && destination.failed(lane, postponed, now)) {
      ended(shipment, now);
      givenUp =
          Optional.of(
              "given up after %d h: %s".formatted(destination.patienceHours(), postponed.why()));
    }
    lanes.queue(lane);
    lanes.tidy(lane, now);
    return givenUp;
  }

  private void ended(Shipment shipment, Instant now) {
    Lane lane = shipment.lane;
    boolean intervalBegins = lane.ended(shipment.parcels(), now);
    if (intervalBegins && !lane.route.groupInterval().isZero()) {
      lastTold.remember(lane.key, now, lane.route.groupInterval());
    }
    copies.ended(shipment, now);
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

  /** Whether the destination wants no more. */
  public boolean isGone() {
    return destination.isGone();
  }

  /** How many alerts wait or are on their way. */
  public int size() {
    return parcels;
  }

  /** What the last try came to, if the destination fails; a sentence without secrets. */
  public Optional<String> trouble() {
    return Optional.ofNullable(destination.trouble());
  }
}
