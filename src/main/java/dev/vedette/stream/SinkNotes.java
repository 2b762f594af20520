package dev.vedette.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a sink has told, noted with its group's offsets, and what it may not tell again yet; not
 * more often than is useful.
 */
final class SinkNotes {

  private static final Logger LOG = LoggerFactory.getLogger(SinkNotes.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String id;
  private Map<TopicPartition, OffsetAndMetadata> noted = Map.of();
  private long notedAt = System.nanoTime();

  private final SinkMemory memory;
  private final Map<String, @Nullable Instant> unwritten = new HashMap<>();

  SinkNotes(String id, SinkMemory memory) {
    this.id = id;
    this.memory = memory;
  }

  boolean isTime() {
    return System.nanoTime() - notedAt >= EVERY.toNanos();
  }

  /** What cannot be noted now is noted next time; told again after a crash at the worst. */
  void take(Consumer<?, ?> consumer, Couriers here) {
    notedAt = System.nanoTime();
    Map<TopicPartition, OffsetAndMetadata> now = new HashMap<>();
    here.standings()
        .forEach(
            (partition, standing) ->
                now.put(
                    new TopicPartition(Topics.ALERTS, partition),
                    new OffsetAndMetadata(standing.offset(), standing.note())));
    remember(here); // before it is noted as told, or a crash would forget the interval
    if (now.equals(noted)) {
      return;
    }
    try {
      consumer.commitSync(now, PATIENCE);
      noted = now;
    } catch (RetriableException | CommitFailedException | RebalanceInProgressException e) {
      LOG.debug("offsets not noted yet sink={}", id, e);
    }
  }

  /** An interval that cannot be stored holds up nobody: it would be forgotten by a restart. */
  private void remember(Couriers here) {
    unwritten.putAll(here.toldLately());
    if (unwritten.isEmpty()) {
      return;
    }
    try {
      memory.write(unwritten);
      unwritten.clear();
    } catch (KafkaException e) {
      LOG.debug("intervals not stored yet sink={}", id, e);
    }
  }

  /** Others may have noted something since. */
  void forget() {
    noted = Map.of();
    unwritten.clear();
  }
}
