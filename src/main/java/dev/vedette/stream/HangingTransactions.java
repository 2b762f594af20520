package dev.vedette.stream;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends transactions that a partition holds open although their coordinator has long ended them:
 * nobody who reads committed records gets beyond such a one.
 *
 * <p>A cluster of one broker makes them. While that broker stops, and a few seconds after one that
 * was killed has started again, its partitions have no leader. Kafka 4.3 takes a partition without
 * a leader for a deleted one, skips its mark, and calls the transaction complete. The embedded
 * broker is kept from it ({@link KilledBroker}), a broker of somebody else's is not.
 *
 * <p>What hangs is told as KIP-664 tells it, and only ended when it was met twice. It is ended as
 * its coordinator had decided ({@link TransactionLog}): what was committed is committed in that
 * partition too, since its other partitions already say so. Where that is not known any more it is
 * aborted, as Kafka's own tool would.
 */
public final class HangingTransactions implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HangingTransactions.class);

  /** As long as any transaction of ours may take. */
  private static final Duration OLD = Duration.ofSeconds(10);

  private static final Duration PERIOD = Duration.ofSeconds(10);

  /** What topics and transactional ids of Vedette begin with, those of its stores among them. */
  private static final String OURS = "vedette";

  /** Where transactions of ours say how far they have read. */
  private static final String OFFSETS = "__consumer_offsets";

  private static final Set<TransactionState> ENDED =
      EnumSet.of(
          TransactionState.EMPTY,
          TransactionState.COMPLETE_COMMIT,
          TransactionState.COMPLETE_ABORT);

  /**
   * A transaction that is open in a partition.
   *
   * @param start offset of its first record
   * @param latest when its latest record was written
   */
  record Open(
      TopicPartition partition,
      long producer,
      short epoch,
      int coordinatorEpoch,
      long start,
      Instant latest) {}

  private final KafkaClients clients;
  private final Admin admin;
  private final Clock clock;
  private final Thread thread = new Thread(this::run, "hanging-transactions");
  private final Set<Open> met = new HashSet<>();
  private boolean warned;

  /** Of the topics of Vedette on a cluster. */
  public HangingTransactions(KafkaClients clients, Clock clock) {
    this.clients = clients;
    this.admin = clients.admin();
    this.clock = clock;
    thread.setDaemon(true);
  }

  /** Looks every ten seconds from now on. */
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
    } catch (ExecutionException | IOException | RuntimeException e) {
      if (!warned && !Thread.currentThread().isInterrupted()) {
        warned = true;
        LOG.warn(
            "hanging transactions cannot be found or ended: let this user describe topics and"
                + " transactional ids, read __transaction_state and alter the cluster, or use"
                + " kafka-transactions.sh why={}",
            e.getMessage());
      }
    }
  }

  /** Ends what was met before and hangs still; returns how many. */
  int look() throws ExecutionException, InterruptedException, IOException {
    Map<TopicPartition, Node> leaders = leaders();
    Map<Open, String> hanging = hanging(open(leaders.keySet()));
    int ended = 0;
    Set<Open> first = new HashSet<>();
    for (Map.Entry<Open, String> one : hanging.entrySet()) {
      if (met.contains(one.getKey())) {
        end(one.getKey(), one.getValue(), requireNonNull(leaders.get(one.getKey().partition)));
        ended++;
      } else {
        first.add(one.getKey());
      }
    }
    met.clear();
    met.addAll(first);
    return ended;
  }

  private void end(Open one, String transactionalId, Node leader)
      throws ExecutionException, InterruptedException, IOException {
    boolean committed = TransactionLog.isCommitted(clients, transactionalId, one);
    if (committed) {
      CommitMark.write(clients, leader, one);
    } else {
      admin
          .abortTransaction(
              new AbortTransactionSpec(
                  one.partition, one.producer, one.epoch, one.coordinatorEpoch))
          .all()
          .get();
    }
    LOG.warn(
        "a transaction that its coordinator had {} hung in a partition, and is {} there too"
            + " partition={} offset={} producer={}",
        committed ? "committed" : "ended",
        committed ? "committed" : "aborted",
        one.partition,
        one.start,
        transactionalId);
  }

  private Map<TopicPartition, Node> leaders() throws ExecutionException, InterruptedException {
    Set<String> topics =
        admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
            .filter(name -> name.startsWith(OURS) || name.equals(OFFSETS))
            .collect(Collectors.toSet());
    Map<TopicPartition, Node> leaders = new HashMap<>();
    admin
        .describeTopics(topics)
        .allTopicNames()
        .get()
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(
                        info -> {
                          if (info.leader() != null && !info.leader().isEmpty()) {
                            leaders.put(new TopicPartition(name, info.partition()), info.leader());
                          }
                        }));
    return leaders;
  }

  private Set<Open> open(Set<TopicPartition> partitions)
      throws ExecutionException, InterruptedException {
    Instant before = clock.instant().minus(OLD);
    Set<Open> open = new HashSet<>();
    for (Map.Entry<TopicPartition, PartitionProducerState> one :
        admin.describeProducers(partitions).all().get().entrySet()) {
      for (ProducerState producer : one.getValue().activeProducers()) {
        Instant latest = Instant.ofEpochMilli(producer.lastTimestamp());
        if (producer.currentTransactionStartOffset().isPresent() && latest.isBefore(before)) {
          open.add(
              new Open(
                  one.getKey(),
                  producer.producerId(),
                  (short) producer.producerEpoch(),
                  producer.coordinatorEpoch().orElse(0),
                  producer.currentTransactionStartOffset().getAsLong(),
                  latest));
        }
      }
    }
    return open;
  }

  /** Those of ours whose coordinator says that nothing is open, with their transactional ids. */
  private Map<Open, String> hanging(Set<Open> open)
      throws ExecutionException, InterruptedException {
    if (open.isEmpty()) {
      return Map.of();
    }
    Set<Long> producers = open.stream().map(Open::producer).collect(Collectors.toSet());
    Map<Long, String> ended = new HashMap<>();
    for (TransactionListing one :
        admin
            .listTransactions(new ListTransactionsOptions().filterProducerIds(producers))
            .all()
            .get()) {
      if (one.transactionalId().startsWith(OURS) && ENDED.contains(one.state())) {
        ended.put(one.producerId(), one.transactionalId());
      }
    }
    Map<Open, String> hanging = new HashMap<>();
    for (Open one : open) {
      String transactionalId = ended.get(one.producer);
      if (transactionalId != null) {
        hanging.put(one, transactionalId);
      }
    }
    return hanging;
  }

  @Override
  public void close() {
    thread.interrupt();
    admin.close(Duration.ofSeconds(5));
  }
}
