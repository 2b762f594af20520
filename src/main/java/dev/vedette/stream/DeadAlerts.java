package dev.vedette.stream;

import dev.vedette.route.Parcel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Alerts that a sink could not tell, on the topic of dead letters. */
final class DeadAlerts implements Couriers.Burial, AutoCloseable {

  private final KafkaClients clients;
  private final String sink;
  private @Nullable Producer<String, byte[]> producer;

  DeadAlerts(KafkaClients clients, String sink) {
    this.clients = clients;
    this.sink = sink;
  }

  @Override
  public synchronized void bury(Parcel parcel, String why) {
    if (producer == null) {
      producer = clients.producer();
    }
    long time = parcel.alert().raisedAt().toEpochMilli();
    Headers headers =
        DeadLetters.headers(
            DeadLetters.forSink(Envelope.headers(parcel.alert(), time), sink),
            new StreamException(why, null),
            Topics.ALERTS,
            parcel.partition(),
            parcel.offset());
    try {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.DEAD_LETTERS,
                  null,
                  time,
                  parcel.alert().entry(),
                  parcel.record(),
                  headers))
          .get();
    } catch (ExecutionException e) {
      throw new KafkaException("dead letter not stored", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(5));
    }
  }
}
