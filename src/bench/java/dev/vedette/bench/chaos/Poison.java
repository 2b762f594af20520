package dev.vedette.bench.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts what is no article among the articles; each must be found among the dead letters, once. */
final class Poison implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;
  private final List<String> sent = new ArrayList<>();

  Poison(String bootstrapServers) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "enable.idempotence", true),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Sends one, and waits until it stands there. */
  void send() throws ExecutionException, InterruptedException {
    String words = "poison no. " + sent.size();
    producer
        .send(new ProducerRecord<>(Topic.ARTICLES, words.getBytes(UTF_8), words.getBytes(UTF_8)))
        .get();
    sent.add(words);
  }

  /** What was sent. */
  List<String> sent() {
    return sent;
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ZERO);
  }
}
