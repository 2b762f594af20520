package dev.vedette.stream;

import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vedette.Samples;
import dev.vedette.article.Article;
import dev.vedette.watchlist.Watchlists;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterLogIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Watchlists LISTS = Samples.watchlists(entry("shoigu", "Sergei Shoigu"));

  @TempDir private Path directory;

  private Cluster cluster;
  private DeadLetterLog log;

  @BeforeEach
  void start() {
    cluster =
        Cluster.host(new KafkaSettings("", 0, 3, -1, Map.of()), directory.resolve("a"), why -> {});
    cluster.ensureTopics(LISTS);
    log = new DeadLetterLog(cluster.clients());
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void anArticleOfAnUnknownVersionIsListedWithItsReasonAndSentBackOnce() {
    byte[] good =
        Json.serde(Article.class, Article.SCHEMA)
            .serializer()
            .serialize("", article("later", "Visit", "Sergei Shoigu came.", Instant.now()));
    String later = new String(good, UTF_8).replace("vedette.article/1", "vedette.article/2");
    put(new ProducerRecord<>(Topics.ARTICLES, 1, "later", later.getBytes(UTF_8)));
    try (Node node = node()) {
      await().atMost(PATIENCE).until(() -> log.list().size() == 1);

      assertThat(log.list().get(0))
          .satisfies(
              letter -> {
                assertThat(letter.key()).isEqualTo("later");
                assertThat(letter.topic()).isEqualTo(Topics.ARTICLES);
                assertThat(letter.fromPartition()).isEqualTo(1);
                assertThat(letter.fromOffset()).isZero();
                assertThat(letter.bytes()).isEqualTo(later.length());
                assertThat(letter.why())
                    .isEqualTo("schema: 'vedette.article/2' (expected: vedette.article/1)");
                assertThat(letter.replayed()).isFalse();
              });

      assertThat(log.replay()).isEqualTo(Map.of(Topics.ARTICLES, 1));
      assertThat(log.list()).filteredOn(DeadLetter::replayed).hasSize(1);
      await().atMost(PATIENCE).until(() -> log.list().size() == 2); // it fails again
      assertThat(log.list()).filteredOn(letter -> !letter.replayed()).hasSize(1);
    }
  }

  @Test
  void whatIsReadableByNowIsTold() {
    byte[] article =
        Json.serde(Article.class, Article.SCHEMA)
            .serializer()
            .serialize("", article("mended", "Visit", "Sergei Shoigu came.", Instant.now()));
    put(letter("mended", article, Topics.ARTICLES));
    try (Node node = node();
        AlertLog alerts = new AlertLog(cluster.clients())) {
      assertThat(log.replay()).isEqualTo(Map.of(Topics.ARTICLES, 1));
      assertThat(log.replay()).isEmpty();
      assertThat(log.list()).extracting(DeadLetter::replayed).containsExactly(true);
      assertThat(groups()).as("a cluster forgets them").doesNotContain("vedette-dead-letters");
      await().atMost(PATIENCE).until(() -> !alerts.since(Instant.EPOCH, a -> true).isEmpty());
      assertThat(alerts.since(Instant.EPOCH, a -> true))
          .extracting(alert -> alert.article().id())
          .containsExactly("mended");
    }
  }

  @Test
  void oneFromATopicThatIsGoneHoldsAllBack() {
    put(letter("good", "{}".getBytes(UTF_8), Topics.ARTICLES));
    put(letter("lost", "{}".getBytes(UTF_8), "vedette.articles.v0"));

    assertThatThrownBy(log::replay)
        .isInstanceOf(StreamException.class)
        .hasMessage(
            "dead letter 0-2 came from topic 'vedette.articles.v0', which is not there (expected:"
                + " the topics of the version that wrote it)");
    assertThat(log.list()).extracting(DeadLetter::replayed).containsExactly(false, false);
  }

  private static ProducerRecord<String, byte[]> letter(String key, byte[] value, String from) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.DEAD_LETTERS, 0, key, value);
    DeadLetters.headers(record.headers(), new IllegalStateException("no"), from, 0, 0);
    return record;
  }

  private void put(ProducerRecord<String, byte[]> record) {
    try (Producer<String, byte[]> producer = cluster.clients().transactional("put", 10_000)) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(record);
      producer.commitTransaction();
    }
  }

  private List<String> groups() {
    try (Admin admin = cluster.clients().admin()) {
      return admin.listGroups().all().toCompletionStage().toCompletableFuture().join().stream()
          .map(GroupListing::groupId)
          .toList();
    }
  }

  private Node node() {
    return new Node(cluster.clients(), () -> LISTS, directory.resolve("node"), List.of(), 0);
  }
}
