package dev.vedette.stream;

import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vedette.Samples;
import dev.vedette.alert.Alert;
import dev.vedette.article.Article;
import dev.vedette.watchlist.Limits;
import dev.vedette.watchlist.Watchlists;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits through restarts and takeovers, exactly once, on a real broker. */
class FloodIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Long enough for a takeover in the midst of it. */
  private static final Duration INTERVAL = Duration.ofSeconds(20);

  private static final Watchlists LISTS =
      Samples.watchlists(entry("shoigu", new Limits(2, INTERVAL), "Sergei Shoigu"));

  @TempDir Path directory;
  private KafkaClients clients;
  private final Instant begin = Instant.now();

  @Test
  void whatIsHeldAndCountedIsToldOnceByWhoeverHasThePartitionThen() {
    DataDirectory data = DataDirectory.take(directory.resolve("kafka"));
    try (data;
        EmbeddedBroker broker = EmbeddedBroker.start(data, 0, why -> {})) {
      KafkaSettings settings = new KafkaSettings(broker.address(), 0, 3, -1, Map.of());
      clients = new KafkaClients(broker.address(), settings);
      try (Admin admin = clients.admin()) {
        Topics.ensure(admin, settings, LISTS);
      }
      try (Pipeline first = pipeline("first")) {
        put("a", "a", begin);
        await().atMost(PATIENCE).until(() -> told().size() == 1);
        put("b", "b", begin);
        put("c", "c", begin);
        put("a2", "a", begin);
        put("d", "d", begin);
        await().atMost(PATIENCE).until(() -> suppressed().size() == 2);
        assertThat(told()).contains("raised a", "raised b");
      }
      try (Pipeline second = pipeline("second")) {
        await().atMost(PATIENCE).until(() -> told().size() == 3); // no article has come
        put("e", "e", begin.plusSeconds(3599));
        put("f", "f", begin.plusSeconds(3600));
        await().atMost(PATIENCE).until(() -> told().size() == 5);
      }

      assertThat(told())
          .containsExactlyInAnyOrder(
              "raised a", "raised b", "updated a2", "summary e of 3", "raised f");
      assertThat(suppressed()).containsExactlyInAnyOrder("raised c", "raised d", "raised e");
    }
  }

  private Pipeline pipeline(String name) {
    Path state = directory.resolve(name);
    Pipeline pipeline =
        new Pipeline(clients, () -> LISTS, AlertSettings.DEFAULTS, state, why -> {});
    pipeline.start();
    return pipeline;
  }

  /** One after the other, so that they are read in this order whatever partition they are in. */
  private void put(String id, String text, Instant fetchedAt) {
    Article article = article(id, "Visit", "Sergei Shoigu " + text + ".", fetchedAt);
    try (Producer<String, byte[]> producer = clients.transactional("test-put-" + id, 10_000)) {
      producer.initTransactions();
      producer.beginTransaction();
      byte[] value =
          Json.serde(Article.class, Article.SCHEMA)
              .serializer()
              .serialize(Topics.ARTICLES, article);
      producer.send(
          new ProducerRecord<>(Topics.ARTICLES, 0, fetchedAt.toEpochMilli(), article.id(), value));
      producer.commitTransaction();
    }
  }

  private List<String> told() {
    try (AlertLog log = new AlertLog(clients)) {
      return words(log);
    }
  }

  private List<String> suppressed() {
    try (AlertLog log = AlertLog.suppressed(clients)) {
      return words(log);
    }
  }

  private List<String> words(AlertLog log) {
    return log.since(begin.minusSeconds(1), alert -> true).stream().map(FloodIT::word).toList();
  }

  private static String word(Alert alert) {
    return alert.type().name().toLowerCase(Locale.ROOT)
        + " "
        + alert.article().id()
        + (alert.summary() == null ? "" : " of " + alert.summary().count());
  }
}
