package dev.vedette.stream;

import dev.vedette.stream.HangingTransactions.Open;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;

/** What the coordinators of a cluster decided of transactions, as far back as they remember. */
final class TransactionLog {

  private static final String TOPIC = "__transaction_state";

  /** States of a transaction, as Kafka stores them. */
  private static final byte PREPARE_COMMIT = 2;

  private static final byte COMPLETE_COMMIT = 4;

  /** Clocks of producers and brokers differ. */
  private static final Duration EARLIER = Duration.ofMinutes(5);

  private TransactionLog() {}

  /**
   * Whether a transaction was to be committed. Every end of a transaction raises its producer's
   * epoch by one ({@code transaction.version} 2), so the epoch after the one of its records tells
   * the end of this one from those of later ones.
   *
   * @return false too if it cannot be told any more
   * @throws org.apache.kafka.common.KafkaException if the log cannot be read
   */
  static boolean isCommitted(KafkaClients clients, String transactionalId, Open open) {
    try (Consumer<String, byte[]> reader = clients.reader(new ByteArrayDeserializer())) {
      int partitions = reader.partitionsFor(TOPIC).size();
      TopicPartition partition =
          new TopicPartition(TOPIC, Utils.abs(transactionalId.hashCode()) % partitions);
      reader.assign(List.of(partition));
      long since = open.latest().minus(EARLIER).toEpochMilli();
      OffsetAndTimestamp first = reader.offsetsForTimes(Map.of(partition, since)).get(partition);
      if (first == null) {
        return false;
      }
      reader.seek(partition, first.offset());
      boolean[] committed = {false};
      KeptRecords.read(
          reader,
          reader.endOffsets(List.of(partition)),
          record -> committed[0] |= commits(record, open));
      return committed[0];
    }
  }

  private static boolean commits(ConsumerRecord<String, byte[]> record, Open open) {
    if (record.value() == null) {
      return false;
    }
    ByteBuffer buffer = ByteBuffer.wrap(record.value());
    short version = buffer.getShort();
    TransactionLogValue value = new TransactionLogValue(new ByteBufferAccessor(buffer), version);
    return value.producerId() == open.producer()
        && value.producerEpoch() == open.epoch() + 1
        && (value.transactionStatus() == PREPARE_COMMIT
            || value.transactionStatus() == COMPLETE_COMMIT);
  }
}
