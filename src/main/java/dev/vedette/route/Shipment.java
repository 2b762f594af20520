package dev.vedette.route;

import dev.vedette.sink.Notification;
import java.util.List;

/** A notification on its way, and what is in it. */
public final class Shipment {

  final Lane lane;
  private final List<Parcel> parcels;

  Shipment(Lane lane, List<Parcel> parcels) {
    this.lane = lane;
    this.parcels = List.copyOf(parcels);
  }

  /** What is to be told. */
  public Notification notification() {
    return new Notification(lane.kind(), parcels.stream().map(Parcel::alert).toList());
  }

  /** Where it comes from. */
  public List<Parcel> parcels() {
    return parcels;
  }
}
