package dev.vedette.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A single-node Kafka broker in this process, in KRaft mode, on loopback, with its data kept.
 *
 * <p>With {@link KilledBroker} the only class that knows Kafka's server side, which is no public
 * API: a new Kafka version is tried here. The broker ends a JVM whose disk fails; that end is
 * caught and reported instead.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  private static final String HOST = "127.0.0.1";
  private static final int ATTEMPTS = 3;

  /** Far more than marking takes while the disk is well. */
  private static final Duration MARKING = Duration.ofSeconds(5);

  private final KafkaRaftServer server;
  private final String address;
  private final AtomicBoolean dead;
  private volatile boolean closing;

  private EmbeddedBroker(KafkaRaftServer server, String address, AtomicBoolean dead) {
    this.dead = dead;
    this.server = server;
    this.address = address;
  }

  /**
   * Starts a broker and waits until it serves.
   *
   * @param directory kept between runs; formatted when empty
   * @param port on loopback; 0 for any free one
   * @param died called with a sentence if the broker ends by itself later on
   * @throws StreamException if the port is taken or the data cannot be used
   */
  public static EmbeddedBroker start(DataDirectory directory, int port, Consumer<String> died) {
    AtomicBoolean dead = interceptExit(directory, died);
    if (port != 0) {
      requireFree(port);
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return tryStart(directory, port == 0 ? freePort() : port, dead);
      } catch (IOException | RuntimeException e) {
        if (attempt == ATTEMPTS || !isBind(e)) {
          throw new StreamException(
              "the embedded broker did not start on %s: %s".formatted(directory.broker(), root(e)),
              e);
        }
      }
    }
  }

  private static EmbeddedBroker tryStart(DataDirectory directory, int port, AtomicBoolean dead)
      throws IOException {
    Path logs = directory.broker();
    Files.createDirectories(logs);
    int controllerPort = freePort();
    if (!format(logs)) {
      KilledBroker.fence(logs, node(logs, controllerPort));
    }
    KafkaConfig config = new KafkaConfig(properties(logs, port, controllerPort), false);
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown(); // or its threads would keep the JVM alive
      server.awaitShutdown();
      throw e;
    }
    String address = HOST + ":" + port;
    directory.announceBroker(address);
    return new EmbeddedBroker(server, address, dead);
  }

  /** Whether it was not formatted yet. */
  private static boolean format(Path logs) throws IOException {
    String directory = logs.toString();
    MetaPropertiesEnsemble found =
        new MetaPropertiesEnsemble.Loader()
            .addLogDirs(List.of(directory))
            .addMetadataLogDir(directory)
            .load();
    if (found.clusterId().isPresent()) {
      return false;
    }
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(directory)
          .addDirectory(directory)
          .run();
      return true;
    } catch (IOException e) {
      throw e;
    } catch (Exception e) { // what Formatter declares
      throw new IOException(e);
    }
  }

  /** What broker and controller have in common, and the controller's listener. */
  private static Properties node(Path logs, int controllerPort) {
    Properties p = new Properties();
    p.put("node.id", "1");
    p.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
    p.put("controller.listener.names", "CONTROLLER");
    p.put("listeners", "CONTROLLER://" + HOST + ":" + controllerPort);
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("log.dirs", logs.toString());
    return p;
  }

  private static Properties properties(Path logs, int port, int controllerPort) {
    Properties p = node(logs, controllerPort);
    p.put("process.roles", "broker,controller");
    p.put(
        "listeners",
        "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, port, HOST, controllerPort));
    p.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
    p.put("inter.broker.listener.name", "PLAINTEXT");
    p.put("auto.create.topics.enable", "false");
    for (String internal : List.of("offsets.topic", "transaction.state.log")) {
      p.put(internal + ".replication.factor", "1");
      p.put(internal + ".num.partitions", "1");
    }
    p.put("transaction.state.log.min.isr", "1");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("share.coordinator.state.topic.num.partitions", "1");
    p.put("default.replication.factor", "1");
    p.put("min.insync.replicas", "1");
    p.put("group.initial.rebalance.delay.ms", "0");
    // what an application has read is known for as long as its topics are kept
    p.put("offsets.retention.minutes", "2147483647");
    p.put("server.max.startup.time.ms", "60000");
    p.put("num.network.threads", "1");
    p.put("num.io.threads", "2");
    p.put("log.cleaner.dedupe.buffer.size", "2097152");
    // no other broker could take over from one that is slow
    p.put("broker.session.timeout.ms", "30000");
    // a killed client's transaction holds its readers back for its timeout and this
    p.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    return p;
  }

  /** Where clients of this machine reach it. */
  public String address() {
    return address;
  }

  private static AtomicBoolean interceptExit(DataDirectory directory, Consumer<String> died) {
    AtomicBoolean dead = new AtomicBoolean();
    Exit.Procedure procedure =
        (status, message) -> {
          dead.set(true);
          died.accept(
              directory.isFull()
                  ? "the disk of %s is full, so the embedded broker has stopped; make room and start again: nothing that was written is lost"
                      .formatted(directory.path())
                  : "the embedded broker of %s has stopped: %s"
                      .formatted(directory.path(), message == null ? "status " + status : message));
          throw new BrokerExit();
        };
    Exit.setHaltProcedure(procedure);
    Exit.setExitProcedure(procedure);
    return dead;
  }

  private static void requireFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
    } catch (IOException e) {
      throw new StreamException(
          "port %d of %s is in use, so the embedded broker cannot have it; stop what holds it, or choose another: kafka.embedded.port in vedette.yaml, or VEDETTE_KAFKA_EMBEDDED_PORT"
              .formatted(port, HOST),
          e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StreamException("no free port on " + HOST, e);
    }
  }

  private static boolean isBind(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof BindException) {
        return true;
      }
    }
    return false;
  }

  private static String root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }

  /**
   * Stops it in order; what was written stays. One that has died cannot stop any more: its threads
   * wait for each other, and end with the process.
   */
  @Override
  public void close() {
    if (!closing && !dead.get()) {
      closing = true;
      awaitMarks();
      server.shutdown();
      server.awaitShutdown();
    }
  }

  /**
   * Waits until transactions whose end is decided are marked in their partitions: one that stops
   * skips what it has not marked yet, and they would hang ({@link HangingTransactions}).
   */
  private void awaitMarks() {
    ListTransactionsOptions decided =
        new ListTransactionsOptions()
            .filterStates(
                EnumSet.of(TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT));
    long deadline = System.nanoTime() + MARKING.toNanos();
    try (Admin admin =
        Admin.create(
            Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                address,
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                (int) MARKING.toMillis(),
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) MARKING.toMillis()))) {
      while (!admin.listTransactions(decided).all().get().isEmpty()
          && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (ExecutionException | KafkaException e) {
      LOG.warn("stopped without knowing whether transactions were open why={}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the broker's thread that wanted to end the JVM. */
  private static final class BrokerExit extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
