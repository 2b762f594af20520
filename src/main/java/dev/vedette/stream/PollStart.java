package dev.vedette.stream;

import dev.vedette.poll.HubEvent;
import dev.vedette.poll.Poll;
import dev.vedette.poll.PollState;
import dev.vedette.poll.Source;
import dev.vedette.poll.SourcePoller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins polls when they are due: of all partitions by turns, so many at once, and not faster than
 * their pace. A source is either due, under way, or waits to be stored.
 */
final class PollStart implements PollStore.Ending {

  private static final Logger LOG = LoggerFactory.getLogger(PollStart.class);

  /** For a source whose poll broke by a fault of ours. */
  private static final Duration REST = Duration.ofMinutes(5);

  /** Until a source that its hub has named during its poll is polled again. */
  private static final Duration AFTER_A_POLL = Duration.ofSeconds(10);

  private final SourcePoller poller;
  private final PollStore store;
  private final int atOnce;
  private final Clock clock;
  private final Pace pace = new Pace();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  /** Until when, whatever hubs say: those whose poll broke, was not stored, or had to wait. */
  private final Map<String, Instant> resting = new ConcurrentHashMap<>();

  private int turn;

  /**
   * @param atOnce how many polls run at once
   */
  PollStart(SourcePoller poller, PollStore store, int atOnce, Clock clock) {
    this.poller = poller;
    this.store = store;
    this.atOnce = atOnce;
    this.clock = clock;
  }

  /** These are the sources whose rhythm sets the pace. */
  void pace(Collection<Source> sources) {
    pace.rate(sources);
  }

  /**
   * When the source is to be polled next, as far as is known when it comes here.
   *
   * @param changed whether somebody has changed its settings, and looks what comes of it
   */
  Instant due(PollShard shard, Source source, boolean changed) {
    PollState state = shard.state(source);
    Instant due = poller.due(source, state);
    if (changed && !state.habits().retired()) {
      return Instant.EPOCH;
    }
    return rested(source.id(), due);
  }

  private Instant rested(String source, Instant due) {
    Instant rested = resting.getOrDefault(source, due);
    return rested.isAfter(due) ? rested : due;
  }

  /** Takes in what happened between a source and its hub; a source that rests goes on to rest. */
  void hear(PollShard shard, HubEvent event) {
    PollState state = shard.hear(event);
    if (state != null) {
      shard.due().sooner(event.source(), rested(event.source(), state.due()));
    }
  }

  /**
   * Starts polls that are due, as many and as fast as may be; of all partitions by turns, and the
   * next time goes on where this one ended, or the first would leave nothing to the others.
   */
  void startDue(List<PollShard> open) {
    Instant now = clock.instant();
    int idle = 0;
    while (idle < open.size() && underWay.size() < atOnce && pace.allows(now)) {
      turn = (turn + 1) % open.size();
      idle = startNext(open.get(turn), now) ? 0 : idle + 1;
    }
  }

  /** Whether there was one to start. */
  private boolean startNext(PollShard shard, Instant now) {
    Source source = shard.due().take(now);
    if (source == null) {
      pace.giveBack();
      return false;
    }
    if (underWay.add(source.id())) {
      start(shard, source, now);
    } else { // still with the last owner of the partition, which was also us
      shard.due().back(source, now.plus(PollGroup.REOPEN_AFTER));
    }
    return true;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // whatever comes of it is dealt with
  private void start(PollShard shard, Source source, Instant now) {
    PollState before = shard.state(source);
    poll(source, before, now)
        .whenComplete(
            (poll, mistake) -> {
              if (poll == null) {
                LOG.error("poll failed, source rests source={} for={}", source.id(), REST, mistake);
                failed(shard, source, REST);
              } else {
                rest(before, poll.state());
                store.put(shard, source, poll, this);
              }
            });
  }

  /** A source that was not asked, since its host wants to be left alone, rests as long. */
  private void rest(PollState before, PollState after) {
    if (Objects.equals(before.lastPolled(), after.lastPolled())) {
      resting.put(after.source(), after.nextDue());
    } else {
      resting.remove(after.source());
    }
  }

  /** A poller answers for all that a source does; what it throws is a fault of ours. */
  private CompletableFuture<Poll> poll(Source source, PollState before, Instant now) {
    try {
      return poller.poll(source, before, now);
    } catch (RuntimeException | StackOverflowError e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public void stored(PollShard shard, Source source, Instant due) {
    Instant told = shard.state(source).due(); // by its hub, while it was polled perhaps
    Instant soon = clock.instant().plus(AFTER_A_POLL);
    Instant next = rested(source.id(), told.isBefore(soon) ? soon : told);
    end(shard, source, next.isBefore(due) ? next : due);
  }

  @Override
  public void failed(PollShard shard, Source source, Duration pause) {
    Instant until = clock.instant().plus(pause);
    resting.put(source.id(), until); // the partition may be opened anew before
    end(shard, source, until);
  }

  private void end(PollShard shard, Source source, Instant due) {
    underWay.remove(source.id());
    shard.due().back(source, due);
  }
}
