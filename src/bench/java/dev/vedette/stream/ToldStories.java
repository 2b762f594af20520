package dev.vedette.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vedette.alert.Alert.CopyKind;
import dev.vedette.alert.Told;
import dev.vedette.article.Article;
import dev.vedette.article.Fingerprint;
import dev.vedette.text.Imprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/** Stories as they are remembered, of articles of 4 KB, a hundred of each entry. */
final class ToldStories {

  private static final int TEXTS = 500;
  private static final int OF_AN_ENTRY = 100;

  private final KafkaClients clients;
  private final List<Imprint> imprints = new ArrayList<>();
  private long bytes;
  private int count;

  ToldStories(KafkaClients clients, BenchArticles articles) {
    this.clients = clients;
    for (int i = 0; i < TEXTS; i++) {
      Article article = articles.next(i, Instant.EPOCH);
      imprints.add(Imprint.of(article.body()).thin());
    }
  }

  /** Makes the changelog of a store, as the store would have written it. */
  void fill(String topic, int stories, int partitions)
      throws ExecutionException, InterruptedException {
    try (Admin admin = clients.admin()) {
      NewTopic changelog = new NewTopic(topic, partitions, (short) 1);
      admin
          .createTopics(List.of(changelog.configs(Map.of("cleanup.policy", "compact"))))
          .all()
          .get();
    }
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            clients.bootstrapServers(),
            ProducerConfig.LINGER_MS_CONFIG,
            50);
    Serializer<Told> serializer = ToldSerde.create().serializer();
    Instant now = Instant.now();
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < stories; i++) {
        String entry = "entry-" + i / OF_AN_ENTRY;
        byte[] key = EntryStories.key(entry, i * 0x9E37_79B9_7F4A_7C15L).get();
        byte[] value = serializer.serialize(topic, told(i, now));
        int partition = Utils.toPositive(Utils.murmur2(entry.getBytes(UTF_8))) % partitions;
        bytes += key.length + value.length;
        count++;
        send(producer, new ProducerRecord<>(topic, partition, key, value));
      }
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what is lost is missed at the other end
  private static void send(
      Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
    producer.send(record);
  }

  private Told told(int number, Instant now) {
    return new Told(
        now,
        number,
        List.of(imprints.get(number % TEXTS)),
        List.of(
            new Told.Carrier(
                Fingerprint.of("article " + number), number, number, "agency", "", CopyKind.EXACT)),
        List.of(),
        0);
  }

  /** Bytes of key and value, on average. */
  double bytesEach() {
    return (double) bytes / count;
  }

  /** What is used once the garbage is gone. */
  static long heap() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(200);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
