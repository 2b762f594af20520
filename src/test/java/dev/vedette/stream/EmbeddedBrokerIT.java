package dev.vedette.stream;

import static org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType.SAFE_DOWNGRADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vedette.poll.Source;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedBrokerIT {

  private static final KafkaSettings ANY_PORT = new KafkaSettings("", 0, 3, -1, Map.of());
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Watchlists NONE = Watchlists.of(List.of(), "none");

  @TempDir Path data;

  @Test
  void keepsItsDataBetweenRuns() {
    Source source = Node.source("kept");
    int partition = Division.partition(source, 3);
    try (Cluster cluster = host()) {
      cluster.ensureTopics(NONE);
      try (PollShard shard = PollShard.open(cluster.clients(), partition)) {
        shard.commit(List.of(Polls.of(source, 42)));
      }
    }
    try (Cluster cluster = host();
        PollShard shard = PollShard.open(cluster.clients(), partition)) {
      assertThat(shard.state(source).articles()).isEqualTo(42);
    }
  }

  /** A kill between the decision to commit and its marks in the partitions. */
  @Test
  void aCommitThatAKillCutShortIsFinishedByTheNextStart() throws IOException {
    Source source = Node.source("cut-short");
    int partition = Division.partition(source, 3);
    Path killed = data.resolve("killed");
    try (Cluster cluster = Cluster.host(ANY_PORT, data.resolve("running"), why -> {})) {
      cluster.ensureTopics(NONE);
      try (PollShard shard = PollShard.open(cluster.clients(), partition)) {
        shard.commit(List.of(Polls.of(source, 42)));
        awaitComplete(cluster.clients(), "vedette-poll-" + partition);
        CrashImage.copy(data.resolve("running/broker"), killed.resolve("broker"));
      }
    }
    CrashImage.dropLastBatch(killed.resolve("broker/__transaction_state-0"));
    CrashImage.dropLastBatch(killed.resolve("broker/" + Topics.POLL_STATE + "-" + partition));

    try (Cluster cluster = Cluster.host(ANY_PORT, killed, why -> {})) {
      await()
          .atMost(PATIENCE)
          .until(() -> PollShard.read(cluster.clients(), partition).containsKey(source.id()));
      assertThat(PollShard.read(cluster.clients(), partition).get(source.id()).articles())
          .isEqualTo(42);
    }
  }

  /** A commit returns when it is decided; its marks come later, and then their record. */
  private static void awaitComplete(KafkaClients clients, String transaction) {
    try (Admin admin = clients.admin()) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  admin.describeTransactions(List.of(transaction)).all().get().values().stream()
                      .allMatch(at -> at.state() == TransactionState.COMPLETE_COMMIT));
    }
  }

  @Test
  void aCommandFindsTheBrokerThatRunsAndElseStartsOne() {
    try (Cluster service = host()) {
      try (Cluster visitor = Cluster.visit(ANY_PORT, data)) {
        assertThat(visitor.clients().bootstrapServers())
            .isEqualTo(service.clients().bootstrapServers());
      }
      service.ensureTopics(NONE); // still there
    }
    try (Cluster visitor = Cluster.visit(ANY_PORT, data)) {
      visitor.ensureTopics(NONE);
    }
  }

  @Test
  void aSecondServiceOnItsDirectoryIsRefusedWithTheFirstOnesProcess() {
    try (Cluster service = host()) {
      assertThatThrownBy(this::host)
          .isInstanceOf(StreamException.class)
          .hasMessage(
              "data directory %s is in use by another Vedette (process %d); stop that one, or give"
                  + " this one another: data-directory in vedette.yaml, or VEDETTE_DATA_DIRECTORY",
              data, ProcessHandle.current().pid());
    }
  }

  @Test
  void aTakenPortIsNamedWithTheWayOut() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(
              () -> Cluster.host(new KafkaSettings("", port, 3, -1, Map.of()), data, why -> {}))
          .isInstanceOf(StreamException.class)
          .hasMessage(
              "port %d of 127.0.0.1 is in use, so the embedded broker cannot have it; stop what"
                  + " holds it, or choose another: kafka.embedded.port in vedette.yaml, or"
                  + " VEDETTE_KAFKA_EMBEDDED_PORT",
              port);
    }
    host().close(); // the directory was given back
  }

  @Test
  void aDirectoryThatIsAFileIsRefused() throws IOException {
    Path file = Files.writeString(data.resolve("file"), "");

    assertThatThrownBy(() -> Cluster.host(ANY_PORT, file, why -> {}))
        .isInstanceOf(StreamException.class)
        .hasMessage(
            "data directory %s cannot be used: it is a file (expected: a directory that this user"
                + " may write)",
            file);
  }

  @Test
  void aBrokerThatIsNotThereIsNamed() throws IOException {
    try (Socket boundButNotListening = new Socket()) {
      boundButNotListening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      int nobody = boundButNotListening.getLocalPort();
      KafkaSettings settings = new KafkaSettings("127.0.0.1:" + nobody, 0, 3, -1, Map.of());

      assertThatThrownBy(() -> Cluster.visit(settings, data))
          .isInstanceOf(StreamException.class)
          .hasMessage(
              "no broker answers at 127.0.0.1:%d within 10 s (kafka.bootstrap.servers)", nobody);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "no-such-host.invalid:9092, '', 'cannot use the broker at no-such-host.invalid:9092: No"
        + " resolvable bootstrap urls given in bootstrap.servers (kafka: in vedette.yaml)'",
    "127.0.0.1:9, /no/such/file, 'cannot use the broker at 127.0.0.1:9: /no/such/file (kafka: in"
        + " vedette.yaml)'",
  })
  void aBrokerThatCannotBeUsedIsNamed(String servers, String trustStore, String message) {
    Map<String, String> properties =
        trustStore.isEmpty()
            ? Map.of()
            : Map.of("security.protocol", "SSL", "ssl.truststore.location", trustStore);
    KafkaSettings settings = new KafkaSettings(servers, 0, 3, -1, properties);

    assertThatThrownBy(() -> Cluster.host(settings, data, why -> {}))
        .isInstanceOf(StreamException.class)
        .hasMessage(message);
    DataDirectory.take(data.resolve("instance-1")).close(); // was given back
  }

  @Test
  void aReaderCreatesNothing() {
    try (Cluster service = host()) {
      assertThatThrownBy(service::requireTopics)
          .isInstanceOf(StreamException.class)
          .hasMessage(
              "nothing to read at %s: there is no topic vedette.alerts.v1 (expected: `vedette run`"
                  + " has run against this broker)",
              service.clients().bootstrapServers());
    }
  }

  @Test
  void brokersWhoseTransactionsShareAnEpochAreRefused() throws Exception {
    try (Cluster cluster = host()) {
      String servers = cluster.clients().bootstrapServers();
      try (Admin admin = cluster.clients().admin()) {
        admin
            .updateFeatures(
                Map.of("transaction.version", new FeatureUpdate((short) 1, SAFE_DOWNGRADE)),
                new UpdateFeaturesOptions())
            .all()
            .get();
      }
      KafkaSettings elsewhere = new KafkaSettings(servers, 0, 3, -1, Map.of());
      assertThatThrownBy(() -> Cluster.host(elsewhere, data.resolve("other"), why -> {}))
          .isInstanceOf(StreamException.class)
          .hasMessage(
              "the brokers at %1$s have transaction.version 1 (expected: 2 or more, which Kafka 4.0"
                  + " brings: kafka-features.sh --bootstrap-server %1$s upgrade --feature"
                  + " transaction.version=2)",
              servers);
    }
  }

  private Cluster host() {
    return Cluster.host(ANY_PORT, data, why -> {});
  }
}
