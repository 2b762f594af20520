package dev.vedette.cli;

import dev.vedette.config.LiveWatchlists;
import dev.vedette.poll.PollState;
import dev.vedette.poll.SourceHealth;
import dev.vedette.stream.Pipeline;
import dev.vedette.stream.PipelineCounts;
import dev.vedette.stream.PollGroup;
import dev.vedette.stream.SinkState;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * What the running service tells Prometheus, asked anew each time. Of sources it is those that this
 * instance polls, so that the figures of all instances add up.
 */
final class ServiceMetrics implements MultiCollector {

  private final ServiceStatus status;
  private final LiveWatchlists watchlists;
  private final Supplier<List<String>> notInForce;
  private final Supplier<List<String>> unseen;
  private final Pipeline pipeline;
  private final PollGroup polls;
  private final RunningSinks sinks;
  private final Clock clock;
  private final PrometheusRegistry machine = new PrometheusRegistry();

  /**
   * Figures of these parts.
   *
   * @param notInForce what of the configuration's file is not, and why; empty if all is
   * @param unseen why the page's history stands still; empty if it does not
   */
  ServiceMetrics(
      ServiceStatus status,
      LiveWatchlists watchlists,
      Supplier<List<String>> notInForce,
      Supplier<List<String>> unseen,
      Pipeline pipeline,
      PollGroup polls,
      RunningSinks sinks,
      Clock clock) {
    this.status = status;
    this.watchlists = watchlists;
    this.notInForce = notInForce;
    this.unseen = unseen;
    this.pipeline = pipeline;
    this.polls = polls;
    this.sinks = sinks;
    this.clock = clock;
    JvmMetrics.builder().register(machine);
  }

  @Override
  public MetricSnapshots collect() {
    List<MetricSnapshot> all = new ArrayList<>();
    machine.scrape().forEach(all::add);
    all.addAll(service());
    all.addAll(pipeline(pipeline.counts()));
    all.addAll(sources(polls.states().values(), clock.instant()));
    all.addAll(sinks(sinks.states()));
    return new MetricSnapshots(all);
  }

  private List<MetricSnapshot> service() {
    return List.of(
        InfoSnapshot.builder()
            .name("vedette")
            .help("The version that runs, and that of the watchlists in force.")
            .dataPoint(
                InfoDataPointSnapshot.builder()
                    .labels(
                        Labels.of(
                            "version", Version.number(), "watchlists", watchlists.get().version()))
                    .build())
            .build(),
        gauge("vedette_ready", "1 while articles are polled, matched and told.", status.isReady()),
        gauge(
            "vedette_watchlists_stale",
            "1 if the files of the watchlists are not in force; /status says why.",
            !watchlists.problems().isEmpty()),
        gauge(
            "vedette_configuration_stale",
            "1 if the configuration's file is not wholly in force; /status says why.",
            !notInForce.get().isEmpty()),
        gauge(
            "vedette_history_stale",
            "1 while the page is not told of what is new; /status says why.",
            !unseen.get().isEmpty()));
  }

  static List<MetricSnapshot> pipeline(PipelineCounts counts) {
    return List.of(
        counter("vedette_articles", "Articles read and matched.", counts.articles()),
        gauge(
            "vedette_articles_waiting",
            "Articles on their topic that are not matched yet.",
            (double) counts.waiting()),
        counter("vedette_alerts", "Alerts written, of whatever type.", counts.alerts()),
        counter(
            "vedette_records_dropped",
            "Records that could not be processed and went to the dead letters.",
            counts.dropped()));
  }

  static List<MetricSnapshot> sources(Collection<PollState> states, Instant now) {
    Map<SourceHealth.State, Integer> byState = new EnumMap<>(SourceHealth.State.class);
    for (SourceHealth.State state : SourceHealth.State.values()) {
      byState.put(state, 0);
    }
    states.forEach(state -> byState.merge(SourceHealth.of(state, now).state(), 1, Integer::sum));
    GaugeSnapshot.Builder counts =
        GaugeSnapshot.builder()
            .name("vedette_sources")
            .help("Sources that were polled, by how they are doing.");
    byState.forEach(
        (state, count) -> counts.dataPoint(point(Labels.of("state", state.word()), count)));
    CounterSnapshot.Builder articles =
        CounterSnapshot.builder()
            .name("vedette_source_articles")
            .help("Articles that a source has given since it was first polled.");
    for (PollState state : states) {
      articles.dataPoint(count(source(state), state.articles()));
    }
    return List.of(
        counts.build(),
        perSource(
            "vedette_source_failures", "Polls that failed in a row.", states, PollState::failures),
        perSource(
            "vedette_source_last_success_timestamp_seconds",
            "When a poll last succeeded; 0 if none ever did.",
            states,
            state -> seconds(state.lastSuccess() == null ? Instant.EPOCH : state.lastSuccess())),
        articles.build());
  }

  static List<MetricSnapshot> sinks(List<SinkState> states) {
    GaugeSnapshot.Builder troubled =
        GaugeSnapshot.builder()
            .name("vedette_sink_troubled")
            .help("1 while a sink cannot be told; /status says why.");
    GaugeSnapshot.Builder waiting =
        GaugeSnapshot.builder()
            .name("vedette_sink_waiting")
            .help("Alerts that are held for a sink, by its routes or because it cannot be told.");
    for (SinkState state : states) {
      Labels sink = Labels.of("sink", state.id());
      troubled.dataPoint(point(sink, state.trouble() == null ? 0 : 1));
      waiting.dataPoint(point(sink, state.waiting()));
    }
    return List.of(troubled.build(), waiting.build());
  }

  private static MetricSnapshot perSource(
      String name, String help, Collection<PollState> states, ToDoubleFunction<PollState> value) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    for (PollState state : states) {
      gauge.dataPoint(point(source(state), value.applyAsDouble(state)));
    }
    return gauge.build();
  }

  private static Labels source(PollState state) {
    return Labels.of("source", state.source());
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / 1000.0;
  }

  private static MetricSnapshot gauge(String name, String help, boolean is) {
    return gauge(name, help, is ? 1 : 0);
  }

  private static MetricSnapshot gauge(String name, String help, double value) {
    return GaugeSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(point(Labels.EMPTY, value))
        .build();
  }

  private static MetricSnapshot counter(String name, String help, long value) {
    return CounterSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(count(Labels.EMPTY, value))
        .build();
  }

  private static CounterDataPointSnapshot count(Labels labels, long value) {
    return CounterDataPointSnapshot.builder().labels(labels).value((double) value).build();
  }

  private static GaugeDataPointSnapshot point(Labels labels, double value) {
    return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
  }
}
