package dev.vedette.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service, and a site with a hub that speaks WebSub as its specification has it. */
class WebSubIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();

  /** A feed, and the hub that it names, which asks back before it answers. */
  private final class Site implements AutoCloseable {

    private final HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final List<String> echoes = new CopyOnWriteArrayList<>();
    private final AtomicInteger polls = new AtomicInteger();
    private volatile int items = 1;
    private volatile int lease = 864_000;

    Site() throws IOException {
      server.setExecutor(Executors.newCachedThreadPool());
      server.createContext("/feed", this::feed);
      server.createContext("/hub", this::hub);
      server.start();
    }

    String address(String path) {
      return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void feed(HttpExchange exchange) throws IOException {
      polls.incrementAndGet();
      StringBuilder items = new StringBuilder();
      for (int n = 1; n <= this.items; n++) {
        items.append(
            "<item><guid isPermaLink='false'>%d</guid><title>No. %d: Sergei Shoigu</title></item>"
                .formatted(n, n));
      }
      String feed =
          "<rss version='2.0'><channel><title>t</title>%s</channel></rss>".formatted(items);
      exchange
          .getResponseHeaders()
          .add("Link", "<%s>; rel=\"hub\", <%s>; rel=\"self\"".formatted(address("/hub"), topic()));
      answer(exchange, 200, feed);
    }

    private void hub(HttpExchange exchange) throws IOException {
      Map<String, String> form = new HashMap<>();
      for (String pair : new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&")) {
        String[] parts = pair.split("=", 2);
        form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
      }
      String back = askBack(form);
      assertThat(exchange.getRequestHeaders()).containsKey("Content-length");
      asked.add(form);
      echoes.add(back);
      answer(exchange, 202, "");
    }

    private String askBack(Map<String, String> form) {
      return call(HttpRequest.newBuilder(
              URI.create(
                  form.get("hub.callback")
                      + "?hub.mode="
                      + form.get("hub.mode")
                      + "&hub.topic="
                      + URLEncoder.encode(form.getOrDefault("hub.topic", ""), UTF_8)
                      + "&hub.challenge=say-this&hub.lease_seconds="
                      + lease)))
          .body();
    }

    String topic() {
      return address("/feed?self");
    }

    private void answer(HttpExchange exchange, int status, String text) throws IOException {
      try (exchange) {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
          exchange.getResponseBody().write(body);
        }
      }
    }

    /** What the hub is to do when something is published. */
    int ping(String signature) {
      Map<String, String> last = asked.get(asked.size() - 1);
      return call(HttpRequest.newBuilder(URI.create(last.get("hub.callback")))
              .header("X-Hub-Signature", signature)
              .POST(BodyPublishers.ofString("<rss/>")))
          .statusCode();
    }

    String signature() throws Exception {
      String key = asked.get(asked.size() - 1).get("hub.secret");
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal("<rss/>".getBytes(UTF_8)));
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  private HttpResponse<String> call(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatTheHubTellsIsReadAtOnceAndTheHubIsLeftWithTheSource() throws Exception {
    Files.createDirectories(directory.resolve("config/watchlists"));
    Files.createDirectories(directory.resolve("inbox"));
    Files.writeString(
        directory.resolve("config/watchlists/people.yaml"),
        """
        watchlist: people
        entries:
          - {id: shoigu, kind: person, names: [Sergei Shoigu]}
        """);
    int port = freePort();
    try (Site site = new Site()) {
      configure(
          port,
          "{id: wire, feed: '%s', every: 6h, full-text: feed}".formatted(site.address("/feed")));
      try (ServiceProcess service = run("first")) {
        await().atMost(PATIENCE).until(() -> !site.echoes.isEmpty());
        assertThat(site.echoes).containsExactly("say-this");
        assertThat(site.asked.get(0))
            .containsEntry("hub.mode", "subscribe")
            .containsEntry("hub.topic", site.topic())
            .containsEntry("hub.lease_seconds", "864000");
        assertThat(site.asked.get(0).get("hub.secret")).hasSize(64);
        assertThat(site.asked.get(0).get("hub.callback"))
            .startsWith("http://127.0.0.1:%d/websub/wire/".formatted(port));
        // what came between its poll and the hub's word is looked for once
        await().atMost(PATIENCE).until(() -> site.polls.get() == 2);

        assertThat(site.ping("sha256=" + "0".repeat(64))).isEqualTo(403);
        awaitOutput(service, "hub call not believed, its signature is wrong source=wire");
        assertThat(status(port)).contains("\"pinged\" : null");
        site.items = 2;
        for (int replay = 0; replay < 3; replay++) {
          assertThat(site.ping(site.signature())).isEqualTo(202);
        }
        awaitOutput(service, "No. 2: Sergei Shoigu");
        site.items = 3;
        assertThat(site.ping(site.signature())).isEqualTo(202);
        awaitOutput(service, "No. 3: Sergei Shoigu");
        assertThat(service.output()).containsOnlyOnce("No. 2: Sergei Shoigu");
        assertThat(status(port))
            .contains("\"hub\" : \"%s\"".formatted(site.address("/hub")), "\"missed\" : 0");
        service.stop();
      }

      configure(port, "{id: inbox, folder: ../inbox}");
      try (ServiceProcess service = run("second")) {
        await().atMost(PATIENCE).until(() -> site.asked.size() == 2);
        assertThat(site.asked.get(1)).containsEntry("hub.mode", "unsubscribe");
        assertThat(site.echoes.get(1)).isEqualTo("say-this");
        awaitOutput(service, "hub left source=wire");
        assertThat(site.ping("sha256=" + "0".repeat(64))).isEqualTo(410);
        service.stop();
      }
    }
  }

  @Test
  void theHubIsAskedAgainBeforeItsPromiseEnds() throws Exception {
    Files.createDirectories(directory.resolve("config/watchlists"));
    Files.writeString(
        directory.resolve("config/watchlists/people.yaml"),
        "watchlist: people\nentries: [{id: shoigu, kind: person, names: [Sergei Shoigu]}]\n");
    int port = freePort();
    try (Site site = new Site()) {
      site.lease = 20;
      configure(
          port,
          "{id: wire, feed: '%s', every: 6h, full-text: feed}".formatted(site.address("/feed")));
      try (ServiceProcess service = run("renewed")) {
        await().atMost(PATIENCE).until(() -> site.asked.size() >= 2);
        assertThat(site.echoes).containsOnly("say-this");
        service.stop();
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void configure(int port, String source) throws IOException {
    Files.writeString(
        directory.resolve("config/vedette.yaml"),
        """
        data-directory: ../data
        kafka: {embedded: {port: 0}}
        web: {port: %d}
        poll:
          host-spacing: 100ms
          allow-private: 127.0.0.1
          websub:
            callback: http://127.0.0.1:%d/websub
            secret: a secret of at least thirty-two characters
        sources:
          - %s
        """
            .formatted(port, port, source));
  }

  private ServiceProcess run(String log) {
    return ServiceProcess.start(
        directory.resolve(log),
        Map.of("VEDETTE_CONFIG", directory.resolve("config/vedette.yaml").toString()),
        "run");
  }

  private static void awaitOutput(ServiceProcess service, String text) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(service.output()).contains(text));
  }

  private String status(int port) {
    return call(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/status".formatted(port))))
        .body();
  }
}
