package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.poll.PollState;
import dev.vedette.stream.PipelineCounts;
import dev.vedette.stream.SinkState;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceMetricsTest {

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  @Test
  void aSourceSaysWhenItLastSucceededAndHowOftenItHasFailedSince() throws IOException {
    assertThat(
            text(
                ServiceMetrics.sources(
                    List.of(
                        polled("wire", 0, NOW.minusSeconds(60), 12),
                        polled("never", 3, null, 0),
                        polled("a \"quoted\"\nid", 1, NOW.minusMillis(500), 7)),
                    NOW)))
        .isEqualTo(
            """
            # HELP vedette_source_articles_total Articles that a source has given since it was first polled.
            # TYPE vedette_source_articles_total counter
            vedette_source_articles_total{source="a \\"quoted\\"\\nid"} 7.0
            vedette_source_articles_total{source="never"} 0.0
            vedette_source_articles_total{source="wire"} 12.0
            # HELP vedette_source_failures Polls that failed in a row.
            # TYPE vedette_source_failures gauge
            vedette_source_failures{source="a \\"quoted\\"\\nid"} 1.0
            vedette_source_failures{source="never"} 3.0
            vedette_source_failures{source="wire"} 0.0
            # HELP vedette_source_last_success_timestamp_seconds When a poll last succeeded; 0 if none ever did.
            # TYPE vedette_source_last_success_timestamp_seconds gauge
            vedette_source_last_success_timestamp_seconds{source="a \\"quoted\\"\\nid"} 1.7961263995E9
            vedette_source_last_success_timestamp_seconds{source="never"} 0.0
            vedette_source_last_success_timestamp_seconds{source="wire"} 1.79612634E9
            # HELP vedette_sources Sources that were polled, by how they are doing.
            # TYPE vedette_sources gauge
            vedette_sources{state="empty"} 0.0
            vedette_sources{state="failing"} 2.0
            vedette_sources{state="ok"} 1.0
            vedette_sources{state="retired"} 0.0
            vedette_sources{state="silent"} 0.0
            """);
  }

  @Test
  void withoutSourcesOrSinksThereAreNoFiguresOfAny() throws IOException {
    assertThat(text(ServiceMetrics.sources(List.of(), NOW)))
        .contains("vedette_sources{state=\"failing\"} 0.0")
        .doesNotContain("source=");
    assertThat(text(ServiceMetrics.sinks(List.of()))).isEmpty();
  }

  @Test
  void aSinkSaysWhetherItIsInTroubleAndWhatItIsYetToBeTold() throws IOException {
    assertThat(
            text(
                ServiceMetrics.sinks(
                    List.of(
                        new SinkState("desk", true, 0, null),
                        new SinkState("mail", true, 41, "no answer from smtp.example")))))
        .contains(
            "vedette_sink_troubled{sink=\"desk\"} 0.0\nvedette_sink_troubled{sink=\"mail\"} 1.0\n",
            "vedette_sink_waiting{sink=\"desk\"} 0.0\nvedette_sink_waiting{sink=\"mail\"} 41.0\n")
        .doesNotContain("smtp.example");
  }

  @Test
  void thePipelineSaysWhatItHasDone() throws IOException {
    assertThat(text(ServiceMetrics.pipeline(new PipelineCounts(5_000, 12, 34, 2))))
        .contains(
            "\nvedette_articles_total 5000.0\n",
            "\nvedette_articles_waiting 12.0\n",
            "\nvedette_alerts_total 34.0\n",
            "\nvedette_records_dropped_total 2.0\n");
  }

  private static PollState polled(String id, int failures, Instant success, long articles) {
    return new PollState(
        id, "", null, null, List.of(), NOW, failures, "it failed", NOW, success, articles);
  }

  private static String text(List<MetricSnapshot> metrics) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(text, new MetricSnapshots(metrics));
    return text.toString(StandardCharsets.UTF_8);
  }
}
