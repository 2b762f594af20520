package dev.vedette.stream;

import dev.vedette.poll.Poll;
import dev.vedette.poll.PollState;
import dev.vedette.poll.Source;
import dev.vedette.poll.SourcePoller;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Divides the sources among all running instances, and polls those of this one.
 *
 * <p>A source lives on the partition of the poll-state topic that the hash of its host names, so
 * that one instance is polite to one host; Kafka's consumer group protocol assigns the partitions.
 * Each partition has a {@link PollShard} that stores articles and poll state in one transaction.
 */
public final class PollGroup implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PollGroup.class);
  private static final String GROUP = "vedette-poll";
  private static final int SESSION_MILLIS = 6_000;
  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration REOPEN_AFTER = Duration.ofSeconds(2);
  private static final Duration REST = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final KafkaClients clients;
  private final SourcePoller poller;
  private final Clock clock;
  private final java.util.function.Consumer<String> died;
  private final Map<Integer, List<Source>> sources;
  private final Map<Integer, PollShard> shards = new ConcurrentHashMap<>();
  private final Map<Integer, Instant> reopenAt = new ConcurrentHashMap<>();
  private final Map<Integer, String> troubles = new ConcurrentHashMap<>();
  private final Map<String, Integer> unstored = new ConcurrentHashMap<>();
  private final Map<String, Instant> resting = new ConcurrentHashMap<>();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService pool;
  private final Consumer<String, byte[]> member;
  private final Thread thread = new Thread(this::run, "poll-group");
  private volatile boolean closing;

  /**
   * A member that has not joined yet.
   *
   * @param sources all of them, on every instance; only the enabled ones are polled
   * @param workers how many polls run at once
   * @param died called with a sentence if polling ends by itself
   */
  public PollGroup(
      KafkaClients clients,
      SourcePoller poller,
      List<Source> sources,
      int workers,
      Clock clock,
      java.util.function.Consumer<String> died) {
    this.clients = clients;
    this.died = died;
    this.poller = poller;
    this.clock = clock;
    this.sources = byPartition(sources, clients.settings().partitions());
    AtomicInteger number = new AtomicInteger();
    this.pool =
        Executors.newFixedThreadPool(
            workers, task -> new Thread(task, "poll-" + number.incrementAndGet()));
    this.member = clients.member(GROUP, SESSION_MILLIS);
  }

  /** Joins the group; returns at once. */
  public void start() {
    thread.start();
  }

  /** What is stored of all sources, whoever polls them, by id. */
  public static Map<String, PollState> stored(KafkaClients clients) {
    Map<String, PollState> states = new TreeMap<>();
    for (int partition = 0; partition < clients.settings().partitions(); partition++) {
      states.putAll(PollShard.read(clients, partition));
    }
    return states;
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
    Map<String, PollState> states = new TreeMap<>();
    shards.values().forEach(shard -> states.putAll(shard.states()));
    return states;
  }

  /** The partition that a source lives on. */
  static int partition(Source source, int partitions) {
    byte[] home = source.home().getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(home)) % partitions;
  }

  private static Map<Integer, List<Source>> byPartition(List<Source> sources, int partitions) {
    Map<Integer, List<Source>> divided = new TreeMap<>();
    for (Source source : sources) {
      if (source.settings().enabled()) {
        divided.computeIfAbsent(partition(source, partitions), p -> new ArrayList<>()).add(source);
      }
    }
    return divided;
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
    }
  }

  /** Opens at most one partition, as that may wait for the broker; dispatches for all others. */
  private void tick() {
    boolean opened = false;
    Set<TopicPartition> ours = member.assignment();
    troubles
        .keySet()
        .removeIf(partition -> !ours.contains(new TopicPartition(Topics.POLL_STATE, partition)));
    for (TopicPartition assigned : ours) {
      int partition = assigned.partition();
      PollShard shard = shards.get(partition);
      if (shard != null && !shard.lost()) {
        dispatch(shard, sources.getOrDefault(partition, List.of()));
      } else if (!opened && !closing) {
        opened = reopen(partition);
      }
    }
  }

  /** Whether it was tried; not so soon after it failed. */
  private boolean reopen(int partition) {
    Instant now = clock.instant();
    if (now.isBefore(reopenAt.getOrDefault(partition, Instant.EPOCH))) {
      return false;
    }
    drop(partition);
    try {
      shards.put(partition, PollShard.open(clients, partition));
      troubles.remove(partition);
      LOG.info("partition taken partition={}", partition);
    } catch (KafkaException e) {
      LOG.warn("partition not taken, trying again partition={} why={}", partition, e.toString());
      trouble(partition, e);
    }
    return true;
  }

  private void trouble(int partition, Throwable why) {
    troubles.put(partition, why.toString());
    reopenAt.put(partition, clock.instant().plus(REOPEN_AFTER));
  }

  /** Queues what is due, longest due first; a source waits in the queue at most once. */
  private void dispatch(PollShard shard, List<Source> mine) {
    Instant now = clock.instant();
    mine.stream()
        .filter(source -> isDue(shard, source, now))
        .sorted(Comparator.comparing(shard::nextDue))
        .filter(source -> underWay.add(source.id()))
        .forEach(source -> pool.execute(() -> pollOnce(shard, source)));
  }

  private void pollOnce(PollShard shard, Source source) {
    try {
      if (!shard.lost()) {
        PollState before = shard.state(source);
        poll(source, before).ifPresent(poll -> store(shard, source, before, poll));
        unstored.remove(source.id());
      }
    } catch (RuntimeException | Error e) {
      LOG.warn("poll not stored, trying again source={} why={}", source.id(), e.toString());
      resting.put(source.id(), clock.instant().plus(pauseAfterFailure(source)));
      trouble(shard.partition(), e);
    } finally {
      underWay.remove(source.id());
    }
  }

  private static void store(PollShard shard, Source source, PollState before, Poll poll) {
    shard.commit(source, poll);
    PollState now = poll.state();
    if (before.failures() == 0 && now.failures() > 0) {
      LOG.warn(
          "source fails source={} next={} why={}",
          source.id(),
          now.nextDue().truncatedTo(ChronoUnit.SECONDS),
          now.lastError());
    } else if (before.failures() > 0 && now.failures() == 0) {
      LOG.info("source works again source={} failures={}", source.id(), before.failures());
    }
  }

  /** A poller answers for all that a source does; what it throws is a fault of ours. */
  private Optional<Poll> poll(Source source, PollState state) {
    try {
      return Optional.of(poller.poll(source, state, clock.instant()));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("poll failed, source rests source={} for={}", source.id(), REST, e);
      resting.put(source.id(), clock.instant().plus(REST));
      return Optional.empty();
    }
  }

  /** 2, 4, 8 s, up to five minutes: a poll that can never be stored must not disturb the others. */
  private Duration pauseAfterFailure(Source source) {
    int failures = unstored.merge(source.id(), 1, Integer::sum);
    Duration pause = REOPEN_AFTER.multipliedBy(1L << Math.min(failures - 1, 10));
    return pause.compareTo(REST) < 0 ? pause : REST;
  }

  private boolean isDue(PollShard shard, Source source, Instant now) {
    return !shard.nextDue(source).isAfter(now)
        && !resting.getOrDefault(source.id(), Instant.EPOCH).isAfter(now);
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
      pool.shutdownNow();
      if (!pool.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("polls still under way at the end sources={}", underWay);
      }
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
