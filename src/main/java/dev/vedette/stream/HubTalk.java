package dev.vedette.stream;

import dev.vedette.poll.HubClient;
import dev.vedette.poll.HubEvent;
import dev.vedette.poll.PollState;
import dev.vedette.poll.Source;
import dev.vedette.poll.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks with the hubs of the sources that this instance polls: asks them to tell what is new, asks
 * again in time, and asks those of sources that are polled no more to be silent. All but the
 * requests themselves happens in the thread that calls {@link #tick}.
 */
final class HubTalk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HubTalk.class);

  /** How often it is looked which hubs are to be asked. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  /** How many requests to hubs are under way at once; they wait for each other at one hub. */
  private static final int AT_ONCE = 20;

  private final HubClient hubs;
  private final PollStart polls;
  private final HubEars ears;
  private final Clock clock;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final Queue<Runnable> answers = new ConcurrentLinkedQueue<>();
  private Instant nextLook = Instant.EPOCH;

  /**
   * @param polls are told what was heard
   */
  HubTalk(KafkaClients clients, HubClient hubs, PollStart polls, Clock clock) {
    this.hubs = hubs;
    this.polls = polls;
    this.ears = new HubEars(clients, polls, clock);
    this.clock = clock;
  }

  /**
   * Does what is to be done now.
   *
   * @param sources of a partition, those that are polled
   */
  void tick(Collection<PollShard> open, IntFunction<List<Source>> sources) {
    ears.listen(open);
    for (Runnable answer = answers.poll(); answer != null; answer = answers.poll()) {
      answer.run();
    }
    Instant now = clock.instant();
    if (!now.isBefore(nextLook)) {
      nextLook = now.plus(BETWEEN_LOOKS);
      open.forEach(shard -> look(shard, sources.apply(shard.partition()), now));
    }
  }

  private void look(PollShard shard, List<Source> sources, Instant now) {
    Set<String> polled = new HashSet<>();
    for (Source source : sources) {
      polled.add(source.id());
      PollState state = shard.state(source);
      if (hubs.isToAsk(state, now) && begin(source.id())) {
        ask(shard, state, now);
      }
    }
    for (PollState state : shard.states().values()) {
      Subscription with = state.subscription();
      if (with != null && !polled.contains(state.source()) && begin(state.source())) {
        leave(shard, state, with, now);
      }
    }
  }

  private boolean begin(String source) {
    return underWay.size() < AT_ONCE && underWay.add(source);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // whatever comes of it is dealt with
  private void ask(PollShard shard, PollState state, Instant now) {
    HubEvent asked = hubs.asked(state, now);
    polls.hear(shard, asked);
    hubs.ask(state, now)
        .whenComplete(
            (refusal, mistake) ->
                answers.add(
                    () -> {
                      underWay.remove(state.source());
                      String why = mistake == null ? refusal : mistake.toString();
                      if (!why.isEmpty()) {
                        LOG.warn("hub refuses source={} why={}", state.source(), why);
                        polls.hear(shard, hubs.refused(asked, why));
                      }
                    }));
  }

  /** Whatever the hub says to it: what it was promised for ends by itself. */
  @SuppressWarnings("FutureReturnValueIgnored") // likewise
  private void leave(PollShard shard, PollState state, Subscription with, Instant now) {
    hubs.leave(state, with, now)
        .whenComplete(
            (refusal, mistake) ->
                answers.add(
                    () -> {
                      underWay.remove(state.source());
                      LOG.info("hub left source={} refusal={}", state.source(), refusal);
                      forget(shard, state.source());
                    }));
  }

  private static void forget(PollShard shard, String source) {
    try {
      shard.forgetHub(source);
    } catch (KafkaException e) {
      LOG.warn("hub left, but not forgotten source={} why={}", source, e.toString());
    }
  }

  @Override
  public void close() {
    ears.close();
  }
}
