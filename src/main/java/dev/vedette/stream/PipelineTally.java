package dev.vedette.stream;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Adds up what Kafka's clients count by thread, task and partition. They forget what a task has
 * counted when it moves to another instance; the sums here never go back.
 */
final class PipelineTally {

  private static final Predicate<MetricName> WAITING =
      named("consumer-fetch-manager-metrics", "records-lag", Topics.ARTICLES);

  private final Sum articles =
      new Sum(named("stream-topic-metrics", "records-consumed-total", Topics.ARTICLES));
  private final Sum alerts =
      new Sum(named("producer-topic-metrics", "record-send-total", Topics.ALERTS));
  private final Sum dropped =
      new Sum(
          name ->
              name.group().equals("stream-task-metrics")
                  && name.name().equals("dropped-records-total"));

  private static Predicate<MetricName> named(String group, String name, String topic) {
    return metric ->
        metric.group().equals(group)
            && metric.name().equals(name)
            && topic.equals(metric.tags().get("topic"));
  }

  /** The sums with what the metrics say now. */
  synchronized PipelineCounts after(Collection<? extends Metric> metrics) {
    double waiting = 0;
    for (Metric metric : metrics) {
      waiting += WAITING.test(metric.metricName()) ? value(metric) : 0;
    }
    return new PipelineCounts(
        articles.after(metrics),
        Math.round(waiting),
        alerts.after(metrics),
        dropped.after(metrics));
  }

  /** What is not known yet is not a number. */
  private static double value(Metric metric) {
    return metric.metricValue() instanceof Double value && !value.isNaN() ? value : 0;
  }

  /** One sum of counters, any of which may vanish, or begin anew. */
  private static final class Sum {

    private final Predicate<MetricName> wanted;
    private final Map<MetricName, Double> seen = new HashMap<>();
    private double sum;

    Sum(Predicate<MetricName> wanted) {
      this.wanted = wanted;
    }

    long after(Collection<? extends Metric> metrics) {
      Map<MetricName, Double> now = new HashMap<>();
      for (Metric metric : metrics) {
        if (wanted.test(metric.metricName())) {
          now.put(metric.metricName(), value(metric));
        }
      }
      now.forEach(
          (name, value) -> {
            double before = seen.getOrDefault(name, 0.0);
            sum += value < before ? value : value - before;
          });
      seen.clear();
      seen.putAll(now);
      return Math.round(sum);
    }
  }
}
