package dev.vedette.stream;

import dev.vedette.poll.HubEvent;
import dev.vedette.poll.Source;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serde;

/** Writes what hubs called with, where the instance that polls the source reads it. */
public final class HubLog implements AutoCloseable {

  static final Serde<HubEvent> EVENTS = Json.serde(HubEvent.class);

  private static final int PATIENCE_MILLIS = 5_000;

  private final Producer<String, byte[]> producer;
  private final int partitions;

  /** Opens the log; the broker is spoken to when something is written. */
  public HubLog(KafkaClients clients) {
    this.producer = clients.producer(PATIENCE_MILLIS);
    this.partitions = clients.settings().partitions();
  }

  /**
   * Writes one event of a source, and waits until it is kept.
   *
   * @throws StreamException if the broker does not take it
   */
  public void say(Source source, HubEvent event) {
    byte[] value = EVENTS.serializer().serialize(Topics.HUBS, event);
    int partition = Division.partition(source, partitions);
    try {
      producer
          .send(new ProducerRecord<>(Topics.HUBS, partition, source.id(), value))
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new StreamException("the broker does not take what a hub said: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StreamException("interrupted while writing what a hub said", e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
