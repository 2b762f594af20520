package dev.vedette.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes on is left alone; what hangs only a killed broker leaves behind. */
class HangingTransactionsIT {

  @TempDir Path directory;

  @Test
  void aTransactionThatGoesOnIsNotEndedHoweverOldItIs() throws Exception {
    DataDirectory data = DataDirectory.take(directory.resolve("kafka"));
    try (data;
        EmbeddedBroker broker = EmbeddedBroker.start(data, 0, why -> {})) {
      KafkaSettings settings = new KafkaSettings(broker.address(), 0, 3, -1, Map.of());
      KafkaClients clients = new KafkaClients(broker.address(), settings);
      try (Admin admin = clients.admin()) {
        Topics.ensure(admin, settings, Samples.watchlists());
      }
      Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
      try (HangingTransactions hanging = new HangingTransactions(clients, later);
          Producer<String, byte[]> producer = clients.transactional("test", 60_000)) {
        producer.initTransactions();
        producer.beginTransaction();
        byte[] value = "{}".getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.ARTICLES, 0, "open", value)).get();

        List<Integer> ended = new ArrayList<>();
        for (int look = 0; look < 3; look++) {
          ended.add(hanging.look());
        }
        producer.commitTransaction();

        assertThat(ended).containsOnly(0);
        assertThat(hanging.look()).isZero();
      }
    }
  }
}
