package dev.vedette.stream;

import dev.vedette.route.Parcel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
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
  public void bury(Parcel parcel, String why) {
    long time = parcel.alert().raisedAt().toEpochMilli();
    bury(
        Envelope.headers(parcel.alert(), time),
        new StreamException(why, null),
        new ConsumerRecord<>(
            Topics.ALERTS,
            parcel.partition(),
            parcel.offset(),
            parcel.alert().entry(),
            parcel.record()),
        time);
  }

  /** Of a record that is no alert, as this version knows them. */
  void bury(ConsumerRecord<String, byte[]> record, Exception why) {
    bury(new RecordHeaders(record.headers()), why, record, record.timestamp());
  }

  private synchronized void bury(
      Headers own, Exception why, ConsumerRecord<String, byte[]> record, long time) {
    if (producer == null) {
      producer = clients.producer();
    }
    Headers headers =
        DeadLetters.headers(
            DeadLetters.forSink(own, sink),
            why,
            record.topic(),
            record.partition(),
            record.offset());
    try {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.DEAD_LETTERS, null, time, record.key(), record.value(), headers))
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
