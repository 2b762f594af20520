package dev.vedette.sink;

import static dev.vedette.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.document.Secrets;
import dev.vedette.stream.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every sink owes: it delivers; where the destination is busy it wants to try again; what the
 * destination refuses for good it gives up; and it says nothing that is secret. That nothing is
 * lost through a crash is owed by those who ask it, see {@code ServiceIT}.
 */
class SinkContractTest {

  private static final String SECRET = "hunter2-hunter2";

  @TempDir Path directory;

  /** A destination that does as it is told. */
  private interface Place extends AutoCloseable {
    SinkSettings settings();

    void works();

    void isBusy();

    void refuses();

    /** What it was told of, and took. */
    String taken();

    @Override
    void close();
  }

  static Stream<String> kinds() {
    return Stream.concat(
        Stream.of("webhook", "email", "exec"),
        Stream.of(Chat.values()).map(chat -> chat.name().toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void deliversTriesAgainGivesUpAndKeepsSecrets(String kind) {
    Notification told = Notification.of(alert().headline("Cranes inspected").build());
    try (Place place = place(kind);
        AlertSink sink =
            place.settings().open(Json.mapper()::valueToTree, Secrets.of(List.of(SECRET)))) {
      place.isBusy();
      Delivery later = sink.deliver(told);
      place.refuses();
      Delivery never = sink.deliver(told);
      place.works();
      Delivery now = sink.deliver(told);

      assertThat(later).isInstanceOf(Delivery.Postponed.class);
      assertThat(never).isInstanceOf(Delivery.Rejected.class);
      assertThat(now).isEqualTo(new Delivery.Delivered());
      assertThat(place.taken()).contains("Cranes inspected");
      assertThat(later.toString() + never + place.settings()).doesNotContain(SECRET);
      assertThat(later.toString()).as("the destination's own words").contains("too much to do");
    }
  }

  private Place place(String kind) {
    return switch (kind) {
      case "exec" -> new Program(directory);
      case "email" -> new Mailbox();
      default -> new WebPlace(kind);
    };
  }

  /** A web server; its address, its key and what stands in its answers are secret. */
  private static final class WebPlace implements Place {
    private final String kind;
    private final Receiver receiver = new Receiver();

    WebPlace(String kind) {
      this.kind = kind;
    }

    @Override
    public SinkSettings settings() {
      var address = receiver.uri("/services/" + SECRET);
      Duration timeout = Duration.ofSeconds(20);
      return kind.equals("webhook")
          ? new WebhookSettings(
              kind, address, List.of(), "Bearer " + SECRET, "application/json", null, timeout)
          : new ChatSettings(
              kind,
              Chat.valueOf(kind.toUpperCase(Locale.ROOT)),
              address,
              "room",
              "Bearer " + SECRET,
              timeout);
    }

    @Override
    public void works() {
      receiver.answer("HTTP/1.1 200 OK", "");
    }

    @Override
    public void isBusy() {
      receiver.answer("HTTP/1.1 503 Busy", "too much to do for " + SECRET);
    }

    @Override
    public void refuses() {
      receiver.answer("HTTP/1.1 400 Bad Request", "not so, " + SECRET);
    }

    @Override
    public String taken() {
      return receiver.requests().get(2).body();
    }

    @Override
    public void close() {
      receiver.close();
    }
  }

  /** A mail server with a login. */
  private static final class Mailbox implements Place {
    private final PostOffice office = new PostOffice();

    @Override
    public SinkSettings settings() {
      return new MailSettings(
          "email",
          List.of("desk@desk.example"),
          "vedette@desk.example",
          new MailSettings.Server(
              "127.0.0.1", office.port(), MailSettings.Security.NONE, "vedette", SECRET));
    }

    @Override
    public void works() {
      office.answer("250 taken");
    }

    @Override
    public void isBusy() {
      office.answer("451 too much to do for " + SECRET);
    }

    @Override
    public void refuses() {
      office.answer("554 not so, " + SECRET);
    }

    @Override
    public String taken() {
      return office.letters().get(2);
    }

    @Override
    public void close() {
      try {
        office.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A program that ends as a file says. */
  private static final class Program implements Place {
    private final Path directory;

    Program(Path directory) {
      this.directory = directory;
    }

    @Override
    public SinkSettings settings() {
      String script = "cat > told; echo \"too much to do for $1\" >&2; exit $(cat end)";
      return new CommandSettings(
          "exec", List.of("sh", "-c", script, "sh", SECRET), directory, Duration.ofSeconds(20));
    }

    private void end(int code) {
      try {
        Files.writeString(directory.resolve("end"), Integer.toString(code));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void works() {
      end(0);
    }

    @Override
    public void isBusy() {
      end(75);
    }

    @Override
    public void refuses() {
      end(65);
    }

    @Override
    public String taken() {
      try {
        return Files.readString(directory.resolve("told"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {}
  }
}
