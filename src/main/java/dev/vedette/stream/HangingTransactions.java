package dev.vedette.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends transactions that a partition holds open although their coordinator has long ended them, as
 * a broker that was killed can leave behind: nobody who reads committed records gets beyond such a
 * one. What is hanging is told as KIP-664 tells it, and only ended when it was met twice.
 */
public final class HangingTransactions implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HangingTransactions.class);

  /** Many times as long as any transaction of ours may take. */
  private static final Duration OLD = Duration.ofMinutes(2);

  private static final Duration PERIOD = Duration.ofMinutes(1);

  /** The topics of Vedette, those of its stores among them. */
  private static final String OURS = "vedette";

  private static final Set<TransactionState> ENDED =
      EnumSet.of(
          TransactionState.EMPTY,
          TransactionState.COMPLETE_COMMIT,
          TransactionState.COMPLETE_ABORT);

  /**
   * A transaction that is open in a partition.
   *
   * @param start offset of its first record
   */
  private record Open(
      TopicPartition partition, long producer, short epoch, int coordinatorEpoch, long start) {}

  private final Admin admin;
  private final Clock clock;
  private final Thread thread = new Thread(this::run, "hanging-transactions");
  private final Set<Open> met = new HashSet<>();
  private boolean warned;

  /** Of the topics of Vedette on a cluster. */
  public HangingTransactions(KafkaClients clients, Clock clock) {
    this.admin = clients.admin();
    this.clock = clock;
    thread.setDaemon(true);
  }

  /** Looks once a minute from now on. */
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        TimeUnit.MILLISECONDS.sleep(PERIOD.toMillis());
        tryToLook();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryToLook() throws InterruptedException {
    try {
      look();
      warned = false;
    } catch (ExecutionException | RuntimeException e) {
      if (!warned && !Thread.currentThread().isInterrupted()) {
        warned = true;
        LOG.warn(
            "hanging transactions cannot be found or ended: let this user describe topics and"
                + " transactional ids and alter the cluster, or use kafka-transactions.sh why={}",
            e.getMessage());
      }
    }
  }

  /** Ends what was met before and hangs still; returns how many. */
  int look() throws ExecutionException, InterruptedException {
    Set<Open> hanging = hanging(open());
    Set<Open> again = hanging.stream().filter(met::contains).collect(Collectors.toSet());
    for (Open one : again) {
      admin
          .abortTransaction(
              new AbortTransactionSpec(
                  one.partition, one.producer, one.epoch, one.coordinatorEpoch))
          .all()
          .get();
      LOG.warn(
          "a transaction that its coordinator had ended hung in a partition, and is ended there too"
              + " partition={} offset={} producer={}",
          one.partition,
          one.start,
          one.producer);
    }
    met.clear();
    met.addAll(hanging);
    met.removeAll(again);
    return again.size();
  }

  private Set<Open> open() throws ExecutionException, InterruptedException {
    Set<String> topics =
        admin.listTopics().names().get().stream()
            .filter(name -> name.startsWith(OURS))
            .collect(Collectors.toSet());
    List<TopicPartition> partitions =
        admin.describeTopics(topics).allTopicNames().get().values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition())))
            .toList();
    Instant before = clock.instant().minus(OLD);
    Set<Open> open = new HashSet<>();
    for (Map.Entry<TopicPartition, PartitionProducerState> one :
        admin.describeProducers(partitions).all().get().entrySet()) {
      for (ProducerState producer : one.getValue().activeProducers()) {
        if (producer.currentTransactionStartOffset().isPresent()
            && Instant.ofEpochMilli(producer.lastTimestamp()).isBefore(before)) {
          open.add(
              new Open(
                  one.getKey(),
                  producer.producerId(),
                  (short) producer.producerEpoch(),
                  producer.coordinatorEpoch().orElse(0),
                  producer.currentTransactionStartOffset().getAsLong()));
        }
      }
    }
    return open;
  }

  /** Those whose coordinator says that nothing of theirs is open. */
  private Set<Open> hanging(Set<Open> open) throws ExecutionException, InterruptedException {
    if (open.isEmpty()) {
      return Set.of();
    }
    Set<Long> producers = open.stream().map(Open::producer).collect(Collectors.toSet());
    Collection<TransactionListing> known =
        admin
            .listTransactions(new ListTransactionsOptions().filterProducerIds(producers))
            .all()
            .get();
    Map<Long, Boolean> ended = new HashMap<>();
    for (TransactionListing one : known) {
      ended.merge(one.producerId(), ENDED.contains(one.state()), Boolean::logicalAnd);
    }
    return open.stream()
        .filter(one -> ended.getOrDefault(one.producer, false))
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    thread.interrupt();
    admin.close(Duration.ofSeconds(5));
  }
}
