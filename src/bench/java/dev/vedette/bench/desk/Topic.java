package dev.vedette.bench.desk;

import dev.vedette.alert.Alert;
import dev.vedette.bench.Scratch;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.Json;
import dev.vedette.stream.KafkaSettings;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** The alerts topic of an embedded broker, to be written to. */
final class Topic implements AutoCloseable {

  final Cluster cluster;
  private final Scratch scratch = Scratch.make("desk");
  private final KafkaProducer<String, String> producer;

  Topic() throws IOException {
    KafkaSettings settings = new KafkaSettings("", 0, 3, -1, Map.of());
    cluster = Cluster.host(settings, scratch.path(), System.err::println);
    cluster.ensureTopics(Watchlists.of(List.of(), "none"));
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                cluster.clients().bootstrapServers(),
                ProducerConfig.LINGER_MS_CONFIG,
                0),
            new StringSerializer(),
            new StringSerializer());
  }

  void tell(Alert alert) {
    producer.send(new ProducerRecord<>("vedette.alerts.v1", alert.entry(), Json.line(alert)));
  }

  void flush() {
    producer.flush();
  }

  @Override
  public void close() throws IOException {
    producer.close();
    cluster.close();
    scratch.close();
  }
}
