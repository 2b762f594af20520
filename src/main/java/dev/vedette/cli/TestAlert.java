package dev.vedette.cli;

import dev.vedette.alert.Alert;
import dev.vedette.article.Fingerprint;
import dev.vedette.config.Config;
import dev.vedette.sink.AlertSink;
import dev.vedette.sink.Delivery;
import dev.vedette.sink.Notification;
import dev.vedette.sink.SinkSettings;
import dev.vedette.stream.Json;
import dev.vedette.watchlist.Severity;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

/** An alert about nothing, to see whether sinks work. It goes past Kafka and all routes. */
final class TestAlert {

  private final Config config;

  TestAlert(Config config) {
    this.config = config;
  }

  /** Sends it to every sink, and says what became of it; whether it arrived everywhere. */
  boolean send(PrintWriter out) {
    if (config.sinks().isEmpty()) {
      out.println("no sinks to send to (expected: sinks: in " + config.file() + ")");
    }
    boolean all = true;
    for (SinkSettings sink : config.sinks()) {
      out.print(sink.id() + " (" + sink.kind() + "): ");
      out.flush();
      Delivery delivery = deliver(sink);
      out.println(words(delivery));
      out.flush();
      all &= delivery instanceof Delivery.Delivered;
    }
    return all;
  }

  private Delivery deliver(SinkSettings settings) {
    try (AlertSink sink = settings.open(Json.mapper()::valueToTree, config.secrets())) {
      return sink.deliver(Notification.of(alert(Instant.now())));
    }
  }

  private static String words(Delivery delivery) {
    if (delivery instanceof Delivery.Postponed postponed) {
      return "not sent, and would be tried again: " + postponed.why();
    }
    if (delivery instanceof Delivery.Rejected rejected) {
      return "refused: " + rejected.why();
    }
    return delivery instanceof Delivery.Gone gone ? "wants no more: " + gone.why() : "sent";
  }

  private static Alert alert(Instant now) {
    String id = Fingerprint.of("test", now.toString());
    return new Alert(
        id,
        Alert.Type.RAISED,
        now,
        "test",
        "test",
        "test",
        "[test] Vedette",
        Severity.LOW,
        1,
        List.of("test"),
        null,
        new Alert.ArticleRef(id, id, "", "vedette", "[test] Nothing happened", "en", null, now),
        List.of(),
        0,
        "Somebody asked Vedette to test this sink. If you read this, it works.",
        new Alert.Story(id, id, List.of(), 0),
        null,
        null);
  }
}
