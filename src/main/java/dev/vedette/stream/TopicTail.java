package dev.vedette.stream;

import dev.vedette.history.Place;
import dev.vedette.history.Place.Log;
import dev.vedette.history.Positions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows topics from where a history is in them, on a thread of its own, for as long as it is
 * open.
 */
final class TopicTail implements AutoCloseable {

  /** What the records are for. */
  interface Target {
    /** Can be written to again, if a full disk has ended that; it may then be behind. */
    void reopen();

    /** Up to where the topics are in it. */
    Positions positions();

    /** Takes a record. */
    void take(Place place, ConsumerRecord<String, byte[]> record);

    /** A partition was read up to an offset. */
    void reached(Log log, int partition, long next);

    /** The topic has no records before this one. */
    void forget(Place first);

    /** Forgets everything, as the topics are others than they were. */
    void clear();

    /** Some records were taken; more may follow at once. */
    void show();

    /** Time to keep what was taken. */
    void commit();
  }

  private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final long POLL_NANOS = Duration.ofMillis(500).toNanos();

  /**
   * What comes faster than people see is shown at once: each time costs as much as many records.
   */
  private static final long SHOW_NANOS = Duration.ofMillis(100).toNanos();

  private static final long COMMIT_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long FORGET_NANOS = Duration.ofHours(1).toNanos();

  private final KafkaClients clients;
  private final Map<String, Log> topics;
  private final Target target;
  private final Thread thread;
  private volatile boolean closing;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile Optional<Consumer<String, byte[]>> consumer = Optional.empty();

  TopicTail(KafkaClients clients, Map<String, Log> topics, Target target, String name) {
    this.clients = clients;
    this.topics = Map.copyOf(topics);
    this.target = target;
    this.thread = new Thread(this::run, name);
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Why it stands still, in a sentence; empty if it does not. */
  Optional<String> trouble() {
    return trouble;
  }

  private void run() {
    while (!closing) {
      try (Consumer<String, byte[]> reader = clients.reader(new ByteArrayDeserializer())) {
        consumer = Optional.of(reader);
        follow(reader);
      } catch (WakeupException e) {
        LOG.debug("woken to close");
      } catch (RuntimeException | Error e) { // a broker that is away, a disk that is full
        trouble = Optional.of("the history stands still: " + e);
        LOG.warn(
            "history stands still, trying again topics={} why={}", topics.keySet(), e.toString());
        Utils.sleep(AGAIN.toMillis());
      }
    }
  }

  private void follow(Consumer<String, byte[]> reader) {
    List<TopicPartition> partitions =
        topics.keySet().stream()
            .flatMap(topic -> reader.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    reader.assign(partitions);
    begin(reader, partitions);
    long committed = System.nanoTime();
    long forgotten = committed;
    long shown = committed - SHOW_NANOS;
    boolean dirty = true;
    boolean unseen = false;
    while (!closing) {
      long wait = unseen ? shown + SHOW_NANOS - System.nanoTime() : POLL_NANOS;
      if (take(reader, reader.poll(Duration.ofNanos(Math.max(0, wait))))) {
        dirty = true;
        unseen = true;
      }
      trouble = Optional.empty();
      long now = System.nanoTime();
      if (unseen && now - shown >= SHOW_NANOS) {
        target.show();
        shown = now;
        unseen = false;
      }
      if (now - forgotten > FORGET_NANOS) {
        forget(reader, partitions);
        forgotten = now;
      }
      if (dirty && now - committed > COMMIT_NANOS) {
        target.commit();
        committed = now;
        dirty = false;
      }
    }
  }

  private boolean take(Consumer<String, byte[]> reader, ConsumerRecords<String, byte[]> records) {
    for (ConsumerRecord<String, byte[]> record : records) {
      target.take(place(record.topic(), record.partition(), record.offset()), record);
    }
    for (TopicPartition partition : records.partitions()) {
      target.reached(log(partition), partition.partition(), reader.position(partition));
    }
    return !records.isEmpty();
  }

  /** A topic that ends before the history was made anew, and so is the history. */
  private void begin(Consumer<String, byte[]> reader, List<TopicPartition> partitions) {
    target.reopen();
    Map<TopicPartition, Long> ends = new HashMap<>(reader.endOffsets(partitions));
    Positions known = target.positions();
    boolean other =
        ends.entrySet().stream()
            .anyMatch(
                end -> known.next(log(end.getKey()), end.getKey().partition()) > end.getValue());
    if (other) {
      LOG.warn("topics end before the history, which is read anew topics={}", topics.keySet());
      target.clear();
    }
    Positions positions = target.positions();
    for (TopicPartition partition : partitions) {
      reader.seek(partition, positions.next(log(partition), partition.partition()));
    }
    forget(reader, partitions);
  }

  private void forget(Consumer<String, byte[]> reader, List<TopicPartition> partitions) {
    reader
        .beginningOffsets(partitions)
        .forEach(
            (partition, first) ->
                target.forget(place(partition.topic(), partition.partition(), first)));
  }

  private Place place(String topic, int partition, long offset) {
    return new Place(log(new TopicPartition(topic, partition)), partition, offset);
  }

  private Log log(TopicPartition partition) {
    Log log = topics.get(partition.topic());
    if (log == null) {
      throw new IllegalArgumentException("topic: '" + partition.topic() + "'");
    }
    return log;
  }

  /** Stops following; what was taken is not committed here. */
  @Override
  public void close() {
    closing = true;
    consumer.ifPresent(Consumer::wakeup);
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (KafkaException e) {
      LOG.debug("closed while it was opened", e);
    }
  }
}
