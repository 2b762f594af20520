package dev.vedette.stream;

import dev.vedette.alert.Feedback;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;

/** Writes what people say of alerts and entries, where all instances and the topology read it. */
public final class FeedbackLog implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;

  private final Producer<String, byte[]> producer;
  private final Serializer<Feedback> feedback =
      Json.serde(Feedback.class, Feedback.SCHEMA).serializer();

  /** Opens the log; the broker is spoken to when something is written. */
  public FeedbackLog(KafkaClients clients) {
    this.producer = clients.producer(PATIENCE_MILLIS);
  }

  /**
   * Writes what was said, and waits until it is kept.
   *
   * @throws StreamException if the broker does not take it
   */
  public void say(Feedback said) {
    write(said.key(), feedback.serialize(Topics.FEEDBACK, said));
  }

  /**
   * Takes back what was said under a key, and waits until that is kept.
   *
   * @throws StreamException if the broker does not take it
   */
  public void takeBack(String key) {
    write(key, null);
  }

  private void write(String key, byte @org.jspecify.annotations.Nullable [] value) {
    try {
      producer
          .send(new ProducerRecord<>(Topics.FEEDBACK, key, value))
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new StreamException("the broker does not take what was said: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StreamException("interrupted while writing what was said", e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
