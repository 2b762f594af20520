package dev.vedette.stream;

import dev.vedette.watchlist.Watchlists;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running topology: exactly once, with a budget of restarts for its threads. */
public final class Pipeline implements AutoCloseable {

  /** The application id: consumer group, transactional ids and internal topics begin with it. */
  static final String APPLICATION = "vedette";

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int SESSION_MILLIS = 6_000;

  /** Records of a partition held in memory; one may have 900 KB. */
  private static final int BUFFERED = 100;

  private final KafkaStreams streams;
  private final PipelineTally tally = new PipelineTally();
  private final CountDownLatch running = new CountDownLatch(1);

  /**
   * A pipeline that is not started yet.
   *
   * @param stateDirectory for the topology's local files; used by this instance alone
   * @param died called with a sentence when the pipeline has given up
   */
  public Pipeline(
      KafkaClients clients,
      Supplier<Watchlists> watchlists,
      AlertSettings settings,
      Path stateDirectory,
      Consumer<String> died) {
    RestartBudget budget = new RestartBudget(Time.SYSTEM::milliseconds);
    this.streams =
        new KafkaStreams(
            new VedetteTopology(watchlists, settings.storyWindow()).build(),
            properties(clients, stateDirectory));
    streams.setUncaughtExceptionHandler(thrown -> budget.answer(thrown, died));
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
          }
        });
  }

  /** Starts it; returns at once. */
  public void start() {
    streams.start();
  }

  /** Waits until articles are read, or the time is over; says which. */
  public boolean awaitRunning(Duration time) throws InterruptedException {
    return running.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether articles are read, or about to be after a rebalance. */
  public boolean healthy() {
    KafkaStreams.State state = streams.state();
    return state == KafkaStreams.State.RUNNING || state == KafkaStreams.State.REBALANCING;
  }

  /** The state in Kafka Streams' word, lower case. */
  public String state() {
    return streams.state().name().toLowerCase(java.util.Locale.ROOT);
  }

  /** What it has done. */
  public PipelineCounts counts() {
    return tally.after(streams.metrics().values());
  }

  /** The settings that it runs with. */
  static Properties properties(KafkaClients clients, Path stateDirectory) {
    Properties p = clients.streams();
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
    p.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
    p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    p.put(
        StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
        BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers.class);
    p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, clients.settings().replicationFactor());
    p.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topics.DEAD_LETTERS);
    p.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueExceptionHandler.class);
    p.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueProcessingExceptionHandler.class);
    p.put(
        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterProductionHandler.class);
    p.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.MAX_REQUEST_BYTES);
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), BUFFERED);
    p.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED);
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
    p.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        SESSION_MILLIS / 3);
    return p;
  }

  /** Stops it in order and leaves the group, so that another instance takes over at once. */
  @Override
  public void close() {
    boolean closed =
        streams.close(
            CloseOptions.timeout(PATIENCE)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    if (!closed) {
      LOG.warn("pipeline did not stop in time seconds={}", PATIENCE.toSeconds());
    }
  }
}
