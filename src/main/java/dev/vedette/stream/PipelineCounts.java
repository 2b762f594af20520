package dev.vedette.stream;

import java.util.Collection;
import java.util.function.Predicate;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * What an instance's pipeline has done since it was started, as Kafka's clients count it. What a
 * transaction did that was undone counts too.
 *
 * @param articles that were read and matched
 * @param waiting articles on their topic that are not read yet, of the partitions that this
 *     instance reads
 * @param alerts that were written, of whatever type
 * @param dropped records that could not be processed and went to the dead letters
 */
public record PipelineCounts(long articles, long waiting, long alerts, long dropped) {

  static PipelineCounts of(Collection<? extends Metric> metrics) {
    return new PipelineCounts(
        sum(metrics, named("stream-topic-metrics", "records-consumed-total", Topics.ARTICLES)),
        sum(metrics, named("consumer-fetch-manager-metrics", "records-lag", Topics.ARTICLES)),
        sum(metrics, named("producer-topic-metrics", "record-send-total", Topics.ALERTS)),
        sum(
            metrics,
            name ->
                name.group().equals("stream-task-metrics")
                    && name.name().equals("dropped-records-total")));
  }

  private static Predicate<MetricName> named(String group, String name, String topic) {
    return metric ->
        metric.group().equals(group)
            && metric.name().equals(name)
            && topic.equals(metric.tags().get("topic"));
  }

  /** Of all threads, tasks and partitions; what is not known yet is not a number. */
  private static long sum(Collection<? extends Metric> metrics, Predicate<MetricName> wanted) {
    double sum = 0;
    for (Metric metric : metrics) {
      if (wanted.test(metric.metricName())
          && metric.metricValue() instanceof Double value
          && !value.isNaN()) {
        sum += value;
      }
    }
    return Math.round(sum);
  }
}
