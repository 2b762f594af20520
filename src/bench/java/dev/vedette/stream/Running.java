package dev.vedette.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.jspecify.annotations.Nullable;

/** A topology that runs as the service runs its own, under a name of its own. */
final class Running implements AutoCloseable {

  private final KafkaClients clients;
  private final String application;
  private final KafkaStreams streams;
  private final CountDownLatch running = new CountDownLatch(1);

  /**
   * Starts it.
   *
   * @param directory for its files
   * @param from {@code earliest} or {@code latest}
   */
  Running(
      KafkaClients clients,
      String application,
      Topology topology,
      Path directory,
      String from,
      @Nullable StateRestoreListener restoring) {
    this.clients = clients;
    this.application = application;
    Properties properties = Pipeline.properties(clients, directory.resolve(application));
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), from);
    this.streams = new KafkaStreams(topology, properties);
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
          }
        });
    if (restoring != null) {
      streams.setGlobalStateRestoreListener(restoring);
    }
    streams.start();
  }

  void awaitRunning() throws InterruptedException {
    if (!running.await(10, TimeUnit.MINUTES)) {
      throw new IllegalStateException(application + " does not run");
    }
  }

  @Override
  public void close() {
    streams.close(Duration.ofSeconds(30));
    try (Admin admin = clients.admin()) {
      admin.deleteTopics(
          admin.listTopics().names().get().stream()
              .filter(topic -> topic.startsWith(application + "-"))
              .toList());
    } catch (Exception e) { // the next round has a name of its own
      System.err.println(Map.of("not deleted", application, "why", e));
    }
  }
}
