package dev.vedette.stream;

import dev.vedette.poll.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;

/** All sources by the partitions of the poll-state topic that they live on. */
final class Division {

  private final Map<Integer, List<Source>> polled = new HashMap<>();
  private final Map<Integer, Set<String>> listed = new HashMap<>();

  /**
   * @param sources also those that are not enabled
   */
  Division(List<Source> sources, int partitions) {
    for (Source source : sources) {
      int partition = partition(source, partitions);
      listed.computeIfAbsent(partition, p -> new HashSet<>()).add(source.id());
      if (source.settings().enabled()) {
        polled.computeIfAbsent(partition, p -> new ArrayList<>()).add(source);
      }
    }
  }

  /** The partition that a source lives on: that of its host. */
  static int partition(Source source, int partitions) {
    byte[] home = source.home().getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(home)) % partitions;
  }

  /** Those of a partition that are polled. */
  List<Source> polled(int partition) {
    return polled.getOrDefault(partition, List.of());
  }

  /** The ids of those of a partition, also of those that are not polled now. */
  Set<String> listed(int partition) {
    return listed.getOrDefault(partition, Set.of());
  }
}
