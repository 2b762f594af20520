package dev.vedette.cli;

import dev.vedette.poll.PollState;
import dev.vedette.poll.Source;
import dev.vedette.poll.SourceHealth;
import dev.vedette.web.SourceView;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How all sources are doing, also those that other instances poll. */
final class SourceStates {

  private static final Logger LOG = LoggerFactory.getLogger(SourceStates.class);
  private static final long STALE_NANOS = Duration.ofSeconds(30).toNanos();

  private final boolean hubs;
  private final Supplier<List<Source>> configured;
  private final Supplier<Map<String, PollState>> here;
  private final Supplier<Map<String, PollState>> everywhere;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Map<String, PollState> stored = Map.of();
  private long readAt = System.nanoTime() - STALE_NANOS;

  /**
   * The states of some sources.
   *
   * @param hubs whether hubs may call
   * @param configured those that there are now
   * @param here of those that this instance polls, by id
   * @param everywhere of all that are stored, by id; slow, and a {@code KafkaException} if they
   *     cannot be read
   */
  SourceStates(
      boolean hubs,
      Supplier<List<Source>> configured,
      Supplier<Map<String, PollState>> here,
      Supplier<Map<String, PollState>> everywhere) {
    this.hubs = hubs;
    this.configured = configured;
    this.here = here;
    this.everywhere = everywhere;
  }

  /** In the order of the configuration. */
  List<SourceView> views() {
    List<Source> sources = configured.get();
    Map<String, PollState> states = new HashMap<>(here.get());
    boolean complete =
        sources.stream()
            .filter(source -> source.settings().enabled())
            .allMatch(source -> states.containsKey(source.id()));
    if (!complete) {
      elsewhere().forEach(states::putIfAbsent);
    }
    Instant now = Instant.now();
    return sources.stream().map(source -> view(source, states.get(source.id()), now)).toList();
  }

  /**
   * What others have stored; read at most every half minute, by one while the rest take what was
   * known before, and so do all while it cannot be read.
   */
  private Map<String, PollState> elsewhere() {
    if (reading.tryLock()) {
      try {
        if (System.nanoTime() - readAt >= STALE_NANOS) {
          readAt = System.nanoTime(); // even if it fails: a broker that is away is slow to say so
          stored = everywhere.get();
        }
      } catch (KafkaException e) {
        LOG.warn("what other instances poll is not known anew why={}", e.toString());
      } finally {
        reading.unlock();
      }
    }
    return stored;
  }

  private SourceView view(Source source, @Nullable PollState known, Instant now) {
    Source.Settings settings = source.settings();
    boolean polled = known != null && settings.enabled();
    PollState state = known == null ? PollState.fresh(source, "") : known;
    SourceHealth health = SourceHealth.of(state, now);
    String unpolled = settings.enabled() ? "new" : "off";
    Duration patience = state.habits().rhythm().patience();
    boolean asked = polled && state.lastPolled() != null;
    return new SourceView(
        settings.id(),
        settings.title(),
        source.kind(),
        state.url(),
        settings.enabled(),
        asked ? health.state().word() : unpolled,
        asked ? SourcesCommand.note(state, health, hubs, now) : "",
        polled ? state.failures() : 0,
        polled ? state.lastError() : null,
        state.lastPolled(),
        state.lastSuccess(),
        polled ? state.nextDue() : null,
        state.habits().rhythm().last(),
        patience == null ? null : patience.toSeconds(),
        state.articles(),
        settings.every().toSeconds());
  }
}
