package dev.vedette.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class PipelineTallyTest {

  private final PipelineTally tally = new PipelineTally();

  private record Counted(MetricName metricName, Object metricValue) implements Metric {}

  private static Metric dropped(String task, double count) {
    return new Counted(
        new MetricName("dropped-records-total", "stream-task-metrics", "", Map.of("task-id", task)),
        count);
  }

  private static Metric topic(String group, String name, String topic, Object value) {
    return new Counted(new MetricName(name, group, "", Map.of("topic", topic)), value);
  }

  private long droppedAfter(Metric... metrics) {
    return tally.after(List.of(metrics)).dropped();
  }

  @Test
  void whatATaskHasCountedStaysWhenItGoesAndIsNotCountedTwiceWhenItComesBack() {
    assertThat(droppedAfter(dropped("1_0", 3), dropped("1_1", 2))).isEqualTo(5);
    assertThat(droppedAfter(dropped("1_1", 2))).isEqualTo(5);
    assertThat(droppedAfter(dropped("1_1", 4))).isEqualTo(7);
    assertThat(droppedAfter(dropped("1_0", 0), dropped("1_1", 4))).isEqualTo(7);
    assertThat(droppedAfter(dropped("1_0", 1), dropped("1_1", 4))).isEqualTo(8);
    assertThat(droppedAfter(dropped("1_0", 1), dropped("1_1", 1))).as("begun anew").isEqualTo(9);
    assertThat(droppedAfter()).isEqualTo(9);
  }

  @Test
  void countsTheTopicsThatItIsAbout() {
    PipelineCounts counts =
        tally.after(
            List.of(
                topic("stream-topic-metrics", "records-consumed-total", Topics.ARTICLES, 12.0),
                topic("stream-topic-metrics", "records-consumed-total", Topics.CANDIDATES, 1.0),
                topic("consumer-fetch-manager-metrics", "records-lag", Topics.ARTICLES, 7.0),
                topic("consumer-fetch-manager-metrics", "records-lag", "vedette_articles_v1", 7.0),
                topic("producer-topic-metrics", "record-send-total", Topics.ALERTS, 3.0),
                topic("producer-topic-metrics", "record-send-total", Topics.DEAD_LETTERS, 1.0)));

    assertThat(counts).isEqualTo(new PipelineCounts(12, 7, 3, 0));
  }

  @Test
  void whatWaitsIsWhatWaitsNow() {
    Metric lag = topic("consumer-fetch-manager-metrics", "records-lag", Topics.ARTICLES, 7.0);

    assertThat(tally.after(List.of(lag)).waiting()).isEqualTo(7);
    assertThat(tally.after(List.of(lag)).waiting()).isEqualTo(7);
    assertThat(
            tally
                .after(
                    List.of(
                        topic(
                            "consumer-fetch-manager-metrics",
                            "records-lag",
                            Topics.ARTICLES,
                            Double.NaN)))
                .waiting())
        .isZero();
  }
}
