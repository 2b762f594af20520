package dev.vedette.cli;

import dev.vedette.alert.Alert;
import dev.vedette.sink.AlertSink;
import dev.vedette.sink.Delivery;
import dev.vedette.sink.Notification;
import dev.vedette.stream.AlertLog;
import dev.vedette.stream.KafkaClients;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds the terminal: the last alerts of the topic first, then each as it arrives. */
final class ConsoleFeed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleFeed.class);

  private final AlertLog log;
  private final AlertSink sink;
  private final Thread thread = new Thread(this::follow, "console");
  private volatile boolean closing;

  ConsoleFeed(KafkaClients clients, AlertSink sink) {
    this.log = new AlertLog(clients);
    this.sink = sink;
  }

  /** The last alerts; to be called before {@link #start}. */
  List<Alert> last(int count) {
    return log.last(count);
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  private void follow() {
    try (log) {
      while (!closing) {
        log.next(Duration.ofSeconds(1)).forEach(this::show);
      }
    } catch (WakeupException e) {
      LOG.debug("woken to close");
    } catch (KafkaException e) {
      LOG.error("alerts are not shown any more; they are on the topic all the same", e);
    }
  }

  private void show(Alert alert) {
    try {
      deliver(alert);
    } catch (RuntimeException e) { // the next may fare better
      LOG.error("alert not shown id={}", alert.id(), e);
    }
  }

  private void deliver(Alert alert) {
    if (sink.deliver(Notification.of(alert)) instanceof Delivery.Rejected rejected && !closing) {
      LOG.warn("alerts are not shown any more why={}", rejected.why());
      closing = true;
    }
  }

  @Override
  public void close() {
    closing = true;
    log.wakeup();
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
