package dev.vedette.stream;

import dev.vedette.alert.Alert;
import dev.vedette.route.Outbox;
import dev.vedette.route.Parcel;
import dev.vedette.route.Shipment;
import dev.vedette.route.Standing;
import dev.vedette.sink.AlertSink;
import dev.vedette.sink.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An outbox, and the threads that carry what is due in it to the sink. */
final class Couriers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
  private static final Duration BURY_AGAIN_AFTER = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private final String id;
  private final Outbox outbox;
  private final AlertSink sink;
  private final Burial burial;
  private final Clock clock;
  private final List<Thread> threads = new ArrayList<>();
  private boolean started;
  private boolean closing;

  /** Where alerts are put that cannot be told. */
  interface Burial {

    /**
     * Puts one away for good.
     *
     * @throws KafkaException if it is not known to be stored
     */
    void bury(Parcel parcel, String why);
  }

  Couriers(String id, Outbox outbox, AlertSink sink, int count, Burial burial, Clock clock) {
    this.id = id;
    this.outbox = outbox;
    this.sink = sink;
    this.burial = burial;
    this.clock = clock;
    for (int n = 1; n <= count; n++) {
      Thread thread = new Thread(this::work, "sink-" + id + "-" + n);
      thread.setDaemon(true); // an exchange that does not end must not keep the process
      threads.add(thread);
    }
  }

  /** Begins to carry, if that has not begun. */
  synchronized void start() {
    if (!started) {
      started = true;
      threads.forEach(Thread::start);
    }
  }

  synchronized void resume(int partition, Standing standing) {
    outbox.resume(partition, standing);
  }

  /** Goes on with intervals; see {@link Outbox#recall}. */
  synchronized void recall(Map<String, Instant> told) {
    outbox.recall(told);
  }

  /** See {@link Outbox#toldLately}. */
  synchronized Map<String, @Nullable Instant> toldLately() {
    return outbox.toldLately(clock.instant());
  }

  /** Whether a record is to be looked at; see {@link Outbox#isNews}. */
  synchronized boolean isNews(int partition, long offset) {
    return outbox.isNews(partition, offset);
  }

  synchronized void receive(int partition, long offset, @Nullable Alert alert, byte[] record) {
    outbox.receive(partition, offset, alert, record, clock.instant());
    notifyAll();
  }

  synchronized void reach(int partition, long position) {
    outbox.reach(partition, position);
  }

  synchronized Map<Integer, Standing> standings() {
    return outbox.standings();
  }

  /** Whether more could not be told anyway. */
  synchronized boolean isSated() {
    return outbox.isSated(clock.instant());
  }

  /** From where partitions are to be received again; see {@link Outbox#goBack}. */
  synchronized Map<Integer, Long> goBack() {
    return outbox.goBack();
  }

  synchronized int waiting() {
    return outbox.size();
  }

  synchronized Optional<String> trouble() {
    return outbox.trouble();
  }

  private void work() {
    try {
      for (Shipment next = next(); next != null; next = next()) {
        settle(next, deliver(next));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Shipment next() throws InterruptedException {
    while (!closing) {
      Optional<Shipment> next = outbox.take(clock.instant());
      if (next.isPresent()) {
        return next.get();
      }
      wait(Math.max(1, outbox.rest(clock.instant()).toMillis()));
    }
    return null;
  }

  /** A sink answers for all that its destination does; what it throws is a fault of ours. */
  private Delivery deliver(Shipment shipment) {
    try {
      return sink.deliver(shipment.notification());
    } catch (RuntimeException | Error e) {
      LOG.error("delivery failed, trying again sink={}", id, e);
      return new Delivery.Postponed(null, e.toString());
    }
  }

  private void settle(Shipment shipment, Delivery delivery) throws InterruptedException {
    Optional<String> givenUp;
    synchronized (this) {
      Optional<String> before = outbox.trouble();
      givenUp = outbox.settle(shipment, delivery, clock.instant());
      tell(before, outbox.trouble());
      notifyAll();
    }
    if (givenUp.isPresent()) {
      for (Parcel parcel : shipment.parcels()) {
        bury(parcel, givenUp.get());
      }
    }
  }

  private void tell(Optional<String> before, Optional<String> now) {
    if (outbox.isGone()) {
      LOG.error(
          "sink is off until it is changed or the next start, its alerts wait on their topic"
              + " sink={} why={}",
          id,
          now.orElse(""));
    } else if (before.isEmpty() && now.isPresent()) {
      LOG.warn("sink fails, trying again sink={} why={}", id, now.get());
    } else if (before.isPresent() && now.isEmpty()) {
      LOG.info("sink works again sink={}", id);
    }
  }

  private void bury(Parcel parcel, String why) throws InterruptedException {
    LOG.error(
        "alert not told, it is with the dead letters sink={} alert={} partition={} offset={}"
            + " why={}",
        id,
        parcel.alert().id(),
        parcel.partition(),
        parcel.offset(),
        why);
    while (true) {
      try {
        burial.bury(parcel, why);
        break;
      } catch (KafkaException e) {
        LOG.warn("dead letter not stored, trying again sink={} why={}", id, e.toString());
      }
      if (pause(BURY_AGAIN_AFTER)) {
        return; // not done, so it is told again
      }
    }
    synchronized (this) {
      outbox.done(parcel);
    }
  }

  /** Waits; whether it is time to close. */
  private synchronized boolean pause(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    long left = time.toNanos();
    while (!closing && left > 0) {
      wait(Math.max(1, left / 1_000_000));
      left = end - System.nanoTime();
    }
    return closing;
  }

  /** Begins nothing more, and waits for a while for what is under way. */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      for (Thread thread : threads) {
        thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
