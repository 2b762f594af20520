package dev.vedette.stream;

import dev.vedette.article.Article;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the articles that are kept, up to where the topic ends when the reading begins. A member of
 * no group: nobody's offsets are touched, and nothing is written.
 */
public final class ArticleLog {

  private static final Logger LOG = LoggerFactory.getLogger(ArticleLog.class);

  /** Polls of half a second without a record. */
  private static final int MAX_SILENCE = 60;

  private final KafkaClients clients;

  /** Opens the log; nothing is read yet. */
  public ArticleLog(KafkaClients clients) {
    this.clients = clients;
  }

  /**
   * Reads what has come since a time, by the time of fetching, a partition after the other. What is
   * no article is logged and passed over.
   *
   * @throws StreamException if the broker stops giving what it has
   */
  public void read(Instant since, java.util.function.Consumer<Article> reader) {
    try (Consumer<String, byte[]> consumer = clients.reader(new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.ARTICLES).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Map<TopicPartition, Long> times =
          partitions.stream().collect(Collectors.toMap(p -> p, p -> since.toEpochMilli()));
      consumer
          .offsetsForTimes(times)
          .forEach(
              (partition, found) -> {
                if (found != null) {
                  consumer.assign(List.of(partition));
                  consumer.seek(partition, found.offset());
                  read(consumer, partition, ends.getOrDefault(partition, 0L), reader);
                }
              });
    }
  }

  private static void read(
      Consumer<String, byte[]> consumer,
      TopicPartition partition,
      long end,
      java.util.function.Consumer<Article> reader) {
    Deserializer<Article> articles = Json.serde(Article.class, Article.SCHEMA).deserializer();
    int silence = 0;
    while (consumer.position(partition) < end) {
      ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(500));
      silence = records.isEmpty() ? silence + 1 : 0;
      if (silence == MAX_SILENCE) {
        throw new StreamException("the broker does not give the articles that it has", null);
      }
      for (ConsumerRecord<String, byte[]> record : records) {
        if (record.offset() < end) {
          tell(record, articles, reader);
        }
      }
    }
  }

  private static void tell(
      ConsumerRecord<String, byte[]> record,
      Deserializer<Article> articles,
      java.util.function.Consumer<Article> reader) {
    Article article;
    try {
      article = articles.deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      LOG.warn(
          "not an article, skipped topic={} partition={} offset={} why={}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
      return;
    }
    if (article != null) {
      reader.accept(article);
    }
  }
}
