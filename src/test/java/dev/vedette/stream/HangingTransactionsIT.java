package dev.vedette.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.internal.FileLogInputStream.FileChannelRecordBatch;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes on is left alone. What hangs is made by hand: the mark is cut off a partition of a
 * broker that is stopped.
 */
class HangingTransactionsIT {

  private static final TopicPartition MARKED = new TopicPartition(Topics.ARTICLES, 0);
  private static final TopicPartition UNMARKED = new TopicPartition(Topics.ARTICLES, 1);

  @TempDir Path directory;

  @Test
  void aTransactionThatGoesOnIsNotEndedHoweverOldItIs() throws Exception {
    try (DataDirectory data = DataDirectory.take(directory.resolve("kafka"));
        EmbeddedBroker broker = EmbeddedBroker.start(data, 0, why -> {})) {
      KafkaClients clients = clients(broker);
      try (HangingTransactions hanging = new HangingTransactions(clients, later());
          Producer<String, byte[]> producer = clients.transactional("vedette-test", 60_000)) {
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(record(MARKED, "open")).get();

        List<Integer> ended = new ArrayList<>();
        for (int look = 0; look < 3; look++) {
          ended.add(hanging.look());
        }
        producer.commitTransaction();

        assertThat(ended).containsOnly(0);
        assertThat(hanging.look()).isZero();
        assertThat(committed(clients, MARKED)).containsExactly("open");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneThatHangsIsEndedAsItsCoordinatorHadDecided(boolean commit) throws Exception {
    try (DataDirectory data = DataDirectory.take(directory.resolve("kafka"))) {
      try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0, why -> {});
          Producer<String, byte[]> producer =
              clients(broker).transactional("vedette-test", 60_000)) {
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(record(MARKED, "hung")).get();
        producer.send(record(UNMARKED, "hung")).get();
        if (commit) {
          producer.commitTransaction();
        } else {
          producer.abortTransaction();
        }
      }
      cutMark(data.broker(), UNMARKED);
      try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0, why -> {})) {
        KafkaClients clients = clients(broker);
        // another start of the same producer hides from its coordinator how the one before ended
        try (Producer<String, byte[]> producer = clients.transactional("vedette-test", 60_000)) {
          producer.initTransactions();
        }
        try (Producer<String, byte[]> producer = clients.transactional("vedette-other", 60_000)) {
          producer.initTransactions();
          producer.beginTransaction();
          producer.send(record(UNMARKED, "behind it")).get();
          producer.commitTransaction();
        }
        assertThat(committed(clients, UNMARKED)).isEmpty();
        try (HangingTransactions hanging = new HangingTransactions(clients, later())) {
          assertThat(List.of(hanging.look(), hanging.look(), hanging.look(), hanging.look()))
              .containsExactly(0, 1, 0, 0);
        }
        assertThat(committed(clients, UNMARKED))
            .isEqualTo(commit ? List.of("hung", "behind it") : List.of("behind it"))
            .containsAll(committed(clients, MARKED));
      }
    }
  }

  private static KafkaClients clients(EmbeddedBroker broker) throws Exception {
    KafkaSettings settings = new KafkaSettings(broker.address(), 0, 3, -1, Map.of());
    KafkaClients clients = new KafkaClients(broker.address(), settings);
    try (Admin admin = clients.admin()) {
      Topics.ensure(admin, settings, Samples.watchlists());
    }
    return clients;
  }

  private static Clock later() {
    return Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
  }

  private static ProducerRecord<String, byte[]> record(TopicPartition to, String key) {
    return new ProducerRecord<>(
        to.topic(), to.partition(), key, "{}".getBytes(StandardCharsets.UTF_8));
  }

  /** The keys of what a reader of committed records gets. */
  private static List<String> committed(KafkaClients clients, TopicPartition partition) {
    List<String> keys = new ArrayList<>();
    try (Consumer<String, String> reader = clients.reader(new StringDeserializer())) {
      reader.assign(List.of(partition));
      reader.seekToBeginning(List.of(partition));
      KeptRecords.read(
          reader, reader.endOffsets(List.of(partition)), record -> keys.add(record.key()));
    }
    return keys;
  }

  /** Takes the last batch of a partition away, and what the broker has derived from the file. */
  private static void cutMark(Path broker, TopicPartition partition) throws IOException {
    Path home = broker.resolve(partition.toString());
    try (FileRecords records =
        FileRecords.open(home.resolve("00000000000000000000.log").toFile(), true)) {
      int last = 0;
      for (FileChannelRecordBatch batch : records.batches()) {
        last = batch.isControlBatch() ? batch.position() : -1;
      }
      assertThat(last).isPositive();
      records.truncateTo(last);
    }
    try (var files = Files.newDirectoryStream(home, "*.{index,timeindex,snapshot,txnindex}")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.deleteIfExists(broker.resolve(".kafka_cleanshutdown"));
  }
}
