package dev.vedette.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * When a sink told what it tells again only after a while, on a topic, so that whoever has the sink
 * next goes on with the intervals. All of one sink stands in one partition.
 */
final class SinkMemory implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int WRITE_MILLIS = 5_000;
  private static final Serde<Told> TOLD = Json.lenient(Told.class, Told.SCHEMA);

  private final KafkaClients clients;
  private final String prefix;
  private final TopicPartition place;
  private @Nullable Producer<String, byte[]> producer;

  /** The JSON of a record. */
  record Told(Instant at) {
    static final String SCHEMA = "vedette.sink-state/1";

    /** The name and major version of its JSON. */
    public String schema() {
      return SCHEMA;
    }
  }

  SinkMemory(KafkaClients clients, String sink) {
    this.clients = clients;
    this.prefix = sink + "/";
    int hash = Utils.toPositive(Utils.murmur2(sink.getBytes(StandardCharsets.UTF_8)));
    this.place = new TopicPartition(Topics.SINK_STATE, hash % clients.settings().partitions());
  }

  /**
   * All that is remembered.
   *
   * @throws KafkaException if it cannot be read
   */
  Map<String, Instant> read() {
    Map<String, Instant> told = new HashMap<>();
    try (Consumer<String, byte[]> reader = clients.reader(new ByteArrayDeserializer())) {
      reader.assign(List.of(place));
      reader.seekToBeginning(List.of(place));
      long end = reader.endOffsets(List.of(place)).getOrDefault(place, 0L);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (reader.position(place) < end) {
        if (System.nanoTime() > deadline) {
          throw new TimeoutException("not read within " + PATIENCE.toSeconds() + " s");
        }
        for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofSeconds(1))) {
          take(told, record);
        }
      }
    }
    return told;
  }

  private void take(Map<String, Instant> told, ConsumerRecord<String, byte[]> record) {
    if (record.key() == null || !record.key().startsWith(prefix)) {
      return;
    }
    String key = record.key().substring(prefix.length());
    Told last =
        record.value() == null
            ? null
            : TOLD.deserializer().deserialize(record.topic(), record.value());
    if (last == null) {
      told.remove(key);
    } else {
      told.put(key, last.at());
    }
  }

  /**
   * Remembers more, and forgets what has null; waits until it is stored.
   *
   * @throws KafkaException if it is not known to be stored
   */
  void write(Map<String, @Nullable Instant> news) {
    Producer<String, byte[]> to = producer;
    if (to == null) {
      to = clients.producer(WRITE_MILLIS);
      producer = to;
    }
    List<Future<?>> sent = new ArrayList<>();
    for (Map.Entry<String, @Nullable Instant> told : news.entrySet()) {
      Instant at = told.getValue();
      byte[] value =
          at == null ? null : TOLD.serializer().serialize(Topics.SINK_STATE, new Told(at));
      sent.add(
          to.send(
              new ProducerRecord<>(
                  place.topic(), place.partition(), prefix + told.getKey(), value)));
    }
    try {
      for (Future<?> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException("not stored", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(5));
    }
  }
}
