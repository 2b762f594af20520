package dev.vedette.stream;

import dev.vedette.stream.HangingTransactions.Open;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.clients.ClientResponse;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.DefaultHostResolver;
import org.apache.kafka.clients.KafkaClient;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.TransactionResult;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest.TxnMarkerEntry;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;

/**
 * The mark in a partition that a transaction is committed. Kafka's admin client writes only the one
 * that says the opposite, so this makes the request itself, with classes of Kafka's client that are
 * no public API.
 */
final class CommitMark {

  private static final int TIMEOUT_MILLIS = 10_000;

  /** The one under which a mark may have the epoch of the transaction's records. */
  private static final short TRANSACTION_VERSION = 0;

  private CommitMark() {}

  /**
   * Writes one.
   *
   * @param leader of the partition
   * @throws IOException if it cannot be reached, or refuses
   */
  static void write(KafkaClients clients, Node leader, Open open) throws IOException {
    WriteTxnMarkersRequest.Builder request =
        new WriteTxnMarkersRequest.Builder(
            List.of(
                new TxnMarkerEntry(
                    open.producer(),
                    open.epoch(),
                    open.coordinatorEpoch(),
                    TransactionResult.COMMIT,
                    List.of(open.partition()),
                    TRANSACTION_VERSION)));
    try (Metrics metrics = new Metrics();
        KafkaClient client =
            ClientUtils.createNetworkClient(
                clients.plain(),
                "vedette-commit-mark",
                metrics,
                "commit-mark",
                new LogContext(),
                new ApiVersions(),
                Time.SYSTEM,
                1,
                TIMEOUT_MILLIS,
                null,
                new ManualMetadataUpdater(List.of(leader)),
                new DefaultHostResolver(),
                null,
                null)) {
      if (!NetworkClientUtils.awaitReady(client, leader, Time.SYSTEM, TIMEOUT_MILLIS)) {
        throw new IOException("broker %s does not answer".formatted(leader));
      }
      ClientRequest asked =
          client.newClientRequest(
              leader.idString(), request, Time.SYSTEM.milliseconds(), true, TIMEOUT_MILLIS, null);
      ClientResponse answer = NetworkClientUtils.sendAndReceive(client, asked, Time.SYSTEM);
      for (Errors error : answer.responseBody().errorCounts().keySet()) {
        if (error != Errors.NONE) {
          throw new IOException(
              "broker %s refuses a commit mark in %s: %s"
                  .formatted(leader, open.partition(), error.message()));
        }
      }
    }
  }
}
