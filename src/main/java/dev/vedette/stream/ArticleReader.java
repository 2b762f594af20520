package dev.vedette.stream;

import dev.vedette.article.Article;
import dev.vedette.history.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads single articles from their places on the topic. Safe for use by several threads. */
public final class ArticleReader implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Consumer<String, byte[]> consumer;
  private final Deserializer<Article> articles =
      Json.serde(Article.class, Article.SCHEMA).deserializer();

  /** Opens the log; nothing is read yet. */
  public ArticleReader(KafkaClients clients) {
    this.consumer = clients.reader(new ByteArrayDeserializer());
  }

  /** The article at a place; empty if the topic does not have it any more. */
  public synchronized Optional<Article> read(Place place) {
    TopicPartition partition = new TopicPartition(Topics.ARTICLES, place.partition());
    consumer.assign(List.of(partition));
    consumer.seek(partition, place.offset());
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (consumer.position(partition) <= place.offset() && System.nanoTime() < end) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        if (record.offset() >= place.offset()) {
          return record.offset() == place.offset() ? article(record) : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Article> article(ConsumerRecord<String, byte[]> record) {
    try {
      return Optional.ofNullable(articles.deserialize(record.topic(), record.value()));
    } catch (SerializationException e) {
      return Optional.empty();
    }
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
