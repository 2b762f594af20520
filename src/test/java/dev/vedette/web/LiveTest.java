package dev.vedette.web;

import static dev.vedette.history.HistoryFixture.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTest {

  @TempDir Path directory;
  private TestDesk desk;
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    desk = new TestDesk(directory);
    server = desk.serve();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    desk.close();
  }

  @Test
  void tellsWhatIsRaisedToAllWhoListen() {
    try (Ear one = new Ear(null);
        Ear other = new Ear(null)) {
      one.awaitEvents(1);
      other.awaitEvents(1);
      desk.raise(alert(1), alert(2));
      one.awaitEvents(2);
      other.awaitEvents(2);

      assertThat(one.names()).containsExactly("hello", "alerts");
      assertThat(one.last()).contains("\"id\":\"alert-1\"").contains("\"id\":\"alert-2\"");
      assertThat(other.last()).isEqualTo(one.last());
    }
  }

  @Test
  void whoComesBackHearsWhatItMissedAndNothingTwice() {
    String last;
    try (Ear ear = new Ear(null)) {
      ear.awaitEvents(1);
      desk.raise(alert(1));
      ear.awaitEvents(2);
      last = ear.lastId();
    }
    desk.raise(alert(2));
    desk.raise(alert(3));

    try (Ear again = new Ear(last)) {
      again.awaitEvents(1);
      assertThat(again.last())
          .contains("alert-2")
          .contains("alert-3")
          .doesNotContain("\"id\":\"alert-1\"");
      desk.raise(alert(4));
      again.awaitEvents(2);
      assertThat(again.last()).contains("alert-4").doesNotContain("alert-3");
    }
  }

  @Test
  void whoMissedTooMuchLooksAnew() {
    String last;
    try (Ear ear = new Ear(null)) {
      ear.awaitEvents(1);
      last = ear.lastId();
    }
    desk.raise(
        IntStream.range(0, 501).mapToObj(i -> alert(i)).toArray(dev.vedette.alert.Alert[]::new));

    try (Ear again = new Ear(last);
        Ear nonsense = new Ear("yesterday")) {
      again.awaitEvents(1);
      nonsense.awaitEvents(1);
      assertThat(again.names()).containsExactly("reset");
      assertThat(nonsense.names()).containsExactly("reset");
    }
  }

  @Test
  void theLastIdOfAThousandPartitionsIsHeard() {
    String last = "alerts=0" + ",zzzzzzz".repeat(999) + " feedback=0" + ",zzzzzzz".repeat(999);
    desk.raise(alert(0));

    try (Ear again = new Ear(last)) {
      again.awaitEvents(1);
      assertThat(again.names()).containsExactly("alerts");
      assertThat(again.last()).contains("alert-0");
    }
  }

  @Test
  void whoLeavesIsForgotten() {
    try (Ear ear = new Ear(null)) {
      ear.awaitEvents(1);
      assertThat(desk.live.listeners()).isEqualTo(1);
    }
    int[] seconds = {0};
    await()
        .until(
            () -> {
              desk.raise(alert(seconds[0]++));
              return desk.live.listeners() == 0;
            });
  }

  /** Whoever listens: its events, as they come. */
  private final class Ear implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Stream<String> body;

    Ear(String lastEventId) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(server.address() + "/api/events"));
      if (lastEventId != null) {
        request.header("Last-Event-ID", lastEventId);
      }
      try {
        body =
            HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofLines())
                .body();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
      Thread thread =
          new Thread(
              () -> {
                try {
                  body.forEach(lines::add);
                } catch (RuntimeException e) {
                  lines.add(": closed");
                }
              });
      thread.setDaemon(true);
      thread.start();
    }

    void awaitEvents(int count) {
      await().until(() -> values("data: ").size() >= count);
    }

    List<String> names() {
      return values("event: ");
    }

    String last() {
      List<String> data = values("data: ");
      return data.get(data.size() - 1);
    }

    String lastId() {
      List<String> ids = values("id: ");
      return ids.get(ids.size() - 1);
    }

    private List<String> values(String field) {
      return lines.stream()
          .filter(line -> line.startsWith(field))
          .map(line -> line.substring(field.length()))
          .toList();
    }

    @Override
    public void close() {
      body.close();
    }
  }
}
