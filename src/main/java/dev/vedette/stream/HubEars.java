package dev.vedette.stream;

import dev.vedette.poll.HubEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what hubs have called with, whichever instance they called: what is kept of a partition
 * when it is opened, and what comes then. For one thread.
 */
final class HubEars implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HubEars.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** After the topic could not be read, as trying holds all polls up. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final PollStart polls;
  private final Clock clock;
  private final Consumer<String, byte[]> reader;
  private Map<Integer, PollShard> shards = Map.of();
  private final Map<Integer, Long> fresh = new HashMap<>();
  private Instant deafUntil = Instant.EPOCH;

  /**
   * @param polls are told what was heard
   */
  HubEars(KafkaClients clients, PollStart polls, Clock clock) {
    this.polls = polls;
    this.clock = clock;
    this.reader = clients.reader(new ByteArrayDeserializer());
  }

  /** Listens for these partitions, and passes on what there is; never waits for what may come. */
  void listen(Collection<PollShard> open) {
    if (clock.instant().isBefore(deafUntil)) {
      return;
    }
    try {
      follow(open);
      if (!shards.isEmpty()) {
        reader.poll(Duration.ZERO).forEach(this::hear);
      }
    } catch (KafkaException e) {
      LOG.warn("what hubs call with is not heard, trying again why={}", e.toString());
      shards = Map.of();
      deafUntil = clock.instant().plus(PAUSE);
    }
  }

  /** A partition that was opened anew is heard anew, as what was not stored is lost. */
  private void follow(Collection<PollShard> open) {
    Map<Integer, PollShard> now = new HashMap<>();
    open.forEach(shard -> now.put(shard.partition(), shard));
    if (now.equals(shards)) {
      return;
    }
    List<TopicPartition> anew =
        now.values().stream()
            .filter(shard -> shards.get(shard.partition()) != shard)
            .map(shard -> new TopicPartition(Topics.HUBS, shard.partition()))
            .toList();
    reader.assign(
        now.keySet().stream().map(number -> new TopicPartition(Topics.HUBS, number)).toList());
    if (!anew.isEmpty()) { // none would mean all
      reader.seekToBeginning(anew);
      reader.endOffsets(anew, PATIENCE).forEach((at, end) -> fresh.put(at.partition(), end));
    }
    shards = now;
  }

  /**
   * What comes while we listen comes now, whatever the clock of the instance says that wrote it.
   */
  private void hear(ConsumerRecord<String, byte[]> record) {
    PollShard shard = shards.get(record.partition());
    HubEvent event;
    try {
      event = HubLog.EVENTS.deserializer().deserialize(record.topic(), record.value());
    } catch (KafkaException e) {
      LOG.warn("what a hub called with is not readable offset={}", record.offset());
      return;
    }
    if (shard != null && event != null) {
      boolean now = record.offset() >= fresh.getOrDefault(record.partition(), 0L);
      polls.hear(shard, now ? event.at(clock.instant()) : event);
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
