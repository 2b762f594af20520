package dev.vedette.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Where a sink begins that nobody has served yet: with the alerts that come from now on. */
final class SinkBeginning {

  private SinkBeginning() {}

  /**
   * Notes that place, unless the group has one.
   *
   * @throws KafkaException if Kafka does not let us; a group with members is one reason, and it
   *     needs no beginning
   */
  static void note(KafkaClients clients, String group) {
    try (Admin admin = clients.admin()) {
      if (!answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
          .isEmpty()) {
        return;
      }
      answer(admin.alterConsumerGroupOffsets(group, ends(admin)).all());
    }
  }

  private static Map<TopicPartition, OffsetAndMetadata> ends(Admin admin) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    answer(admin.describeTopics(List.of(Topics.ALERTS)).allTopicNames()).values().stream()
        .flatMap(topic -> topic.partitions().stream())
        .forEach(
            partition ->
                latest.put(
                    new TopicPartition(Topics.ALERTS, partition.partition()), OffsetSpec.latest()));
    Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
    answer(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all())
        .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end.offset())));
    return ends;
  }

  private static <T> T answer(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    }
  }
}
