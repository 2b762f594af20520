package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.config.LiveWatchlists;
import dev.vedette.config.Problem;
import dev.vedette.poll.PollState;
import dev.vedette.poll.SourceHealth;
import dev.vedette.stream.KafkaClients;
import dev.vedette.stream.Pipeline;
import dev.vedette.stream.PollGroup;
import dev.vedette.web.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the running service says of itself, asked anew each time. */
final class ServiceStatus implements Supplier<Status> {

  private final Supplier<Config> config;
  private final LiveWatchlists watchlists;
  private final Pipeline pipeline;
  private final PollGroup polls;
  private final RunningSinks sinks;
  private final KafkaClients clients;
  private final Supplier<List<String>> others;

  /**
   * A status of these parts.
   *
   * @param others what else a person should look at, in sentences
   */
  ServiceStatus(
      Supplier<Config> config,
      LiveWatchlists watchlists,
      Pipeline pipeline,
      PollGroup polls,
      RunningSinks sinks,
      KafkaClients clients,
      Supplier<List<String>> others) {
    this.config = config;
    this.watchlists = watchlists;
    this.pipeline = pipeline;
    this.polls = polls;
    this.sinks = sinks;
    this.clients = clients;
    this.others = others;
  }

  @Override
  public Status get() {
    Map<String, PollState> states = polls.states();
    List<String> problems = new ArrayList<>(obstacles());
    boolean ready = problems.isEmpty();
    problems.addAll(others.get());
    watchlists.problems().stream()
        .map(Problem::toString)
        .forEach(problem -> problems.add("watchlists not reloaded: " + problem));
    states.values().stream().forEach(state -> problem(state).ifPresent(problems::add));
    sinks.states().stream()
        .filter(sink -> sink.trouble() != null)
        .forEach(sink -> problems.add("sink %s: %s".formatted(sink.id(), sink.trouble())));
    return new Status(ready, problems, details(states));
  }

  /** Whether articles are polled, matched and told. */
  boolean isReady() {
    return obstacles().isEmpty();
  }

  /** Why they are not. */
  private List<String> obstacles() {
    List<String> obstacles = new ArrayList<>();
    if (!pipeline.healthy()) {
      obstacles.add("the pipeline is " + pipeline.state());
    }
    obstacles.addAll(polls.problems());
    return obstacles;
  }

  private static Optional<String> problem(PollState state) {
    SourceHealth health = SourceHealth.of(state, Instant.now());
    return switch (health.state()) {
      case OK, EMPTY -> Optional.empty();
      case SILENT, RETIRED -> Optional.of("source %s: %s".formatted(state.source(), health.note()));
      case FAILING ->
          Optional.of(
              "source %s has failed %s: %s"
                  .formatted(state.source(), times(state.failures()), health.note()));
    };
  }

  private static String times(int failures) {
    return failures == 1 ? "once" : failures + " times in a row";
  }

  private Map<String, Object> details(Map<String, PollState> states) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("version", Version.number());
    details.put("broker", clients.bootstrapServers());
    details.put("pipeline", pipeline.state());
    details.put("watchlistVersion", watchlists.get().version());
    details.put("sourcesConfigured", config.get().sources().size());
    boolean hubs = config.get().poll().webSub() != null;
    details.put(
        "sourcesPolledHere",
        states.values().stream().map(state -> SourceLine.of(state, hubs, Instant.now())).toList());
    details.put("sinks", sinks.states());
    return details;
  }
}
