package dev.vedette.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Reads what is kept on a topic, up to where it ended when the reading began. */
final class KeptRecords {

  /** Polls of half a second without a record. */
  private static final int MAX_SILENCE = 60;

  private KeptRecords() {}

  /** All partitions of a topic. */
  static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  /**
   * Hands over the records from where the consumer stands to the ends, and what comes along with
   * the last of them; those of a partition in order.
   *
   * @param ends offsets that are not read any more; of assigned partitions
   * @throws StreamException if the broker stops giving what it has
   */
  static <K, V> void read(
      Consumer<K, V> consumer,
      Map<TopicPartition, Long> ends,
      java.util.function.Consumer<ConsumerRecord<K, V>> reader) {
    Map<TopicPartition, Long> left = new HashMap<>(ends);
    int silence = 0;
    while (true) {
      left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      if (left.isEmpty()) {
        return;
      }
      ConsumerRecords<K, V> records = consumer.poll(Duration.ofMillis(500));
      records.forEach(reader);
      silence = records.isEmpty() ? silence + 1 : 0;
      if (silence == MAX_SILENCE) {
        throw new StreamException("the broker does not give the records that it has", null);
      }
    }
  }
}
