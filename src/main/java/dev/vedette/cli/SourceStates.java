package dev.vedette.cli;

import dev.vedette.poll.PollState;
import dev.vedette.poll.Source;
import dev.vedette.stream.KafkaClients;
import dev.vedette.stream.PollGroup;
import dev.vedette.web.SourceView;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How all sources are doing, also those that other instances poll. */
final class SourceStates {

  private static final long STALE_NANOS = Duration.ofSeconds(30).toNanos();

  private final List<Source> sources;
  private final PollGroup polls;
  private final KafkaClients clients;
  private Map<String, PollState> stored = Map.of();
  private long storedAt = System.nanoTime() - STALE_NANOS;

  SourceStates(List<Source> sources, PollGroup polls, KafkaClients clients) {
    this.sources = sources;
    this.polls = polls;
    this.clients = clients;
  }

  /** In the order of the configuration. */
  List<SourceView> views() {
    Map<String, PollState> states = new HashMap<>(polls.states());
    boolean complete =
        sources.stream()
            .filter(source -> source.settings().enabled())
            .allMatch(source -> states.containsKey(source.id()));
    if (!complete) {
      elsewhere().forEach(states::putIfAbsent);
    }
    return sources.stream().map(source -> view(source, states.get(source.id()))).toList();
  }

  /** What others have stored; read at most every half minute. */
  private synchronized Map<String, PollState> elsewhere() {
    if (System.nanoTime() - storedAt > STALE_NANOS) {
      stored = PollGroup.stored(clients);
      storedAt = System.nanoTime();
    }
    return stored;
  }

  private static SourceView view(Source source, @Nullable PollState known) {
    Source.Settings settings = source.settings();
    boolean polled = known != null && settings.enabled();
    PollState state = known == null ? PollState.fresh(source, "") : known;
    return new SourceView(
        settings.id(),
        settings.title(),
        source.kind(),
        state.url(),
        settings.enabled(),
        polled ? state.failures() : 0,
        polled ? state.lastError() : null,
        state.lastPolled(),
        state.lastSuccess(),
        polled ? state.nextDue() : null,
        state.articles(),
        settings.every().toSeconds());
  }
}
