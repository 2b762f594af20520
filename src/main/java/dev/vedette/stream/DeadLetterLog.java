package dev.vedette.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Lists the dead letters, and sends them back to where they came from.
 *
 * <p>How far they were sent back stands among them, in records that are stored together with what
 * is sent; so a letter is sent back once, whatever happens in between and for as long as it is
 * kept. One that fails again is a new letter. An alert that a sink could not tell goes to that sink
 * alone.
 */
public final class DeadLetterLog {

  private static final String TRANSACTIONS = "vedette-dead-letters";
  private static final int TRANSACTION_MILLIS = 15_000;

  private final KafkaClients clients;

  /** Opens the log; nothing is read yet. */
  public DeadLetterLog(KafkaClients clients) {
    this.clients = clients;
  }

  /**
   * What is kept.
   *
   * @param sentBack before which offset those of a partition were sent back
   */
  private record Kept(List<ConsumerRecord<String, byte[]>> letters, Map<Integer, Long> sentBack) {

    boolean isSentBack(ConsumerRecord<?, ?> letter) {
      return letter.offset() < sentBack.getOrDefault(letter.partition(), 0L);
    }
  }

  /** All that are kept, by partition and offset. */
  public List<DeadLetter> list() {
    try (Consumer<String, byte[]> consumer = clients.reader(new ByteArrayDeserializer())) {
      Kept kept = read(consumer);
      return kept.letters().stream()
          .map(record -> letter(record, kept.isSentBack(record)))
          .sorted(
              Comparator.comparingInt(DeadLetter::partition).thenComparingLong(DeadLetter::offset))
          .toList();
    }
  }

  private static Kept read(Consumer<String, byte[]> consumer) {
    Kept kept = new Kept(new ArrayList<>(), new HashMap<>());
    List<TopicPartition> partitions = KeptRecords.partitions(consumer, Topics.DEAD_LETTERS);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    KeptRecords.read(
        consumer,
        consumer.endOffsets(partitions),
        record -> {
          long before = DeadLetters.sentBack(record.headers());
          if (before < 0) {
            kept.letters().add(record);
          } else {
            kept.sentBack().merge(record.partition(), before, Math::max);
          }
        });
    return kept;
  }

  /**
   * Sends back, in one transaction, what was not sent back before.
   *
   * @return how many went to which topic; empty if there was nothing
   * @throws StreamException if one does not say where it came from, or that topic is gone; then
   *     none was sent
   */
  public Map<String, Integer> replay() {
    try (Producer<String, byte[]> producer =
            clients.transactional(TRANSACTIONS, TRANSACTION_MILLIS);
        Consumer<String, byte[]> consumer = clients.reader(new ByteArrayDeserializer())) {
      producer.initTransactions(); // first: whoever else was at it is done, or has done nothing
      Kept kept = read(consumer);
      List<ConsumerRecord<String, byte[]>> open =
          kept.letters().stream().filter(letter -> !kept.isSentBack(letter)).toList();
      requireTopics(consumer, open);
      return open.isEmpty() ? Map.of() : replay(producer, open);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // commitTransaction throws what a send met
  private static Map<String, Integer> replay(
      Producer<String, byte[]> producer, List<ConsumerRecord<String, byte[]>> open) {
    Map<String, Integer> sent = new TreeMap<>();
    producer.beginTransaction();
    Map<Integer, Long> done = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> record : open) {
      String topic = DeadLetters.topic(record.headers());
      send(producer, topic, record);
      sent.merge(topic, 1, Integer::sum);
      done.merge(record.partition(), record.offset() + 1, Math::max);
    }
    done.forEach(
        (partition, before) ->
            producer.send(
                new ProducerRecord<>(
                    Topics.DEAD_LETTERS,
                    partition,
                    null,
                    null,
                    null,
                    DeadLetters.sentBack(before))));
    producer.commitTransaction(); // throws what a send met
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

  private static DeadLetter letter(ConsumerRecord<String, byte[]> record, boolean replayed) {
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
        replayed);
  }
}
