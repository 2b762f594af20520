package dev.vedette.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Lists the dead letters, and sends them back to where they came from.
 *
 * <p>How far they were sent back stands as the offsets of a consumer group, which are committed
 * together with what is sent; so a letter is sent back once, whatever happens in between. One that
 * fails again is a new letter. An alert that a sink could not tell goes to that sink alone.
 */
public final class DeadLetterLog {

  private static final String GROUP = "vedette-dead-letters";
  private static final int TRANSACTION_MILLIS = 15_000;

  private final KafkaClients clients;

  /** Opens the log; nothing is read yet. */
  public DeadLetterLog(KafkaClients clients) {
    this.clients = clients;
  }

  /** All that are kept, by partition and offset. */
  public List<DeadLetter> list() {
    List<DeadLetter> letters = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = clients.reader(GROUP)) {
      List<TopicPartition> partitions = KeptRecords.partitions(consumer, Topics.DEAD_LETTERS);
      Map<TopicPartition, Long> replayed = replayed(consumer, partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      KeptRecords.read(
          consumer,
          consumer.endOffsets(partitions),
          record -> letters.add(letter(record, replayed.getOrDefault(place(record), 0L))));
    }
    letters.sort(
        Comparator.comparingInt(DeadLetter::partition).thenComparingLong(DeadLetter::offset));
    return letters;
  }

  /**
   * Sends back, in one transaction, what was not sent back before.
   *
   * @return how many went to which topic; empty if there was nothing
   * @throws StreamException if one does not say where it came from, or that topic is gone; then
   *     none was sent
   */
  public Map<String, Integer> replay() {
    try (Consumer<String, byte[]> consumer = clients.reader(GROUP)) {
      List<ConsumerRecord<String, byte[]>> open = new ArrayList<>();
      List<TopicPartition> partitions = KeptRecords.partitions(consumer, Topics.DEAD_LETTERS);
      consumer.assign(partitions); // starts where the group stands
      KeptRecords.read(consumer, consumer.endOffsets(partitions), open::add);
      requireTopics(consumer, open);
      return open.isEmpty() ? Map.of() : replay(open, consumer.groupMetadata());
    }
  }

  private Map<String, Integer> replay(
      List<ConsumerRecord<String, byte[]>> open, ConsumerGroupMetadata group) {
    Map<String, Integer> sent = new TreeMap<>();
    try (Producer<String, byte[]> producer = clients.transactional(GROUP, TRANSACTION_MILLIS)) {
      producer.initTransactions();
      producer.beginTransaction();
      Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
      for (ConsumerRecord<String, byte[]> record : open) {
        String topic = DeadLetters.topic(record.headers());
        send(producer, topic, record);
        sent.merge(topic, 1, Integer::sum);
        done.put(place(record), new OffsetAndMetadata(record.offset() + 1));
      }
      producer.sendOffsetsToTransaction(done, group);
      producer.commitTransaction(); // throws what a send met
    }
    return sent;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // commitTransaction throws what a send met
  private static void send(
      Producer<String, byte[]> producer, String topic, ConsumerRecord<String, byte[]> record) {
    producer.send(
        new ProducerRecord<>(
            topic,
            null,
            record.timestamp(),
            record.key(),
            record.value(),
            DeadLetters.own(record.headers())));
  }

  private static void requireTopics(
      Consumer<?, ?> consumer, List<ConsumerRecord<String, byte[]>> letters) {
    var there = consumer.listTopics().keySet();
    for (ConsumerRecord<String, byte[]> letter : letters) {
      String topic = DeadLetters.topic(letter.headers());
      if (!there.contains(topic)) {
        throw new StreamException(
            "dead letter %d-%d came from topic '%s', which is not there (expected: the topics of the version that wrote it)"
                .formatted(letter.partition(), letter.offset(), topic),
            null);
      }
    }
  }

  private static Map<TopicPartition, Long> replayed(
      Consumer<?, ?> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    consumer
        .committed(Set.copyOf(partitions))
        .forEach(
            (partition, offset) -> {
              if (offset != null) {
                offsets.put(partition, offset.offset());
              }
            });
    return offsets;
  }

  private static DeadLetter letter(ConsumerRecord<String, byte[]> record, long replayed) {
    byte[] value = record.value();
    return new DeadLetter(
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        record.key() == null ? "" : record.key(),
        value == null ? 0 : value.length,
        DeadLetters.topic(record.headers()),
        (int) DeadLetters.number(record.headers(), "partition"),
        DeadLetters.number(record.headers(), "offset"),
        DeadLetters.text(record.headers(), "exception"),
        DeadLetters.text(record.headers(), "message"),
        record.offset() < replayed);
  }

  private static TopicPartition place(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
