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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
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
  private static final int STORING_THREADS = 2;
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
  private final Pace pace = new Pace();
  private final int atOnce;
  private final ExecutorService storing;
  private final Consumer<String, byte[]> member;
  private final Thread thread = new Thread(this::run, "poll-group");
  private volatile boolean closing;

  /**
   * A member that has not joined yet.
   *
   * @param sources all of them, on every instance; only the enabled ones are polled
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
    this.poller = poller;
    this.clock = clock;
    this.sources = byPartition(sources, clients.settings().partitions());
    this.atOnce = atOnce;
    AtomicInteger number = new AtomicInteger();
    this.storing =
        Executors.newFixedThreadPool(
            STORING_THREADS, task -> new Thread(task, "poll-store-" + number.incrementAndGet()));
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
    dispatch(open);
  }

  private Instant due(PollShard shard, Source source) {
    Instant due = shard.state(source).nextDue();
    Instant rested = resting.getOrDefault(source.id(), due);
    return rested.isAfter(due) ? rested : due;
  }

  private List<Source> of(int partition) {
    return sources.getOrDefault(partition, List.of());
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
      of(partition).forEach(source -> shard.due().add(source, due(shard, source)));
      shards.put(partition, shard);
      pace.rate(shards.keySet().stream().flatMap(open -> of(open).stream()).toList());
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

  /** Starts polls that are due, of all partitions by turns, as many and as fast as may be. */
  private void dispatch(List<PollShard> open) {
    Instant now = clock.instant();
    boolean more = true;
    while (more) {
      more = false;
      for (PollShard shard : open) {
        more |= underWay.size() < atOnce && pace.allows(now) && startNext(shard, now);
      }
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
      shard.due().back(source, now.plus(REOPEN_AFTER));
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
                rest(shard, source, REST);
              } else {
                put(shard, source, poll);
              }
            });
  }

  /** A poller answers for all that a source does; what it throws is a fault of ours. */
  private CompletableFuture<Poll> poll(Source source, PollState before, Instant now) {
    try {
      return poller.poll(source, before, now);
    } catch (RuntimeException | StackOverflowError e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void put(PollShard shard, Source source, Poll poll) {
    boolean alone = unstored.containsKey(source.id());
    if (shard.outbox().add(new Outbox.Item(source, poll, alone))) {
      try {
        storing.execute(() -> storeAll(shard));
      } catch (RejectedExecutionException closed) {
        LOG.debug("closed before a poll was stored source={}", source.id());
      }
    }
  }

  private void storeAll(PollShard shard) {
    List<Outbox.Item> batch = shard.outbox().next();
    while (!batch.isEmpty()) {
      store(shard, batch);
      batch = shard.outbox().next();
    }
  }

  private void store(PollShard shard, List<Outbox.Item> batch) {
    try {
      List<PollState> before = batch.stream().map(item -> shard.state(item.source())).toList();
      shard.commit(batch.stream().map(Outbox.Item::poll).toList());
      for (int i = 0; i < batch.size(); i++) {
        Source source = batch.get(i).source();
        PollState now = batch.get(i).poll().state();
        logChange(before.get(i), now);
        unstored.remove(source.id());
        resting.remove(source.id());
        end(shard, source, now.nextDue());
      }
    } catch (RuntimeException | Error e) {
      for (Outbox.Item item : batch) {
        Source source = item.source();
        LOG.warn("poll not stored, trying again source={} why={}", source.id(), e.toString());
        rest(shard, source, pauseAfterFailure(source));
      }
      trouble(shard.partition(), e);
    }
  }

  private void rest(PollShard shard, Source source, Duration pause) {
    Instant until = clock.instant().plus(pause);
    resting.put(source.id(), until); // the partition may be opened anew before
    end(shard, source, until);
  }

  private void end(PollShard shard, Source source, Instant due) {
    underWay.remove(source.id());
    shard.due().back(source, due);
  }

  private static void logChange(PollState before, PollState now) {
    if (before.failures() == 0 && now.failures() > 0) {
      LOG.warn(
          "source fails source={} next={} why={}",
          now.source(),
          now.nextDue().truncatedTo(ChronoUnit.SECONDS),
          now.lastError());
    } else if (before.failures() > 0 && now.failures() == 0) {
      LOG.info("source works again source={} failures={}", now.source(), before.failures());
    }
  }

  /** 2, 4, 8 s, up to five minutes: a poll that can never be stored must not disturb the others. */
  private Duration pauseAfterFailure(Source source) {
    int failures = unstored.merge(source.id(), 1, Integer::sum);
    Duration pause = REOPEN_AFTER.multipliedBy(1L << Math.min(failures - 1, 10));
    return pause.compareTo(REST) < 0 ? pause : REST;
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
      storing.shutdown();
      if (!storing.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("polls still being stored at the end");
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
