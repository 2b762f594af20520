package dev.vedette.stream;

import dev.vedette.watchlist.Watchlists;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka cluster of this configuration, reached: a real one somewhere, or the embedded one,
 * started here or already run by another process on the same data directory.
 */
public final class Cluster implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 10;
  private static final String TRANSACTION_VERSION = "transaction.version";

  /** KIP-890: each transaction has an epoch of its own. */
  private static final int LEAST_TRANSACTION_VERSION = 2;

  private final KafkaClients clients;
  private final @Nullable DataDirectory directory;
  private final @Nullable EmbeddedBroker broker;

  private Cluster(
      KafkaClients clients, @Nullable DataDirectory directory, @Nullable EmbeddedBroker broker) {
    this.clients = clients;
    this.directory = directory;
    this.broker = broker;
  }

  /**
   * For the service itself, which holds its data directory for as long as it runs. With a cluster
   * elsewhere, several services may share one data directory: each takes a part of it.
   *
   * @param died called with a sentence if the embedded broker ends by itself
   * @throws StreamException if the directory is held, the port is taken, no broker answers, or the
   *     brokers are too old for transactions that can be told apart
   */
  public static Cluster host(KafkaSettings settings, Path data, Consumer<String> died) {
    if (!settings.embedded()) {
      return exactlyOnce(
          reached(
              new Cluster(
                  new KafkaClients(settings.bootstrapServers(), settings), freePart(data), null)));
    }
    DataDirectory directory = DataDirectory.take(data);
    return start(directory, settings, died);
  }

  /**
   * For a command that reads: the broker that runs, or else one started for the command's duration.
   *
   * @throws StreamException if no broker answers or can be started
   */
  public static Cluster visit(KafkaSettings settings, Path data) {
    if (!settings.embedded()) {
      return reached(
          new Cluster(new KafkaClients(settings.bootstrapServers(), settings), null, null));
    }
    if (!Files.isDirectory(data)) {
      throw new StreamException(
          "nothing to read: there is no data directory %s (expected: `vedette run` has run with it)"
              .formatted(data),
          null);
    }
    Optional<DataDirectory> free = DataDirectory.tryTake(data);
    if (free.isPresent()) {
      return start(free.get(), settings, why -> {});
    }
    String address =
        DataDirectory.brokerAddress(data)
            .orElseThrow(
                () ->
                    new StreamException(
                        "data directory %s is in use, but no broker has announced itself there yet; try again in a few seconds"
                            .formatted(data),
                        null));
    return reached(new Cluster(new KafkaClients(address, settings), null, null));
  }

  private static Cluster start(
      DataDirectory directory, KafkaSettings settings, Consumer<String> died) {
    try {
      EmbeddedBroker broker = EmbeddedBroker.start(directory, settings.embeddedPort(), died);
      return new Cluster(new KafkaClients(broker.address(), settings), directory, broker);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static DataDirectory freePart(Path data) {
    for (int i = 1; ; i++) {
      Optional<DataDirectory> part = DataDirectory.tryTake(data.resolve("instance-" + i));
      if (part.isPresent()) {
        return part.get();
      }
    }
  }

  private static Cluster reached(Cluster cluster) {
    String servers = cluster.clients.bootstrapServers();
    try (Admin admin = cluster.clients.admin()) {
      var options = new DescribeClusterOptions().timeoutMs(PATIENCE_SECONDS * 1000);
      admin.describeCluster(options).nodes().get();
      return cluster;
    } catch (ExecutionException e) {
      cluster.close();
      Throwable cause = e.getCause();
      String why = cause instanceof TimeoutException ? "" : ": " + root(e);
      throw new StreamException(
          "no broker answers at %s within %d s%s (kafka.bootstrap.servers)"
              .formatted(servers, PATIENCE_SECONDS, why),
          cause);
    } catch (KafkaException e) { // an unknown host, a wrong key store
      cluster.close();
      throw new StreamException(
          "cannot use the broker at %s: %s (kafka: in vedette.yaml)".formatted(servers, root(e)),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cluster.close();
      throw new StreamException("interrupted while looking for a broker at " + servers, e);
    }
  }

  /** As long as a producer's transactions share an epoch, a late write can get into a later one. */
  private static Cluster exactlyOnce(Cluster cluster) {
    String servers = cluster.clients.bootstrapServers();
    try (Admin admin = cluster.clients.admin()) {
      FinalizedVersionRange finalized =
          admin
              .describeFeatures()
              .featureMetadata()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .finalizedFeatures()
              .get(TRANSACTION_VERSION);
      int level = finalized == null ? 0 : finalized.maxVersionLevel();
      if (level < LEAST_TRANSACTION_VERSION) {
        throw new StreamException(
            "the brokers at %s have %s %d (expected: %d or more, which Kafka 4.0 brings: kafka-features.sh --bootstrap-server %s upgrade --feature %s=%d)"
                .formatted(
                    servers,
                    TRANSACTION_VERSION,
                    level,
                    LEAST_TRANSACTION_VERSION,
                    servers,
                    TRANSACTION_VERSION,
                    LEAST_TRANSACTION_VERSION),
            null);
      }
      return cluster;
    } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
      cluster.close();
      throw new StreamException(
          "the brokers at %s do not tell their features: %s".formatted(servers, root(e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cluster.close();
      throw new StreamException("interrupted while asking for the features of " + servers, e);
    } catch (StreamException e) {
      cluster.close();
      throw e;
    }
  }

  private static String root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }

  /**
   * For a command that only reads: the topics must be there already.
   *
   * @throws StreamException if the service has never run against this cluster
   */
  public void requireTopics() {
    try (Admin admin = clients.admin()) {
      Topics.require(admin, clients.bootstrapServers());
    }
  }

  /** Creates the topics that are missing and verifies the rest; see {@link Topics}. */
  public void ensureTopics(Watchlists watchlists) {
    try (Admin admin = clients.admin()) {
      Topics.ensure(admin, clients.settings(), watchlists);
    }
  }

  /** Its id, which no other cluster has. */
  public String id() {
    try (Admin admin = clients.admin()) {
      return admin.describeCluster().clusterId().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new StreamException("the cluster does not tell its id: " + root(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StreamException("interrupted while asking the cluster for its id", e);
    }
  }

  /** Clients of it. */
  public KafkaClients clients() {
    return clients;
  }

  /** Where the topology may keep local files; only of a cluster that was {@link #host}ed. */
  public Path streamsDirectory() {
    return directory("streams");
  }

  /** Where the history may be kept; only of a cluster that was {@link #host}ed. */
  public Path historyDirectory() {
    return directory("history");
  }

  private Path directory(String name) {
    if (directory == null) {
      throw new IllegalStateException("a visitor has no directory");
    }
    return directory.path().resolve(name);
  }

  /** Stops the embedded broker if it was started here, and gives the directory back. */
  @Override
  public void close() {
    if (broker != null) {
      broker.close();
    }
    if (directory != null) {
      directory.close();
    }
  }
}
