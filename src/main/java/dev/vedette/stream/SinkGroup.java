package dev.vedette.stream;

import dev.vedette.alert.Alert;
import dev.vedette.route.Backoff;
import dev.vedette.route.Outbox;
import dev.vedette.route.Route;
import dev.vedette.route.Standing;
import dev.vedette.sink.AlertSink;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the alerts topic to one sink: a consumer group of its own, so that no sink waits for
 * another. One instance at a time has all of a sink; the others are there to take over.
 *
 * <p>Everything is told at least once: what was told is noted with the group's offsets, at most a
 * second later, and what is not noted is told again after a crash.
 */
public final class SinkGroup implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SinkGroup.class);
  private static final String GROUP = "vedette-sink-";
  private static final int SESSION_MILLIS = 6_000;
  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration REJOIN_AFTER = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** For so long is tried to tell an alert. */
  private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

  private final KafkaClients clients;
  private final String id;
  private final AlertSink sink;
  private final List<Route> routes;
  private final int parallel;
  private final Clock clock;
  private final DeadAlerts dead;
  private final Deserializer<Alert> alerts = Json.serde(Alert.class, Alert.SCHEMA).deserializer();
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Couriers couriers;
  private volatile @Nullable String trouble;
  private final SinkMemory memory;
  private final SinkNotes notes;
  private Map<TopicPartition, Long> backlog = Map.of();

  /**
   * A member that has not joined yet.
   *
   * @param id the sink's
   * @param sink is closed with the group
   * @param routes those that lead to the sink, in their order
   * @param parallel how many deliveries may run at once
   */
  public SinkGroup(
      KafkaClients clients,
      String id,
      AlertSink sink,
      List<Route> routes,
      int parallel,
      Clock clock) {
    this.clients = clients;
    this.id = id;
    this.sink = sink;
    this.routes = List.copyOf(routes);
    this.parallel = parallel;
    this.clock = clock;
    this.dead = new DeadAlerts(clients, id);
    this.memory = new SinkMemory(clients, id);
    this.notes = new SinkNotes(id, memory);
    this.thread = new Thread(this::run, "sink-" + id);
  }

  /** Notes where a new sink begins, and joins the group, which takes a while. */
  public void start() {
    try {
      SinkBeginning.note(clients, GROUP + id);
    } catch (RuntimeException e) { // whatever it is, the sink can be served
      LOG.info(
          "sink begins where it is noted, or when it is taken sink={} why={}", id, e.toString());
    }
    thread.start();
  }

  /** How it is doing. */
  public SinkState state() {
    Couriers here = couriers;
    String why = trouble;
    return here == null
        ? new SinkState(id, false, 0, why)
        : new SinkState(id, true, here.waiting(), why == null ? here.trouble().orElse(null) : why);
  }

  private void run() {
    while (closing.getCount() > 0) {
      try (Consumer<String, byte[]> consumer = clients.soleReader(GROUP + id, SESSION_MILLIS)) {
        serve(consumer);
      } catch (KafkaException e) {
        trouble = "cannot read the alerts: " + e;
        LOG.error("sink cannot read the alerts, trying again sink={}", id, e);
        rest();
      } catch (RuntimeException | Error e) {
        trouble = "stopped: " + e;
        LOG.error("sink has stopped sink={}", id, e);
        throw e;
      }
    }
  }

  private void serve(Consumer<String, byte[]> consumer) {
    consumer.subscribe(List.of(Topics.ALERTS), new Assignments(consumer));
    try {
      while (closing.getCount() > 0) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(TICK)) {
          receive(record);
        }
        trouble = null;
        Couriers here = couriers;
        if (here != null) {
          follow(consumer, here);
        }
      }
      giveUp(consumer);
    } finally {
      drop();
    }
  }

  private void receive(ConsumerRecord<String, byte[]> record) {
    Couriers here = couriers;
    if (here != null) {
      Alert alert = here.isNews(record.partition(), record.offset()) ? alert(record) : null;
      here.receive(record.partition(), record.offset(), alert, record.value());
    }
  }

  private @Nullable Alert alert(ConsumerRecord<String, byte[]> record) {
    String only = DeadLetters.sink(record.headers());
    if (!only.isEmpty() && !only.equals(id)) {
      return null;
    }
    try {
      return alerts.deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      LOG.warn(
          "not an alert, to the dead letters sink={} partition={} offset={} why={}",
          id,
          record.partition(),
          record.offset(),
          e.getMessage());
      dead.bury(record, e);
      return null;
    }
  }

  private void follow(Consumer<String, byte[]> consumer, Couriers here) {
    boolean caughtUp = true;
    for (TopicPartition partition : consumer.assignment()) {
      long position = consumer.position(partition);
      here.reach(partition.partition(), position);
      caughtUp &= position >= backlog.getOrDefault(partition, 0L);
    }
    if (caughtUp || here.isSated()) {
      here.start(); // not before, lest a digest that is overdue be told in pieces
    }
    here.goBack()
        .forEach(
            (partition, offset) ->
                consumer.seek(new TopicPartition(Topics.ALERTS, partition), offset));
    if (here.isSated()) {
      consumer.pause(consumer.assignment());
    } else {
      consumer.resume(consumer.paused());
    }
    if (notes.isTime()) {
      notes.take(consumer, here);
    }
  }

  private void giveUp(Consumer<String, byte[]> consumer) {
    Couriers here = couriers;
    drop();
    if (here != null) {
      notes.take(consumer, here);
      LOG.info("sink given up sink={}", id);
    }
  }

  private void drop() {
    Couriers here = couriers;
    couriers = null;
    if (here != null) {
      here.close();
    }
  }

  private void rest() {
    try {
      if (closing.await(REJOIN_AFTER.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("closed while resting sink={}", id);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }

  /** Finishes what is under way, notes it and leaves the group. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sink.close();
    dead.close();
    memory.close();
  }

  private final class Assignments implements ConsumerRebalanceListener {

    private final Consumer<String, byte[]> consumer;

    Assignments(Consumer<String, byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      if (partitions.isEmpty()) {
        return;
      }
      Outbox outbox = new Outbox(routes, Backoff.usual(new Random()), GIVE_UP_AFTER);
      drop(); // there is nothing, as all partitions come at once
      Couriers here = new Couriers(id, outbox, sink, parallel, dead, clock);
      Map<TopicPartition, OffsetAndMetadata> left = consumer.committed(Set.copyOf(partitions));
      for (TopicPartition partition : partitions) {
        here.resume(partition.partition(), standing(partition, left.get(partition)));
      }
      if (routes.stream().anyMatch(Route::remembers)) {
        here.recall(memory.read());
      }
      notes.forget();
      backlog = consumer.endOffsets(partitions);
      couriers = here;
      LOG.info("sink taken sink={}", id);
    }

    private Standing standing(TopicPartition partition, @Nullable OffsetAndMetadata left) {
      return left == null
          ? new Standing(consumer.position(partition), "")
          : new Standing(left.offset(), left.metadata());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      if (!partitions.isEmpty()) {
        giveUp(consumer);
      }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      drop();
    }
  }
}
