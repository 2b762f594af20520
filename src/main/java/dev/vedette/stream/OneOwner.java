package dev.vedette.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.TopicPartition;

/**
 * Gives all partitions to one member, so that a sink's groups and digests are made in one place.
 * Whoever has them keeps them; otherwise chance decides, for each group anew, so that several sinks
 * are spread over the instances.
 *
 * <p>Public because Kafka makes it.
 */
public final class OneOwner implements ConsumerPartitionAssignor {

  @Override
  public String name() {
    return "vedette-one-owner";
  }

  @Override
  public List<RebalanceProtocol> supportedProtocols() {
    return List.of(RebalanceProtocol.COOPERATIVE);
  }

  @Override
  public GroupAssignment assign(Cluster cluster, GroupSubscription group) {
    Map<String, Subscription> members = group.groupSubscription();
    String owner =
        members.entrySet().stream()
            .max(
                Comparator.comparingInt(
                        (Map.Entry<String, Subscription> member) ->
                            member.getValue().ownedPartitions().size())
                    .thenComparing(Map.Entry::getKey))
            .orElseThrow()
            .getKey();
    Map<String, Assignment> assignments = new HashMap<>();
    members.forEach(
        (member, subscription) ->
            assignments.put(
                member,
                new Assignment(
                    member.equals(owner) ? partitions(cluster, subscription) : List.of())));
    return new GroupAssignment(assignments);
  }

  private static List<TopicPartition> partitions(Cluster cluster, Subscription subscription) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : subscription.topics()) {
      cluster
          .partitionsForTopic(topic)
          .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    }
    return partitions;
  }
}
