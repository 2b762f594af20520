package dev.vedette.stream;

import dev.vedette.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a topic of alerts, as any subscriber may: committed alerts only, in order per entry. */
public final class AlertLog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AlertLog.class);

  private final Consumer<String, byte[]> consumer;
  private final Deserializer<Alert> alerts = Json.serde(Alert.class, Alert.SCHEMA).deserializer();
  private final List<TopicPartition> partitions;

  /** Opens the log; nothing is read yet. */
  public AlertLog(KafkaClients clients) {
    this(clients, Topics.ALERTS);
  }

  private AlertLog(KafkaClients clients, String topic) {
    this.consumer = clients.reader(new ByteArrayDeserializer());
    this.partitions = KeptRecords.partitions(consumer, topic);
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // from here on {@link #next} follows
  }

  /**
   * Opens the log of what was not told, as its alerts were only counted.
   *
   * @throws StreamException if there is none
   */
  public static AlertLog suppressed(KafkaClients clients) {
    AlertLog log = new AlertLog(clients, Topics.SUPPRESSED);
    if (log.partitions.isEmpty()) {
      log.close();
      throw new StreamException(
          "there is no topic %s (expected: `vedette run` of this version has run against this broker)"
              .formatted(Topics.SUPPRESSED),
          null);
    }
    return log;
  }

  /**
   * The alerts since a time, oldest first; what {@link #next} gives afterwards is newer.
   *
   * @param since record time, that is the article's fetch time
   * @param wanted only these
   */
  public List<Alert> since(Instant since, Predicate<Alert> wanted) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> times =
        partitions.stream().collect(Collectors.toMap(p -> p, p -> since.toEpochMilli()));
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) ->
                consumer.seek(
                    partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
    return readTo(ends, wanted);
  }

  /**
   * The last alerts, at most so many, oldest first; what {@link #next} gives afterwards is newer.
   */
  public List<Alert> last(int count) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
    if (count == 0) {
      return List.of();
    }
    for (long back = 4L * count; ; back *= 8) { // transactions' marks take offsets too
      boolean whole = true;
      for (TopicPartition partition : partitions) {
        long start = starts.getOrDefault(partition, 0L);
        long from = Math.max(start, ends.getOrDefault(partition, 0L) - back);
        whole &= from == start;
        consumer.seek(partition, from);
      }
      List<Alert> read = readTo(ends, alert -> true);
      if (whole || read.size() >= count * partitions.size()) {
        return read.subList(Math.max(0, read.size() - count), read.size());
      }
    }
  }

  /** The alerts that have come since the last call; empty if none came in that time. */
  public List<Alert> next(Duration time) {
    List<Alert> read = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : consumer.poll(time)) {
      add(read, record, alert -> true);
    }
    return read;
  }

  private List<Alert> readTo(Map<TopicPartition, Long> ends, Predicate<Alert> wanted) {
    List<Alert> read = new ArrayList<>();
    KeptRecords.read(consumer, ends, record -> add(read, record, wanted));
    read.sort(Comparator.comparing(Alert::raisedAt));
    return read;
  }

  private void add(
      Collection<Alert> read, ConsumerRecord<String, byte[]> record, Predicate<Alert> wanted) {
    if (!DeadLetters.sink(record.headers()).isEmpty()) {
      return; // sent back for a sink alone: here it was told of before
    }
    try {
      Alert alert = alerts.deserialize(record.topic(), record.value());
      if (alert != null && wanted.test(alert)) {
        read.add(alert);
      }
    } catch (SerializationException e) {
      LOG.warn(
          "not an alert, skipped topic={} partition={} offset={} why={}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
  }

  /**
   * Makes a waiting {@link #next} end with a {@link
   * org.apache.kafka.common.errors.WakeupException}.
   */
  public void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
