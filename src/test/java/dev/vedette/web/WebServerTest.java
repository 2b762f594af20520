package dev.vedette.web;

import static dev.vedette.history.HistoryFixture.alert;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vedette.Samples;
import dev.vedette.stream.Json;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Severity;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebServerTest {

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private static final GaugeSnapshot SOURCES =
      GaugeSnapshot.builder()
          .name("vedette_sources")
          .help("Sources.")
          .dataPoint(
              GaugeDataPointSnapshot.builder().labels(Labels.of("state", "ok")).value(7).build())
          .build();

  private volatile Status status = new Status(true, List.of(), Map.of("entries", 8));
  private TestDesk desk;
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    desk = new TestDesk(directory);
    server = serve(new WebSettings(true, "127.0.0.1", 0, null, false));
  }

  private WebServer serve(WebSettings settings) throws IOException {
    return WebServer.start(
        settings, () -> status, () -> new MetricSnapshots(SOURCES), desk, desk.live, Json.mapper());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    desk.close();
  }

  @Test
  void isAliveWhateverItsState() throws Exception {
    status = new Status(false, List.of("the pipeline is error"), Map.of());

    assertThat(get("/livez").statusCode()).isEqualTo(200);
  }

  @Test
  void prometheusReadsItsFigures() throws Exception {
    HttpResponse<String> answer = get("/metrics");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body())
        .isEqualTo(
            """
            # HELP vedette_sources Sources.
            # TYPE vedette_sources gauge
            vedette_sources{state="ok"} 7.0
            """);
  }

  @Test
  void isReadyWithWhatIsWorthALook() throws Exception {
    status =
        new Status(true, List.of("source wire has failed 2 times in a row: HTTP 404"), Map.of());

    HttpResponse<String> answer = get("/readyz");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("ready\nsource wire has failed 2 times in a row: HTTP 404\n");
  }

  @Test
  void saysWhyItIsNotReady() throws Exception {
    status = new Status(false, List.of("the pipeline is error"), Map.of());

    HttpResponse<String> answer = get("/readyz");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("not ready\nthe pipeline is error\n");
  }

  @Test
  void tellsItsStatusInJson() throws Exception {
    HttpResponse<String> answer = get("/status");

    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/json; charset=utf-8");
    assertThat(answer.body()).contains("\"ready\" : true").contains("\"entries\" : 8");
  }

  @Test
  void answersNothingElse() throws Exception {
    assertThat(get("/etc/passwd").body()).isEqualTo("{\"error\":\"nothing is at /etc/passwd\"}");
    assertThat(send("POST", "/livez").statusCode()).isEqualTo(405);
    assertThat(send("HEAD", "/livez").body()).isEmpty();
    assertThat(get("/../pom.xml").statusCode()).isIn(400, 404); // last: it may end the connection
  }

  @Test
  void aTakenPortIsReported() {
    int port = URI.create(server.address()).getPort();

    assertThatThrownBy(() -> serve(new WebSettings(true, "127.0.0.1", port, null, false)))
        .isInstanceOf(BindException.class);
  }

  @Test
  void thePageRunsNothingButItsOwnFiles() throws Exception {
    HttpResponse<String> page = get("/");

    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .contains(
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src"
                + " 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    assertThat(page.body()).contains("/main.js").doesNotContain("<style").doesNotContain("style=");
    String tag = page.headers().firstValue("ETag").orElseThrow();
    assertThat(get("/", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void alertsAreFilteredAndGivenInParts() throws Exception {
    for (int i = 0; i < 5; i++) {
      desk.raise(alert(i));
    }

    JsonNode first = json("/api/alerts?severity=high&limit=2&entry=shoigu&text=headline");
    assertThat(first.path("total").asInt()).isEqualTo(5);
    assertThat(first.at("/items/0/id").asText()).isEqualTo("alert-4");
    JsonNode second = json("/api/alerts?limit=2&after=" + first.path("next").asText());
    assertThat(second.at("/items/0/id").asText()).isEqualTo("alert-2");
    assertThat(json("/api/alerts?severity=low").path("total").asInt()).isZero();
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/alerts?severity=loud      | 400 | severity: 'loud' (expected: one of low, medium, high, critical)
          /api/alerts?limit=0            | 400 | limit: '0' (expected: a whole number from 1 to 200)
          /api/alerts?from=today         | 400 | from: 'today' (expected: an instant such as 2026-11-23T12:00:00Z)
          /api/alerts?after=x            | 400 | after: 'x' (expected: what an earlier answer gave as next)
          /api/alerts?silenced=yes       | 400 | silenced: 'yes' (expected: true or false)
          /api/alerts/nobody             | 404 | there is no alert nobody
          /api/articles/nothing          | 404 | the article is not kept (any more)
          /api/counts?seconds=60&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z | 400 | seconds: '60' (expected: at most 1000 stretches between 2026-01-01T00:00:00Z and 2026-02-01T00:00:00Z)
          /api/counts?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z | 400 | from: '2026-02-01T00:00:00Z' (expected: an instant before 2026-01-01T00:00:00Z)
          /api/counts?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&origin=2026-01-02T00:00:00Z | 400 | origin: '2026-01-02T00:00:00Z' (expected: an instant not after 2026-01-01T00:00:00Z)
          /api/entries?order=age         | 400 | order: 'age' (expected: one of file, alerts, last, noise)
          /api/sources?order=age         | 400 | order: 'age' (expected: one of file, state, articles)
          /api/sources?state=ill         | 400 | state: 'ill' (expected: one of failing, retired, silent, empty, new, ok, off)
          /api/entries/nobody            | 404 | no watchlist has an entry nobody
          """)
  void whatIsAskedWronglyIsSaid(String path, int code, String sentence) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(code);
    assertThat(Json.mapper().readTree(answer.body()).path("error").asText()).isEqualTo(sentence);
  }

  @Test
  void alertsAreCountedByEntryAndTime() throws Exception {
    desk.raise(alert(0), alert(59), alert(60), alert(3_600));
    desk.raise(
        alert("other", 61, "list", "kim", Severity.LOW, "wire", "en", "Headline", "He met Kim."));

    JsonNode counts =
        json("/api/counts?seconds=60&from=2026-11-23T12:00:00Z&to=2026-11-23T12:02:30Z");

    assertThat(counts.path("all").toString()).isEqualTo("[2,2,0]");
    assertThat(counts.path("total").asInt()).isEqualTo(2);
    assertThat(counts.path("entries").toString())
        .isEqualTo(
            "[{'id':'shoigu','title':'Sergei Shoigu','total':3,'counts':[2,1,0]},"
                    .replace('\'', '"')
                + "{'id':'kim','title':'kim','total':1,'counts':[0,1,0]}]".replace('\'', '"'));
    assertThat(
            json("/api/counts?severity=low&from=2026-11-23T12:00:00Z&to=2026-11-24T12:00:00Z")
                .path("all")
                .toString())
        .isEqualTo("[1]");
  }

  @Test
  void stretchesBeginAtTheirOriginAndWhatIsBeforeTheFilterIsNotCounted() throws Exception {
    desk.raise(alert(0), alert(29), alert(30), alert(59), alert(60));

    JsonNode counts =
        json(
            "/api/counts?seconds=60&origin=2026-11-23T12:00:00Z"
                + "&from=2026-11-23T12:00:30Z&to=2026-11-23T12:02:30Z");

    assertThat(counts.path("from").asText()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(counts.path("all").toString()).isEqualTo("[2,1,0]");
  }

  @Test
  void entriesOfALongListAreGivenInPartsAndFoundByTheirNames() throws Exception {
    desk.watch(
        Samples.watchlists(
            IntStream.range(0, 120)
                .mapToObj(i -> Samples.entry("person-" + i, i == 77 ? "Ştefan Lünk" : "Name " + i))
                .toArray(Entry[]::new)));
    desk.raise(
        alert("a", 0, "list", "person-5", Severity.LOW, "wire", "en", "Headline", "Name 5"),
        alert("b", 1, "list", "person-6", Severity.LOW, "wire", "en", "Headline", "Name 6"),
        alert("c", 2, "list", "person-6", Severity.LOW, "wire", "en", "Headline", "Name 6"));
    put("/api/alerts/a/feedback", "{'kind': 'false_alarm'}");

    JsonNode first = json("/api/entries?watchlist=list&limit=50");
    assertThat(first.path("total").asInt()).isEqualTo(120);
    assertThat(first.at("/items/49/id").asText()).isEqualTo("person-49");
    JsonNode last = json("/api/entries?limit=50&after=100");
    assertThat(last.path("items")).hasSize(20);
    assertThat(last.path("next").isNull()).isTrue();
    assertThat(json("/api/entries?text=stefan%20LUNK").at("/items/0/id").asText())
        .isEqualTo("person-77");
    assertThat(json("/api/entries?order=alerts").at("/items/0/id").asText()).isEqualTo("person-6");
    assertThat(json("/api/entries?order=noise").at("/items/0/id").asText()).isEqualTo("person-5");
    assertThat(json("/api/entries?entry=person-6,person-8").path("items"))
        .extracting(one -> one.path("id").asText() + " " + one.at("/tally/alerts").asInt())
        .containsExactly("person-6 2", "person-8 0");
    assertThat(json("/api/entries?watchlist=other").path("items")).isEmpty();
    JsonNode sum = json("/api/watchlists").at("/items/0");
    assertThat(sum.path("entries").asInt()).isEqualTo(120);
    assertThat(sum.path("fired").asInt()).isEqualTo(2);
    assertThat(sum.path("falseAlarms").asInt()).isEqualTo(1);
  }

  @Test
  void ofTenThousandSourcesSomeAreGivenAtATime() throws Exception {
    List<SourceView> many = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String state = i == 7_777 ? "failing" : i == 8_888 ? "silent" : i % 100 == 0 ? "off" : "ok";
      many.add(TestDesk.source(i == 42 ? "wire" : "s" + i, "Café " + i, state));
    }
    desk.poll(many);
    desk.publish(Samples.article("a", "Title", "Text.", Instant.now()));

    JsonNode first = json("/api/sources");
    assertThat(first.path("items")).hasSize(50);
    assertThat(first.at("/items/49/source/id").asText()).isEqualTo("s49");
    assertThat(first.path("total").asInt()).isEqualTo(10_000);
    assertThat(json("/api/sources?limit=200&after=9900").path("items")).hasSize(100);
    assertThat(json("/api/sources?after=9950").path("next").isNull()).isTrue();
    JsonNode worst = json("/api/sources?order=state&limit=2");
    assertThat(worst.path("items"))
        .extracting(one -> one.at("/source/id").asText())
        .containsExactly("s7777", "s8888");
    assertThat(worst.path("next").asText()).isEqualTo("2");
    JsonNode found = json("/api/sources?text=cafe%20777&state=failing,off");
    assertThat(found.path("items"))
        .extracting(one -> one.at("/source/id").asText())
        .containsExactly("s7777");
    assertThat(found.path("states").toString()).isEqualTo("{\"failing\":1,\"ok\":10}");
    assertThat(json("/api/sources?order=articles").at("/items/0/source/id").asText())
        .isEqualTo("wire");
    assertThat(json("/api/sources?source=s3,s5").path("total").asInt()).isEqualTo(2);
    assertThat(json("/api/sources?text=s6.example/").path("total").asInt()).isEqualTo(1);
  }

  @Test
  void anArticleIsGivenAsItWasWhenTheAlertWasRaised() throws Exception {
    desk.publish(Samples.article("a", "Title", "Old text of Sergei Shoigu."));
    desk.publish(Samples.article("a", "Title", "New text."));
    String old = Samples.article("a", "Title", "Old text of Sergei Shoigu.").revision();

    assertThat(json("/api/articles/a?revision=" + old).at("/article/body").asText())
        .isEqualTo("Old text of Sergei Shoigu.");
    assertThat(json("/api/articles/a").at("/article/body").asText()).isEqualTo("New text.");
    assertThat(json("/api/articles?text=old").path("total").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsSaidOfAnAlertIsKeptWithItAndCanBeTakenBack() throws Exception {
    desk.raise(alert(1));
    String path = "/api/alerts/alert-1/feedback";

    assertThat(put(path, "{'kind': 'false_alarm', 'note': 'a street', 'by': 'Ann'}").statusCode())
        .isEqualTo(200);
    JsonNode said = json("/api/alerts/alert-1").path("feedback");
    assertThat(said.path("kind").asText()).isEqualTo("false_alarm");
    assertThat(said.path("note").asText()).isEqualTo("a street");
    assertThat(json("/api/alerts?feedback=false_alarm").path("total").asInt()).isEqualTo(1);

    assertThat(send("DELETE", path).statusCode()).isEqualTo(200);
    assertThat(json("/api/alerts?unmarked=true").path("total").asInt()).isEqualTo(1);
  }

  @Test
  void anEntryIsSilencedAndHeardAgain() throws Exception {
    String path = "/api/entries/shoigu/silence";

    assertThat(put(path, "{'until': '2999-01-01T00:00:00Z', 'reason': 'leave'}").statusCode())
        .isEqualTo(200);
    assertThat(json("/api/silences").at("/items/0/about").asText()).isEqualTo("shoigu");
    assertThat(send("DELETE", path).statusCode()).isEqualTo(200);
    assertThat(json("/api/silences").path("items")).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /api/alerts/nobody/feedback   | {'kind': 'seen'}                   | 404 | there is no alert nobody
          /api/alerts/alert-1/feedback  | {'kind': 'seen'                    | 400 | the body is no JSON
          /api/alerts/alert-1/feedback  | [1]                                | 400 | the body is no JSON object
          /api/alerts/alert-1/feedback  | {'kind': 'boring'}                 | 400 | kind: 'boring' (expected: one of seen, false_alarm, important, silence)
          /api/alerts/alert-1/feedback  | {'kind': 'silence'}                | 400 | kind: 'silence' (expected: one of seen, false_alarm, important)
          /api/entries/nobody/silence   | {}                                 | 404 | no watchlist has an entry nobody
          /api/entries/shoigu/silence   | {'until': 'soon'}                  | 400 | until: 'soon' (expected: an instant such as 2026-11-23T12:00:00Z, or none)
          /api/entries/shoigu/silence   | {'until': '2020-01-01T00:00:00Z'}  | 400 | until: '2020-01-01T00:00:00Z' (expected: a time that is still to come)
          """)
  void whatMakesNoSenseIsNotKept(String path, String body, int code, String sentence)
      throws Exception {
    desk.raise(alert(1));

    HttpResponse<String> answer = put(path, body);

    assertThat(answer.statusCode()).isEqualTo(code);
    assertThat(Json.mapper().readTree(answer.body()).path("error").asText()).isEqualTo(sentence);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "people.yaml, 422",
    "north korea.yaml, 422",
    "Rüstung.yml, 422",
    "../people.yaml, 400",
    "a/people.yaml, 400",
    "a\\people.yaml, 400",
    ".people.yaml, 400",
    "a\u0001.yaml, 400",
    ".yaml, 400",
    "people.txt, 400"
  })
  void triesAnyFileRightInTheDirectory(String name, int code) throws Exception {
    String body =
        Json.mapper().writeValueAsString(Map.of("text", "x", "file", name, "yaml", "x: y"));

    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(server.address() + "/api/match"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code);
    assertThat(Json.mapper().readTree(answer.body()).path("error").asText())
        .isEqualTo(
            code == 422
                ? "there is no article in it"
                : "file: '%s' (expected: the name of a file such as people.yaml)".formatted(name));
  }

  @Test
  void aBodyThatIsTooLongIsNotRead() throws Exception {
    desk.raise(alert(1));

    HttpResponse<String> answer =
        put("/api/alerts/alert-1/feedback", "{'note': '" + "x".repeat(30_000) + "'}");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("the request is too long (expected: at most 20000 bytes)");
  }

  private HttpResponse<String> put(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .PUT(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
            .header("Content-Type", "application/json")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void answersToNamesOfThisMachineOnly() throws Exception {
    assertThat(asking("rebound.example"))
        .startsWith("HTTP/1.1 421")
        .contains(
            "host: 'rebound.example' (expected: localhost or 127.0.0.1, or web.token-file in"
                + " vedette.yaml)");
    assertThat(asking("localhost")).startsWith("HTTP/1.1 200");
    assertThat(asking("127.0.0.2")).startsWith("HTTP/1.1 421");
    try (WebServer other = serve(new WebSettings(true, "127.0.0.2", 0, null, false))) {
      server.close();
      server = other;
      assertThat(get("/api/alerts").statusCode()).isEqualTo(200);
    }
  }

  /** By hand, as the client of the JDK writes the host itself. */
  private String asking(String host) throws IOException {
    URI address = URI.create(server.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String request = "GET /api/alerts HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.formatted(host).getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  void anotherSiteMayNotWrite() throws Exception {
    String own = server.address();

    assertThat(send("POST", "/livez", "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(send("POST", "/livez", "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(send("POST", "/livez", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(send("POST", "/livez", "Origin", own).statusCode()).isEqualTo(405);
  }

  @Test
  void withATokenNothingIsToldWithoutIt() throws Exception {
    Path file = directory.resolve("secret/web-token");
    try (WebServer guarded = serve(new WebSettings(true, "127.0.0.1", 0, file, true))) {
      server.close();
      server = guarded;
      status = new Status(true, List.of("source wire fails"), Map.of());
      String token = Files.readString(file).strip();

      assertThat(token).matches("[0-9a-f]{64}");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      for (String path :
          List.of("/api/alerts", "/api/events", "/status", "/metrics", "/feeds/all.atom")) {
        assertThat(get(path).statusCode()).as(path).isEqualTo(401);
        assertThat(get(path, "Authorization", "Bearer " + token + "0").statusCode()).isEqualTo(401);
      }
      assertThat(get("/api/alerts", "Authorization", "Bearer " + token).statusCode())
          .isEqualTo(200);
      assertThat(get("/api/alerts", "Authorization", basic(token)).statusCode()).isEqualTo(401);
      assertThat(get("/readyz").body()).isEqualTo("ready\n");
      assertThat(get("/readyz", "Authorization", "Bearer " + token).body())
          .isEqualTo("ready\nsource wire fails\n");
      assertThat(get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aTokenThatIsTooShortIsRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("short"), "secret\n");

    assertThatThrownBy(() -> serve(new WebSettings(true, "127.0.0.1", 0, file, true)))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": a token of 6 characters (expected: at least 16)");
  }

  private static String basic(String token) {
    return "Basic " + Base64.getEncoder().encodeToString(("reader:" + token).getBytes());
  }

  private JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.mapper().readTree(answer.body());
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, headers);
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
