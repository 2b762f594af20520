package dev.vedette.sink;

import dev.vedette.alert.Alert;

/** A destination for alerts. */
public interface AlertSink {

  /** Hands one alert over; answers for everything that can go wrong outside the house. */
  Delivery deliver(Alert alert);
}
