package dev.vedette.stream;

import dev.vedette.alert.Candidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Sends what an entry would have told in the past to the story step, which tells what it has not
 * told yet. Sending the same again changes nothing.
 */
public final class PastCandidates {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final KafkaClients clients;
  private final Serializer<Candidate> values = Json.serde(Candidate.class).serializer();

  /** Where they are sent; nothing is sent yet. */
  public PastCandidates(KafkaClients clients) {
    this.clients = clients;
  }

  /**
   * How far the story step must have read to have seen all that was sent.
   *
   * @param ends for each partition the offset after the last that was sent
   */
  public record Sent(Map<TopicPartition, Long> ends) {

    /** Copies its map. */
    public Sent {
      ends = Map.copyOf(ends);
    }
  }

  /**
   * Sends them in the order in which their articles were fetched, and returns when the broker has
   * them.
   *
   * @throws StreamException if it cannot take them; some may have been sent, and all may be sent
   *     again
   */
  public Sent send(List<Candidate> candidates) {
    try (Admin admin = clients.admin()) {
      Topics.requireCandidates(admin, clients.bootstrapServers());
    }
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (Producer<String, byte[]> producer = clients.producer()) {
      candidates.stream()
          .sorted(
              Comparator.comparing((Candidate candidate) -> candidate.article().fetchedAt())
                  .thenComparing(candidate -> candidate.article().id()))
          .forEach(candidate -> sent.add(producer.send(record(candidate))));
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (Future<RecordMetadata> one : sent) {
      RecordMetadata place = answer(one, "send past candidates");
      ends.merge(
          new TopicPartition(place.topic(), place.partition()), place.offset() + 1, Math::max);
    }
    return new Sent(ends);
  }

  private ProducerRecord<String, byte[]> record(Candidate candidate) {
    return new ProducerRecord<>(
        Topics.CANDIDATES,
        null,
        candidate.article().fetchedAt().toEpochMilli(),
        candidate.entry(),
        values.serialize(Topics.CANDIDATES, candidate));
  }

  /** Whether any service runs that will read them now; if not, they wait until one does. */
  public boolean isServiceRunning() {
    try (Admin admin = clients.admin()) {
      var groups = admin.describeConsumerGroups(List.of(Pipeline.APPLICATION)).all();
      return answer(groups, "look for the service").values().stream()
          .anyMatch(group -> !group.members().isEmpty());
    } catch (StreamException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw e;
    }
  }

  /** Waits until the story step has read all of them, or the time is over; says which. */
  public boolean awaitRead(Sent sent, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    try (Admin admin = clients.admin()) {
      while (!isRead(admin, sent)) {
        if (System.nanoTime() > end) {
          return false;
        }
        Utils.sleep(BETWEEN_LOOKS.toMillis());
      }
      return true;
    }
  }

  private static boolean isRead(Admin admin, Sent sent) {
    Map<TopicPartition, OffsetAndMetadata> read =
        answer(
            admin.listConsumerGroupOffsets(Pipeline.APPLICATION).partitionsToOffsetAndMetadata(),
            "look how far the service has read");
    return sent.ends().entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata offset = read.get(end.getKey());
              return offset != null && offset.offset() >= end.getValue();
            });
  }

  private static <T> T answer(Future<T> future, String what) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new StreamException("cannot " + what + ": " + cause.getMessage(), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StreamException("cannot " + what + ": interrupted", e);
    }
  }
}
