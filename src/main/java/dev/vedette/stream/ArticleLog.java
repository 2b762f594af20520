package dev.vedette.stream;

import dev.vedette.article.Article;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
  private final Deserializer<Article> articles =
      Json.serde(Article.class, Article.SCHEMA).deserializer();

  /** Opens the log; nothing is read yet. */
  public ArticleLog(KafkaClients clients) {
    this.clients = clients;
  }

  /** Takes word of how far the reading has come. */
  public interface Progress {

    /**
     * Called by the thread that reads, several times a second.
     *
     * @param done of all records, those that were read
     * @param all how many there are; nearly, as the marks of transactions are counted too
     */
    void at(long done, long all);
  }

  /**
   * Reads what has come since a time, by the time of fetching, a partition after the other. What is
   * no article is logged and passed over.
   *
   * @throws StreamException if the broker stops giving what it has
   */
  public void read(Instant since, Consumer<Article> reader) {
    try (var consumer = clients.reader(new ByteArrayDeserializer())) {
      ranges(consumer, since)
          .forEach(
              (partition, range) ->
                  read(
                      consumer,
                      Map.of(partition, range),
                      records -> records.forEach(record -> tell(record, reader)),
                      (done, all) -> {}));
    }
  }

  /**
   * Reads what has come since a time, by the time of fetching, all partitions at once and in no
   * order. What is no article is logged and passed over.
   *
   * @param threads that call the reader; one reader is called by all of them
   * @throws StreamException if the broker stops giving what it has
   * @throws RuntimeException what the reader threw first, after which no more is read
   */
  public void readAtOnce(Instant since, int threads, Consumer<Article> reader, Progress progress) {
    try (var consumer = clients.reader(new ByteArrayDeserializer());
        Crew crew = new Crew(threads)) {
      read(
          consumer,
          ranges(consumer, since),
          records -> crew.take(() -> records.forEach(record -> tell(record, reader))),
          progress);
      crew.finish();
    }
  }

  /**
   * The records of a partition that are to be read.
   *
   * @param from offset of the first
   * @param end offset after the last
   */
  private record Range(long from, long end) {}

  /** The partitions that have something; where each ends now is the end, whatever comes later. */
  private static Map<TopicPartition, Range> ranges(
      org.apache.kafka.clients.consumer.Consumer<?, ?> consumer, Instant since) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.ARTICLES).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> times =
        partitions.stream().collect(Collectors.toMap(p -> p, p -> since.toEpochMilli()));
    Map<TopicPartition, Range> ranges =
        new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              long end = ends.getOrDefault(partition, 0L);
              if (found != null && found.offset() < end) {
                ranges.put(partition, new Range(found.offset(), end));
              }
            });
    return ranges;
  }

  private static void read(
      org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
      Map<TopicPartition, Range> ranges,
      Consumer<List<ConsumerRecord<String, byte[]>>> reader,
      Progress progress) {
    consumer.assign(ranges.keySet());
    ranges.forEach((partition, range) -> consumer.seek(partition, range.from()));
    long all = ranges.values().stream().mapToLong(range -> range.end() - range.from()).sum();
    int silence = 0;
    for (long left = all; left > 0; left = left(consumer, ranges)) {
      progress.at(all - left, all);
      ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(500));
      silence = records.isEmpty() ? silence + 1 : 0;
      if (silence == MAX_SILENCE) {
        throw new StreamException("the broker does not give the articles that it has", null);
      }
      for (TopicPartition partition : records.partitions()) {
        Range range = ranges.getOrDefault(partition, new Range(0, 0));
        reader.accept(
            records.records(partition).stream()
                .filter(record -> record.offset() < range.end())
                .toList());
      }
    }
    progress.at(all, all);
  }

  private static long left(
      org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
      Map<TopicPartition, Range> ranges) {
    long left = 0;
    for (Map.Entry<TopicPartition, Range> range : ranges.entrySet()) {
      left += Math.max(0, range.getValue().end() - consumer.position(range.getKey()));
    }
    return left;
  }

  private void tell(ConsumerRecord<String, byte[]> record, Consumer<Article> reader) {
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
