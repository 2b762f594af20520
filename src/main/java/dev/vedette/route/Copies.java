package dev.vedette.route;

import dev.vedette.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Further copies of what was told, which wait for the repeat interval of their route in lanes of
 * their own, where only the last of them stays.
 */
final class Copies {

  /** How such a lane is told from others. */
  private static final String AGAIN = "again ";

  private final Lanes lanes;
  private final LastTold lastTold;
  private final Consumer<Parcel> done;

  /**
   * None yet.
   *
   * @param lastTold knows when alerts were told
   * @param done is given what need not be told any more
   */
  Copies(Lanes lanes, LastTold lastTold, Consumer<Parcel> done) {
    this.lanes = lanes;
    this.lastTold = lastTold;
    this.done = done;
  }

  /** The lane in which an alert waits; another that it makes needless is dropped. */
  Lane lane(Route route, Parcel parcel, Instant now) {
    Alert alert = parcel.alert();
    Lane copies = lanes.find(route, AGAIN + alert.id());
    boolean others = copies != null && !copies.waiting.isEmpty();
    Instant again = again(alert, route.repeatInterval());
    if (again.isAfter(now) || (others && alert.type() == Alert.Type.UPDATED)) {
      return laneOfCopies(route, alert, again);
    }
    return copies != null && alert.type() == Alert.Type.WITHDRAWN
        ? laneOfWithdrawal(route, parcel, copies)
        : lane(route, parcel);
  }

  /** When an event may be told if its alert is told at most every so long. */
  private Instant again(Alert alert, Duration interval) {
    Instant told = lastTold.time(alert.id());
    return interval.isZero() || alert.type() != Alert.Type.UPDATED || told == null
        ? Instant.MIN
        : told.plus(interval);
  }

  /** The lane in which only the last copy waits; the one that waited there is told by it. */
  private Lane laneOfCopies(Route route, Alert alert, Instant again) {
    Lane lane = lanes.of(route, AGAIN + alert.id());
    dropCopies(lane);
    if (!isWithdrawalNext(lane)) {
      lane.hold(again);
    }
    return lane;
  }

  /** A copy that waits is told by the withdrawal; one that is on its way goes before it. */
  private Lane laneOfWithdrawal(Route route, Parcel parcel, Lane copies) {
    dropCopies(copies);
    lanes.queue(copies);
    return copies.waiting.isEmpty() ? lane(route, parcel) : copies;
  }

  private void dropCopies(Lane lane) {
    if (lane.away) {
      return;
    }
    lanes.unqueue(lane);
    List<Parcel> copies =
        lane.waiting.stream()
            .filter(waiting -> waiting.alert().type() == Alert.Type.UPDATED)
            .toList();
    lane.waiting.removeAll(copies);
    copies.forEach(done);
  }

  private static boolean isWithdrawalNext(Lane lane) {
    Parcel next = lane.waiting.peek();
    return next != null && next.alert().type() == Alert.Type.WITHDRAWN;
  }

  private Lane lane(Route route, Parcel parcel) {
    return lanes.of(route, "in " + route.lane(parcel.alert()));
  }

  /** What is in a shipment was told, or given up. */
  void ended(Shipment shipment, Instant now) {
    Lane lane = shipment.lane;
    Duration repeat = lane.route.repeatInterval();
    if (!repeat.isZero()) {
      if (lane.key.contains(AGAIN) && !isWithdrawalNext(lane)) {
        lane.hold(now.plus(repeat));
      }
      shipment.parcels().forEach(parcel -> lastTold.remember(parcel.alert().id(), now, repeat));
    }
  }
}
