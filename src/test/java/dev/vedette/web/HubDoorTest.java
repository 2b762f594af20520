package dev.vedette.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one door that is open to the world. */
class HubDoorTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String PING = "/websub/wire/mark";

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Callbacks callbacks = new Callbacks();
  private TestDesk desk;
  private WebServer server;

  /** Callbacks of one source, wire, whose mark is {@code mark}. */
  private static final class Callbacks implements HubCallbacks {

    private final List<String> noted = new CopyOnWriteArrayList<>();
    private boolean broken;
    private boolean busy;
    private final AtomicInteger signed = new AtomicInteger();

    @Override
    public Standing standing(String source, String mark) {
      boolean ours = mark.equals("mark");
      return !ours ? Standing.UNKNOWN : source.equals("wire") ? Standing.OPEN : Standing.GONE;
    }

    @Override
    public boolean confirms(String source, String mark, String mode, String topic, String lease) {
      note(mode + " " + topic + " " + lease);
      return topic.equals("https://wire.example/feed") && mode.equals("subscribe");
    }

    @Override
    public void denied(String source, String mark, String reason) {
      note("denied " + reason);
    }

    @Override
    public boolean hasTime(String source) {
      return !busy;
    }

    @Override
    public boolean hasTimeToAnswer(String source) {
      return !busy;
    }

    @Override
    public @Nullable Mac signer(String source, String mark, String method) {
      signed.incrementAndGet();
      return method.equals("sha256") ? hmac() : null;
    }

    @Override
    public void pinged(String source, String mark) {
      note("pinged");
    }

    private void note(String what) {
      if (broken) {
        throw new IllegalStateException("the broker is away");
      }
      noted.add(what);
    }
  }

  private static Mac hmac() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("key".getBytes(UTF_8), "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signature(String body) {
    return "sha256=" + HexFormat.of().formatHex(hmac().doFinal(body.getBytes(UTF_8)));
  }

  /** With a token, as it must be where the world can reach it. */
  @BeforeEach
  void start() throws IOException {
    desk = new TestDesk(directory);
    desk.hubs = Optional.of(callbacks);
    server = desk.serve(directory.resolve("token"));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    desk.close();
  }

  @Test
  void answersTheHubThatAsksBack() throws Exception {
    HttpResponse<String> answer =
        get(
            PING
                + "?hub.mode=subscribe&hub.topic=https://wire.example/feed&hub.lease_seconds=60"
                + "&hub.challenge=%3Cb%3Ec%3C/b%3E");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("<b>c</b>");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(callbacks.noted).containsExactly("subscribe https://wire.example/feed 60");
  }

  @ParameterizedTest
  @CsvSource({
    "/websub/wire/other?hub.mode=subscribe&hub.topic=https://wire.example/feed&hub.challenge=c,"
        + " 404",
    "/websub/wire/mark?hub.mode=subscribe&hub.topic=https://evil.example/feed&hub.challenge=c, 404",
    "/websub/wire/mark?hub.mode=unsubscribe&hub.topic=https://wire.example/feed&hub.challenge=c,"
        + " 404",
    "/websub/wire/mark?hub.mode=subscribe&hub.topic=https://wire.example/feed, 400",
    "/websub/wire/mark, 400",
    "/websub/wire/mark/more, 404",
    "/websub/wire, 404",
    "/websub/, 404",
    "/api/alerts, 401"
  })
  void confirmsNothingThatWasNotAskedFor(String path, int status) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("error").doesNotContain("challenge\":\"c");
  }

  @Test
  void takesNoForAnAnswer() throws Exception {
    assertThat(get(PING + "?hub.mode=denied&hub.reason=quota").statusCode()).isEqualTo(200);
    assertThat(callbacks.noted).containsExactly("denied quota");
  }

  @Test
  void believesWhoSigns() throws Exception {
    assertThat(post(PING, "<rss/>", signature("<rss/>")).statusCode()).isEqualTo(202);
    assertThat(callbacks.noted).containsExactly("pinged");
  }

  @ParameterizedTest
  @CsvSource({
    "sha256=00, X-Hub-Signature is wrong",
    "sha256=, X-Hub-Signature is wrong",
    "md5=00, X-Hub-Signature is missing or of another kind (expected: sha256=...)",
    "none, X-Hub-Signature is missing or of another kind (expected: sha256=...)"
  })
  void believesNobodyElse(String signature, String why) throws Exception {
    HttpResponse<String> answer = post(PING, "<rss/>", signature);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("{\"error\":\"%s\"}".formatted(why));
    assertThat(callbacks.noted).isEmpty();
  }

  @Test
  void aSignatureIsOfTheWholeCall() throws Exception {
    assertThat(post(PING, "<rss></rss>", signature("<rss/>")).statusCode()).isEqualTo(403);
    String longOne = "x".repeat(10 << 20);
    assertThat(post(PING, longOne, signature(longOne)).statusCode()).isEqualTo(202);
    assertThat(callbacks.noted).containsExactly("pinged");
  }

  @Test
  void refusesWhatIsTooLongTooOftenOrOfNoUse() throws Exception {
    String tooLong = "x".repeat((10 << 20) + 1);
    assertThat(post(PING, tooLong, signature(tooLong)).body())
        .isEqualTo("{\"error\":\"the call is too long (expected: at most 10 MB)\"}");
    assertThat(post("/websub/wire/other", "", signature("")).statusCode()).isEqualTo(404);
    assertThat(post("/websub/gone/mark", "", signature("")).statusCode()).isEqualTo(410);
    callbacks.busy = true;
    HttpResponse<String> often = post(PING, "", signature(""));
    assertThat(often.statusCode()).isEqualTo(429);
    assertThat(often.headers().firstValue("Retry-After")).contains("60");
    HttpResponse<String> question =
        get(PING + "?hub.mode=subscribe&hub.topic=https://wire.example/feed&hub.challenge=c");
    assertThat(question.statusCode()).isEqualTo(429);
    assertThat(get(PING + "?hub.mode=denied").statusCode()).isEqualTo(429);
    assertThat(callbacks.noted).isEmpty();
  }

  /** They have threads that the page needs, too. */
  @Test
  void readsFewSlowCallsAtOnceAndTheNextOnesWhenThoseAreOver() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      Socket socket = new Socket("127.0.0.1", URI.create(server.address()).getPort());
      slow.add(socket);
      String head =
          "POST %s HTTP/1.1\r\nHost: a\r\nX-Hub-Signature: %s\r\nContent-Length: 6\r\n\r\n";
      socket.getOutputStream().write(head.formatted(PING, signature("<rss/>")).getBytes(UTF_8));
    }
    await().atMost(PATIENCE).until(() -> callbacks.signed.get() == 4);

    HttpResponse<String> fifth = post(PING, "<rss/>", signature("<rss/>"));
    assertThat(fifth.statusCode()).isEqualTo(503);
    assertThat(fifth.headers().firstValue("Retry-After")).contains("10");
    for (Socket socket : slow) {
      socket.getOutputStream().write("<rss/>".getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
          .isEqualTo("HTTP/1.1 202");
      socket.close();
    }
    await()
        .atMost(PATIENCE)
        .until(() -> post(PING, "<rss/>", signature("<rss/>")).statusCode() == 202);
  }

  /** So that the hub calls again. */
  @Test
  void saysSoWhenItCannotNoteACall() throws Exception {
    callbacks.broken = true;
    assertThat(post(PING, "", signature("")).statusCode()).isEqualTo(503);
  }

  /** Behind a proxy that passes on nothing but this path. */
  @Test
  void isOpenWithoutATokenAndUnderAnyName() throws Exception {
    server.close();
    server = desk.serve(null);
    String port = server.address().substring(server.address().lastIndexOf(':') + 1);

    assertThat(raw(port, "POST", PING, signature(""))).startsWith("HTTP/1.1 202");
    assertThat(raw(port, "GET", "/api/alerts", "")).startsWith("HTTP/1.1 421");
  }

  @Test
  void isNotThereUnlessHubsMayCall() throws Exception {
    server.close();
    desk.hubs = Optional.empty();
    server = desk.serve(directory.resolve("token"));
    assertThat(post(PING, "", signature("")).statusCode()).isEqualTo(404);
  }

  /** HttpClient names no host but the one it asks. */
  private static String raw(String port, String method, String path, String signature)
      throws IOException {
    try (Socket socket = new Socket("127.0.0.1", Integer.parseInt(port))) {
      String request =
          "%s %s HTTP/1.1\r\n"
              + "Host: monitor.example\r\n"
              + "Origin: https://hub.example\r\n"
              + "X-Hub-Signature: %s\r\n"
              + "Content-Length: 0\r\n"
              + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.formatted(method, path, signature).getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder().GET(), path);
  }

  private HttpResponse<String> post(String path, String body, String signature) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder().POST(BodyPublishers.ofString(body));
    return send(
        signature.equals("none") ? request : request.header("X-Hub-Signature", signature), path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path) throws Exception {
    return client.send(
        request.uri(URI.create(server.address() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
