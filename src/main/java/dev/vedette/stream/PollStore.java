package dev.vedette.stream;

import dev.vedette.poll.Poll;
import dev.vedette.poll.PollState;
import dev.vedette.poll.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what polls found. While a partition's transaction is being committed, the polls that end
 * meanwhile gather for its next one; so the more there are, the fewer transactions each takes.
 */
final class PollStore {

  private static final Logger LOG = LoggerFactory.getLogger(PollStore.class);
  private static final int THREADS = 2;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final BiConsumer<Integer, Throwable> trouble;
  private final Map<String, Integer> unstored = new ConcurrentHashMap<>();
  private final ExecutorService storing;

  /** Who is told what became of a poll. */
  interface Ending {

    /** It is stored, and its source to be polled again then. */
    void stored(PollShard shard, Source source, Instant due);

    /** It is lost, and its source to be polled again after that pause. */
    void failed(PollShard shard, Source source, Duration pause);
  }

  /**
   * @param trouble told of a partition that could not be written, and why
   */
  PollStore(BiConsumer<Integer, Throwable> trouble) {
    this.trouble = trouble;
    AtomicInteger number = new AtomicInteger();
    this.storing =
        Executors.newFixedThreadPool(
            THREADS, task -> new Thread(task, "poll-store-" + number.incrementAndGet()));
  }

  /** Stores it soon, with others; returns at once. */
  void put(PollShard shard, Source source, Poll poll, Ending ending) {
    boolean alone = unstored.containsKey(source.id());
    if (shard.outbox().add(new Outbox.Item(source, poll, alone))) {
      try {
        storing.execute(() -> storeAll(shard, ending));
      } catch (RejectedExecutionException closed) {
        LOG.debug("closed before a poll was stored source={}", source.id());
      }
    }
  }

  /** Forgets soon what is stored of sources that are not listed; returns at once. */
  void forget(PollShard shard, Set<String> listed, Instant polledBefore) {
    try {
      storing.execute(
          () -> {
            try {
              shard.forget(listed, polledBefore);
            } catch (RuntimeException | Error e) {
              trouble.accept(shard.partition(), e);
            }
          });
    } catch (RejectedExecutionException closed) {
      LOG.debug("closed before sources were forgotten partition={}", shard.partition());
    }
  }

  private void storeAll(PollShard shard, Ending ending) {
    List<Outbox.Item> batch = shard.outbox().next();
    while (!batch.isEmpty()) {
      store(shard, batch, ending);
      batch = shard.outbox().next();
    }
  }

  private void store(PollShard shard, List<Outbox.Item> batch, Ending ending) {
    try {
      List<PollState> before = batch.stream().map(item -> shard.state(item.source())).toList();
      shard.commit(batch.stream().map(Outbox.Item::poll).toList());
      for (int i = 0; i < batch.size(); i++) {
        Source source = batch.get(i).source();
        PollState now = batch.get(i).poll().state();
        logChange(before.get(i), now);
        unstored.remove(source.id());
        ending.stored(shard, source, now.nextDue());
      }
    } catch (RuntimeException | Error e) {
      for (Outbox.Item item : batch) {
        Source source = item.source();
        LOG.warn("poll not stored, trying again source={} why={}", source.id(), e.toString());
        ending.failed(shard, source, pauseAfterFailure(source));
      }
      trouble.accept(shard.partition(), e);
    }
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
    Duration pause = PollGroup.REOPEN_AFTER.multipliedBy(1L << Math.min(failures - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /** Finishes what is being stored. */
  void close(Duration patience) throws InterruptedException {
    storing.shutdown();
    if (!storing.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("polls still being stored at the end");
    }
  }
}
