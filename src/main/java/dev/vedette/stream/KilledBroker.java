package dev.vedette.stream;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;

/**
 * Takes the partitions from an embedded broker that was killed, before it starts again.
 *
 * <p>A killed broker still stands in the metadata as the leader of its partitions. One that starts
 * like that takes up its coordinators' work at once, loses the partitions a moment later as its old
 * session runs out, and gets them back. A transaction whose commit was decided and not yet marked
 * in its partitions can fall into that gap: Kafka 4.3 takes a partition without a leader for a
 * deleted one, skips its mark, and calls the transaction complete. Readers of committed records
 * then wait at that partition for ever. So the controller runs alone first, until it has fenced the
 * broker.
 */
final class KilledBroker {

  /** Written by a broker that stops in order, after it has given its partitions up. */
  private static final String STOPPED_IN_ORDER = ".kafka_cleanshutdown";

  /** Kafka's gauge of brokers that are registered and may lead nothing. */
  private static final String FENCED =
      "kafka.controller:type=KafkaController,name=FencedBrokerCount";

  private static final int SESSION_MILLIS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** One without transactions has nothing to lose, and may not even be registered. */
  private static final Duration PATIENCE_WITH_A_NEW_ONE = Duration.ofSeconds(2);

  private KilledBroker() {}

  /**
   * Fences the broker of a directory, unless it stopped in order.
   *
   * @param directory formatted
   * @param node properties that the node has in any role, with the controller's listener only
   * @throws StreamException if that does not succeed in time
   */
  static void fence(Path directory, Properties node) {
    if (Files.exists(directory.resolve(STOPPED_IN_ORDER))) {
      return;
    }
    boolean hasTransactions = Files.exists(directory.resolve("__transaction_state-0"));
    KafkaRaftServer controller =
        new KafkaRaftServer(new KafkaConfig(controllerOnly(node), false), Time.SYSTEM);
    try {
      controller.startup();
      if (!awaitFenced(hasTransactions ? PATIENCE : PATIENCE_WITH_A_NEW_ONE) && hasTransactions) {
        throw new StreamException(
            "the broker that was killed is not fenced after %d s".formatted(PATIENCE.toSeconds()),
            null);
      }
    } finally {
      controller.shutdown();
      controller.awaitShutdown();
    }
  }

  private static Properties controllerOnly(Properties node) {
    Properties controller = new Properties();
    controller.putAll(node);
    controller.put("process.roles", "controller");
    controller.put("broker.session.timeout.ms", Integer.toString(SESSION_MILLIS));
    controller.put("broker.heartbeat.interval.ms", Integer.toString(SESSION_MILLIS / 2));
    return controller;
  }

  private static boolean awaitFenced(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (fenced() == 0) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      Utils.sleep(20);
    }
    return true;
  }

  private static int fenced() {
    try {
      Object value =
          ManagementFactory.getPlatformMBeanServer().getAttribute(new ObjectName(FENCED), "Value");
      return ((Number) value).intValue();
    } catch (InstanceNotFoundException e) { // not loaded yet
      return 0;
    } catch (JMException e) {
      throw new StreamException("cannot ask for " + FENCED, e);
    }
  }
}
