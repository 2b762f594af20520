package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HttpFetcherTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final RawServer server = new RawServer(RawServer.of("HTTP/1.1 200 OK", "hello"));
  private final HttpFetcher fetcher = fetcher(Duration.ofSeconds(30), 1 << 20);
  private final CountDownLatch over = new CountDownLatch(1);

  private static HttpFetcher fetcher(Duration timeout, long maxBytes) {
    return fetcher(timeout, maxBytes, BodyBudget.ofHeap());
  }

  private static HttpFetcher fetcher(Duration timeout, long maxBytes, BodyBudget budget) {
    return new HttpFetcher(
        new PollSettings(
            Duration.ofMinutes(1),
            true,
            timeout,
            maxBytes,
            Duration.ZERO,
            2,
            10,
            "Vedette/test",
            "",
            false,
            Set.of("localhost")),
        Runnable::run,
        budget);
  }

  @AfterEach
  void close() throws IOException {
    over.countDown();
    fetcher.close();
    server.close();
  }

  private Fetched fetch(String path) {
    return fetcher.fetch(Fetcher.Request.feed(server.uri(path), null, null, NOW)).join();
  }

  private static String text(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Fresh.class);
    return new String(((Fetched.Fresh) fetched).body().bytes(), StandardCharsets.UTF_8);
  }

  private String inWords(Fetched fetched) {
    return FetchedWords.of(fetched).replace(server.uri("").toString(), "SERVER");
  }

  @Test
  void asksWithValidatorsAndSaysWhoAsks() {
    fetcher
        .fetch(
            Fetcher.Request.feed(
                server.uri("/feed"), "\"v1\"", "Mon, 23 Nov 2026 10:00:00 GMT", NOW))
        .join();

    assertThat(server.requests().get(0))
        .startsWith("GET /feed HTTP/1.1\r\n")
        .contains("User-Agent: Vedette/test\r\n")
        .contains("Accept: application/atom+xml, application/rss+xml, application/feed+json")
        .contains("Accept-Encoding: gzip, deflate, br\r\n")
        .contains("If-None-Match: \"v1\"\r\n")
        .contains("If-Modified-Since: Mon, 23 Nov 2026 10:00:00 GMT\r\n")
        .doesNotContain("Cookie");
  }

  @Test
  void sendsALoginAsAHeaderAndTheAddressInAscii() {
    URI address = URI.create(server.uri("/Шойгу").toString().replace("//", "//user:p%20w@"));

    fetcher.fetch(Fetcher.Request.page(address, NOW)).join();

    assertThat(server.requests().get(0))
        .startsWith("GET /%D0%A8%D0%BE%D0%B9%D0%B3%D1%83 HTTP/1.1\r\n")
        .contains("Authorization: Basic dXNlcjpwIHc=\r\n");
  }

  @Test
  void handsOnWhatIsNeededToAskAgain() {
    server.answerWith(
        RawServer.of(
            "HTTP/1.1 200 OK\nETag: W/\"7\"\nLast-Modified: yesterday\nContent-Type: text/xml",
            "<rss/>"));

    Fetched fetched = fetch("/feed");

    assertThat(text(fetched)).isEqualTo("<rss/>");
    Fetched.Fresh fresh = (Fetched.Fresh) fetched;
    assertThat(fresh.etag()).isEqualTo("W/\"7\"");
    assertThat(fresh.lastModified()).isEqualTo("yesterday");
    assertThat(fresh.contentType()).isEqualTo("text/xml");
  }

  @Test
  void knowsNotModifiedAndGone() {
    server.answerWith(RawServer.of("HTTP/1.1 304 Not Modified", ""));
    assertThat(fetch("/")).isInstanceOf(Fetched.NotModified.class);

    server.answerWith(RawServer.of("HTTP/1.1 410 Gone", "bye"));
    assertThat(inWords(fetch("/old"))).isEqualTo("HTTP 410 from SERVER/old");
  }

  @ParameterizedTest(name = "{0}, Retry-After {1}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 Not Found           |                               | HTTP 404 from SERVER/x |
          500 Oops                |                               | HTTP 500 from SERVER/x |
          # seconds or a date, at most a day
          429 Too Many Requests   | 120                           | HTTP 429 from SERVER/x | PT2M
          503 Service Unavailable | Mon, 23 Nov 2026 12:30:00 GMT | HTTP 503 from SERVER/x | PT30M
          503 Service Unavailable | 99999999                      | HTTP 503 from SERVER/x | PT24H
          # what is past or no date asks for nothing
          503 Service Unavailable | Mon, 23 Nov 2026 11:00:00 GMT | HTTP 503 from SERVER/x | PT0S
          503 Service Unavailable | soon                          | HTTP 503 from SERVER/x |
          """)
  void saysWhatTheServerAnswered(String status, String after, String why, Duration retryAfter) {
    String header = after == null ? "" : "\nRetry-After: " + after;
    server.answerWith(RawServer.of("HTTP/1.1 " + status + header, "no"));

    Fetched fetched = fetch("/x");

    assertThat(inWords(fetched)).isEqualTo(why);
    assertThat(((Fetched.Failed) fetched).retryAfter()).isEqualTo(retryAfter);
  }

  @Test
  void followsRedirectsAndSaysWhereItArrived() {
    server.answerWith(
        (request, out) -> {
          boolean first = request.startsWith("GET /old ");
          RawServer.of(first ? "HTTP/1.1 301 Moved\nLocation: /new?a=1" : "HTTP/1.1 200 OK", "here")
              .write(request, out);
        });

    Fetched fetched = fetch("/old");

    assertThat(text(fetched)).isEqualTo("here");
    assertThat(((Fetched.Fresh) fetched).uri()).isEqualTo(server.uri("/new?a=1"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /round              | more than 5 redirects from SERVER/start
          file:///etc/passwd  | SERVER/start redirects to 'file:///etc/passwd' (expected: an http or https address)
          http://127.0.0.1:1/ | not to be asked: http://127.0.0.1:1/: 127.0.0.1 is at 127.0.0.1 (expected: a public address, or the host in poll.allow-private)
          ftp://x.example/a   | SERVER/start redirects to 'ftp://x.example/a' (expected: an http or https address)
          javascript:alert(1) | SERVER/start redirects to 'javascript:alert(1)' (expected: an http or https address)
          """)
  void goesNowhereElse(String location, String why) {
    server.answerWith(RawServer.of("HTTP/1.1 302 Found\nLocation: " + location, ""));

    assertThat(inWords(fetch("/start"))).isEqualTo(why);
  }

  @Test
  void anAddressThatNobodyCanAskHoldsUpNobody() {
    URI nowhere = URI.create("http://localhost:99999/");
    for (int link = 0; link < 5; link++) {
      Fetched fetched = fetcher.fetch(Fetcher.Request.page(nowhere, NOW)).join();
      assertThat(FetchedWords.of(fetched)).contains("http://localhost:99999/");
    }

    assertThat(text(fetch("/feed"))).isEqualTo("hello");
  }

  @Test
  void endsABodyThatDripsForever() throws IOException {
    server.answerWith(
        (request, out) -> {
          out.write(RawServer.ascii("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"));
          drip(out);
        });
    try (HttpFetcher hasty = fetcher(Duration.ofMillis(400), 1 << 20)) {
      Fetched fetched =
          hasty.fetch(Fetcher.Request.feed(server.uri("/drip"), null, null, NOW)).join();

      assertThat(inWords(fetched)).isEqualTo("no answer within 400 ms from SERVER/drip");
    }
  }

  @Test
  void endsHeadersThatDripForever() {
    server.answerWith(
        (request, out) -> {
          out.write(RawServer.ascii("HTTP/1.1 200 OK\r\nX-Slow: "));
          drip(out);
        });
    try (HttpFetcher hasty = fetcher(Duration.ofMillis(400), 1 << 20)) {
      Fetched fetched =
          hasty.fetch(Fetcher.Request.feed(server.uri("/drip"), null, null, NOW)).join();

      assertThat(inWords(fetched)).isEqualTo("no answer within 400 ms from SERVER/drip");
    }
  }

  @Test
  void endsHintsThatNoAnswerFollows() {
    server.answerWith(
        (request, out) -> {
          while (over.getCount() > 0) {
            out.write(RawServer.ascii("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"));
          }
        });
    try (HttpFetcher hasty = fetcher(Duration.ofMillis(400), 1 << 20)) {
      Fetched fetched =
          hasty.fetch(Fetcher.Request.feed(server.uri("/hints"), null, null, NOW)).join();

      assertThat(inWords(fetched)).isEqualTo("no answer within 400 ms from SERVER/hints");
    }
  }

  @Test
  void countsTheTimeOfAllRedirectsTogether() {
    server.answerWith(
        (request, out) -> {
          try {
            over.await(150, TimeUnit.MILLISECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          RawServer.of("HTTP/1.1 302 Found\nLocation: /next", "").write(request, out);
        });
    try (HttpFetcher hasty = fetcher(Duration.ofMillis(400), 1 << 20)) {
      Fetched fetched = hasty.fetch(Fetcher.Request.feed(server.uri("/"), null, null, NOW)).join();

      assertThat(inWords(fetched)).startsWith("no answer within 400 ms from SERVER/next");
    }
  }

  @Test
  void takesNothingFromAConnectionThatIsClosedOnOneSideAndStaysSilent() {
    server.answerWith(
        (request, out) -> {
          out.write(RawServer.ascii("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n<rss>half"));
          out.flush();
          ((RawServer.Stream) out).stopWriting();
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(text(fetch("/half"))).isEqualTo("<rss>half");
  }

  /** A byte now and then, each well before a socket would time out, until the test is over. */
  private void drip(OutputStream out) throws IOException {
    try {
      do {
        out.write('x');
        out.flush();
      } while (!over.await(20, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void waitsForASilentServerOnlySoLong() {
    server.answerWith(
        (request, out) -> {
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    try (HttpFetcher hasty = fetcher(Duration.ofMillis(300), 1 << 20)) {
      Fetched fetched = hasty.fetch(Fetcher.Request.feed(server.uri("/"), null, null, NOW)).join();

      assertThat(inWords(fetched)).isEqualTo("no answer within 300 ms from SERVER/");
    }
  }

  @Test
  void countsBytesAfterDecompression() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[8 << 20]);
    }
    server.answerWith(RawServer.of("HTTP/1.1 200 OK\nContent-Encoding: gzip", bomb.toByteArray()));

    assertThat(inWords(fetch("/bomb"))).isEqualTo("more than 1 MB from SERVER/bomb");
  }

  @Test
  void countsBytesAfterDecompressionOfBrotliToo() {
    byte[] eightMegabytesOfNothing = Base64.getDecoder().decode("m///f/gnAOKxQCD3/g8=");
    server.answerWith(
        RawServer.of("HTTP/1.1 200 OK\nContent-Encoding: br", eightMegabytesOfNothing));

    assertThat(inWords(fetch("/bomb"))).isEqualTo("more than 1 MB from SERVER/bomb");
  }

  @Test
  void readsWhatIsCompressedByBrotli() {
    byte[] small =
        Base64.getDecoder().decode("GzMC+B0JNk7x4Um7NTQIS3TEjZUa7sEgMwBLGA7Lh2iw9S95BKPZyHFdAA==");
    server.answerWith(RawServer.of("HTTP/1.1 200 OK\nContent-Encoding: BR", small));

    assertThat(text(fetch("/"))).isEqualTo("новости о погоде и о море, ".repeat(12));
  }

  @Test
  void countsBytesAsTheyAreSentToo() {
    server.answerWith(
        (request, out) -> {
          out.write(RawServer.ascii("HTTP/1.1 200 OK\r\n\r\n"));
          while (over.getCount() > 0) {
            out.write(new byte[1 << 16]);
          }
        });

    assertThat(inWords(fetch("/endless"))).isEqualTo("more than 1 MB from SERVER/endless");
  }

  @Test
  void answersThatDoNotFitIntoMemoryTogetherAreAllReadInTheEnd() {
    server.answerWith(RawServer.of("HTTP/1.1 200 OK", "x".repeat(900_000)));
    BodyBudget tenthOfOne = new BodyBudget(90_000);
    try (HttpFetcher narrow = fetcher(Duration.ofSeconds(30), 1 << 20, tenthOfOne)) {
      List<CompletableFuture<Fetched>> all = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        all.add(narrow.fetch(Fetcher.Request.feed(server.uri("/" + i), null, null, NOW)));
      }
      assertThat(all).extracting(one -> text(one.join()).length()).containsOnly(900_000);
    }
    assertThat(tenthOfOne.held()).isZero();
  }

  @Test
  void readsWhatIsCompressed() throws IOException {
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
      gzip.write("новости".getBytes(StandardCharsets.UTF_8));
    }
    server.answerWith(RawServer.of("HTTP/1.1 200 OK\nContent-Encoding: gzip", small.toByteArray()));

    assertThat(text(fetch("/"))).isEqualTo("новости");
  }

  @Test
  void takesWhatArrivedBeforeTheEndButNoValidator() {
    server.answerWith(
        (request, out) ->
            out.write(
                RawServer.ascii(
                    "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 5000\r\n\r\n<rss>half")));

    Fetched fetched = fetch("/torn");

    assertThat(text(fetched)).isEqualTo("<rss>half");
    assertThat(((Fetched.Fresh) fetched).etag()).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no HTTP        | SSH-2.0-OpenSSH_9.2\\r\\n                                               | no valid HTTP from SERVER/x
          nothing        | ''                                                                      | connection closed without an answer by SERVER/x
          false gzip     | HTTP/1.1 200 OK\\r\\nContent-Encoding: gzip\\r\\nContent-Length: 4\\r\\n\\r\\nabcd | the answer from SERVER/x is no valid 'gzip'
          false brotli   | HTTP/1.1 200 OK\\r\\nContent-Encoding: br\\r\\nContent-Length: 4\\r\\n\\r\\nabcd   | the answer from SERVER/x is no valid 'br'
          unknown coding | HTTP/1.1 200 OK\\r\\nContent-Encoding: zstd\\r\\nContent-Length: 4\\r\\n\\r\\nabcd | the answer from SERVER/x is no valid 'zstd'
          empty and torn | HTTP/1.1 200 OK\\r\\nContent-Length: 9\\r\\n\\r\\n                           | the answer from SERVER/x ended before it began
          """)
  void saysWhatIsWrongWithAnAnswer(String name, String bytes, String why) {
    String raw = bytes.replace("\\r", "\r").replace("\\n", "\n");
    server.answerWith((request, out) -> out.write(RawServer.ascii(raw)));

    assertThat(inWords(fetch("/x"))).isEqualTo(why);
  }

  @Test
  void refusesHeadersWithoutEnd() {
    server.answerWith(
        (request, out) -> {
          out.write(RawServer.ascii("HTTP/1.1 200 OK\r\n"));
          while (over.getCount() > 0) {
            out.write(RawServer.ascii("X-More: and more\r\n"));
          }
        });

    assertThat(inWords(fetch("/headers"))).isEqualTo("headers without measure from SERVER/headers");
  }

  @Test
  void saysWhenNobodyIsThere() throws IOException {
    try (Socket boundButNotListening = new Socket()) {
      boundButNotListening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      String gone = "http://localhost:" + boundButNotListening.getLocalPort() + "/feed?token=";

      Fetched fetched =
          fetcher.fetch(Fetcher.Request.feed(URI.create(gone + "abc"), null, null, NOW)).join();

      assertThat(FetchedWords.of(fetched)).isEqualTo("no connection to " + gone + "<secret>");
    }
  }
}
