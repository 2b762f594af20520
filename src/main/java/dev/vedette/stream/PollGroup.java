package dev.vedette.stream;

import dev.vedette.poll.HubClient;
import dev.vedette.poll.PollState;
import dev.vedette.poll.Source;
import dev.vedette.poll.SourcePoller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Divides the sources among all running instances, and polls those of this one.
 *
 * <p>A source lives on the partition of the poll-state topic that the hash of its host names, so
 * that one instance is polite to one host; Kafka's consumer group protocol assigns the partitions.
 * Each partition has a {@link PollShard} that stores articles and poll state in one transaction.
 * {@link PollStart} begins polls, {@link PollStore} stores what they find.
 */
public final class PollGroup implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PollGroup.class);
  private static final String GROUP = "vedette-poll";
  private static final int SESSION_MILLIS = 6_000;
  private static final Duration TICK = Duration.ofMillis(100);

  /** After a partition could not be opened, or a poll not be stored. */
  static final Duration REOPEN_AFTER = Duration.ofSeconds(2);

  /** After what is stored was held back; a transaction that hangs is ended in about that time. */
  private static final Duration HELD_BACK = Duration.ofSeconds(20);

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** For how long it is known of a source that is listed no more what it gave. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final Duration FORGETTING = Duration.ofHours(1);

  private final KafkaClients clients;
  private final Clock clock;
  private final java.util.function.Consumer<String> died;
  private final Map<Integer, PollShard> shards = new ConcurrentHashMap<>();
  private final Map<Integer, Instant> reopenAt = new ConcurrentHashMap<>();
  private final Map<Integer, String> troubles = new ConcurrentHashMap<>();
  private final PollStore store;
  private final PollStart start;
  private final Consumer<String, byte[]> member;
  private final Thread thread = new Thread(this::run, "poll-group");
  private volatile Division wanted;
  private Division followed;
  private Instant nextForgetting = Instant.EPOCH;
  private volatile @Nullable HubClient hubClient;
  private @Nullable HubTalk hubs;
  private volatile boolean closing;

  /**
   * A member that has not joined yet.
   *
   * @param sources as {@link #follow} takes them
   * @param atOnce how many polls run at once
   * @param died called with a sentence if polling ends by itself
   */
  public PollGroup(
      KafkaClients clients,
      SourcePoller poller,
      List<Source> sources,
      int atOnce,
      Clock clock,
      java.util.function.Consumer<String> died) {
    this.clients = clients;
    this.died = died;
    this.clock = clock;
    this.wanted = new Division(sources, clients.settings().partitions());
    this.followed = wanted;
    this.store = new PollStore(this::trouble);
    this.start = new PollStart(poller, store, atOnce, clock);
    this.member = clients.member(GROUP, SESSION_MILLIS);
  }

  /** From now on hubs are asked to tell what is new; they may call at once. */
  public void askHubs(HubClient client) {
    hubClient = client;
  }

  /** Joins the group; returns at once. */
  public void start() {
    thread.start();
  }

  /**
   * These are the sources from now on; returns at once. One that is new is polled when its stored
   * state says, one that is other than before at once, and one that is no more not any longer,
   * except that a poll under way goes on to its end.
   *
   * @param sources all of them, on every instance; only the enabled ones are polled
   */
  public void follow(List<Source> sources) {
    wanted = new Division(sources, clients.settings().partitions());
  }

  /** What is stored of all sources, whoever polls them, by id. */
  public static Map<String, PollState> stored(KafkaClients clients) {
    Map<String, PollState> states = new TreeMap<>();
    for (int partition = 0; partition < clients.settings().partitions(); partition++) {
      PollShard.read(clients, partition)
          .forEach((id, state) -> states.merge(id, state, PollGroup::later));
    }
    return states;
  }

  /** A source that has moved to another host has left a state behind where that one lives. */
  private static PollState later(PollState one, PollState other) {
    return polled(other).isAfter(polled(one)) ? other : one;
  }

  private static Instant polled(PollState state) {
    return state.lastPolled() == null ? Instant.MIN : state.lastPolled();
  }

  /**
   * Why sources of this instance are not polled or stored, in sentences; empty when all is well.
   */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!thread.isAlive()) {
      problems.add("polling has stopped");
    }
    troubles.forEach(
        (partition, why) ->
            problems.add("sources of partition %d cannot be stored: %s".formatted(partition, why)));
    return problems;
  }

  /** What is known of the sources that this instance polls, by id. */
  public Map<String, PollState> states() {
    Division now = wanted;
    Map<String, PollState> states = new TreeMap<>();
    for (PollShard shard : shards.values()) {
      Map<String, PollState> stored = shard.states();
      for (Source source : now.polled(shard.partition())) {
        PollState state = stored.get(source.id());
        if (state != null) {
          states.put(source.id(), state);
        }
      }
    }
    return states;
  }

  private void run() {
    member.subscribe(List.of(Topics.POLL_STATE), new Assignments());
    try {
      while (!closing) {
        member.poll(TICK);
        tick();
      }
    } catch (WakeupException e) {
      LOG.debug("woken to close");
    } catch (RuntimeException | Error e) {
      LOG.error("polling has stopped", e);
      died.accept("polling has stopped: " + e);
    } finally {
      shards.keySet().forEach(this::drop);
      member.close();
      if (hubs != null) {
        hubs.close();
      }
    }
  }

  /** Opens at most one partition, as that may wait for the broker; dispatches for all others. */
  private void tick() {
    if (followed != wanted) {
      followed = wanted;
      shards.forEach((partition, shard) -> follow(shard));
      pace();
    }
    boolean opened = false;
    Set<TopicPartition> ours = member.assignment();
    troubles
        .keySet()
        .removeIf(partition -> !ours.contains(new TopicPartition(Topics.POLL_STATE, partition)));
    List<PollShard> open = new ArrayList<>();
    for (TopicPartition assigned : ours) {
      int partition = assigned.partition();
      PollShard shard = shards.get(partition);
      if (shard != null && !shard.lost()) {
        open.add(shard);
      } else if (!opened && !closing) {
        opened = reopen(partition);
      }
    }
    talkToHubs(open);
    start.startDue(open);
    Instant now = clock.instant();
    if (!now.isBefore(nextForgetting)) {
      nextForgetting = now.plus(FORGETTING);
      open.forEach(this::forgetRemoved);
    }
  }

  private void talkToHubs(List<PollShard> open) {
    HubClient client = hubClient;
    if (client == null) {
      return;
    }
    if (hubs == null) {
      hubs = new HubTalk(clients, client, start, clock);
    }
    hubs.tick(open, followed::polled);
  }

  private void follow(PollShard shard) {
    shard
        .due()
        .follow(
            followed.polled(shard.partition()),
            (source, changed) -> start.due(shard, source, changed));
  }

  private void pace() {
    start.pace(
        shards.keySet().stream()
            .flatMap(partition -> followed.polled(partition).stream())
            .toList());
  }

  /** What is stored of sources that are listed no more is kept for a while, and then forgotten. */
  private void forgetRemoved(PollShard shard) {
    Instant polledBefore = clock.instant().minus(KEPT);
    store.forget(shard, followed.listed(shard.partition()), polledBefore);
  }

  /** Whether it was tried; not so soon after it failed. */
  private boolean reopen(int partition) {
    Instant now = clock.instant();
    if (now.isBefore(reopenAt.getOrDefault(partition, Instant.EPOCH))) {
      return false;
    }
    drop(partition);
    try {
      PollShard shard = PollShard.open(clients, partition);
      follow(shard);
      shards.put(partition, shard);
      pace();
      forgetRemoved(shard);
      troubles.remove(partition);
      LOG.info("partition taken partition={}", partition);
    } catch (KafkaException e) {
      LOG.warn("partition not taken, trying again partition={} why={}", partition, e.toString());
      trouble(partition, e);
      if (e instanceof TimeoutException) {
        reopenAt.put(partition, clock.instant().plus(HELD_BACK));
      }
    }
    return true;
  }

  private void trouble(int partition, Throwable why) {
    troubles.put(partition, why.toString());
    reopenAt.put(partition, clock.instant().plus(REOPEN_AFTER));
  }

  private void drop(int partition) {
    PollShard shard = shards.remove(partition);
    if (shard == null) {
      return;
    }
    try {
      shard.close();
    } catch (KafkaException e) {
      LOG.warn("partition not given up in order partition={} why={}", partition, e.toString());
    }
  }

  /** Finishes what is being stored, leaves the group, and drops polls that are under way. */
  @Override
  public void close() {
    closing = true;
    member.wakeup();
    try {
      thread.join(PATIENCE.toMillis());
      store.close(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Assignments implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      member.pause(partitions); // the member never reads; its shards do
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      for (TopicPartition revoked : partitions) {
        drop(revoked.partition());
        LOG.info("partition given up partition={}", revoked.partition());
        reopenAt.remove(revoked.partition());
        troubles.remove(revoked.partition());
      }
    }
  }
}
