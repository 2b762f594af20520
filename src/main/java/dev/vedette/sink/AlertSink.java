package dev.vedette.sink;

/** A destination for alerts. */
public interface AlertSink extends AutoCloseable {

  /**
   * Hands alerts over; answers for everything that can go wrong outside the house. May be called by
   * several threads at once unless the sink's settings say otherwise.
   */
  Delivery deliver(Notification notification);

  @Override
  default void close() {}
}
