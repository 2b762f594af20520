package dev.vedette.web;

import static dev.vedette.Samples.NOON;
import static dev.vedette.history.HistoryFixture.alert;
import static dev.vedette.history.HistoryFixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.vedette.Alerts;
import dev.vedette.Samples;
import dev.vedette.alert.Alert;
import dev.vedette.stream.Json;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the API says of itself, against what it answers. */
class OpenApiTest {

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private TestDesk desk;
  private WebServer server;
  private JsonNode api;

  @BeforeEach
  void start() throws Exception {
    desk = new TestDesk(directory);
    server = desk.serve();
    desk.publish(Samples.article("a", "Title", "Sergei Shoigu left."));
    desk.raise(alert(1), alert(2));
    put("/api/alerts/alert-1/feedback", "{\"kind\": \"seen\"}");
    put("/api/entries/shoigu/silence", "{\"reason\": \"known\"}");
    api =
        Json.mapper()
            .valueToTree(
                new Load(LoadSettings.builder().build()).loadFromString(get("/api/openapi.yaml")));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    desk.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/api/alerts, /api/alerts",
    "/api/alerts/{id}, /api/alerts/alert-1",
    "/api/articles, /api/articles",
    "/api/articles/{id}, /api/articles/a",
    "/api/sources, /api/sources",
    "/api/watchlists, /api/watchlists",
    "/api/watchlists/{id}/file, /api/watchlists/list/file",
    "/api/entries, /api/entries",
    "/api/entries/{id}, /api/entries/shoigu",
    "/api/counts, '/api/counts?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z'",
    "/api/silences, /api/silences",
    "/status, /status"
  })
  void answersAreAsTheyAreDescribed(String path, String asked) throws Exception {
    desk.raise(Alerts.alert().summary(new Alert.Summary(3, NOON, NOON)).build());
    JsonNode described =
        api.path("paths").path(path).at("/get/responses/200/content/application~1json/schema");
    ObjectNode whole = described.deepCopy();
    whole.set("components", api.path("components"));

    assertThat(schema(whole).validate(get(asked), InputFormat.JSON)).isEmpty();
    assertThat(schema(whole).validate("{\"items\": 1}", InputFormat.JSON)).isNotEmpty();
  }

  /** OpenAPI 3.0 says {@code nullable} where JSON Schema has a type of its own for that. */
  private static Schema schema(JsonNode openApi) {
    String text =
        openApi
            .toString()
            .replace("\"type\":\"string\",\"nullable\":true", "\"type\":[\"string\",\"null\"]")
            .replace(
                "\"type\":\"string\",\"format\":\"date-time\",\"nullable\":true",
                "\"type\":[\"string\",\"null\"]")
            .replace("\"nullable\":true,\"allOf\":[", "\"anyOf\":[{\"type\":\"null\"},");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }

  @Test
  void whatIsServedIsDescribedAndTheOtherWayRound() {
    Set<String> described = new TreeSet<>();
    api.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    Set<String> files =
        new Assets().routes().stream().map(OpenApiTest::line).collect(Collectors.toSet());
    Set<String> served =
        WebServer.routes(
                () -> new Status(true, List.of(), Map.of()),
                MetricSnapshots::new,
                desk,
                new Gate(null, "127.0.0.1", false),
                Json.mapper())
            .stream()
            .map(OpenApiTest::line)
            .filter(line -> !files.contains(line))
            .collect(Collectors.toCollection(TreeSet::new));
    served.add("GET " + Live.PATH);

    assertThat(described).containsExactlyElementsOf(served);
  }

  private static String line(Route route) {
    return route.method() + " " + route.template();
  }

  @Test
  void feedsNameEachAlertByTheSameIdAlways() throws Exception {
    String before = get("/feeds/all.atom");
    desk.raise(dev.vedette.history.HistoryFixture.copyOf(alert(1), 60));
    String after = get("/feeds/list.atom");

    List<String> ids = ids(before);
    assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    assertThat(ids(after)).containsExactlyElementsOf(ids);
    assertThat(after)
        .contains("high Sergei Shoigu: Headline 1", "He met Sergei Shoigu.")
        .contains("2026-11-23T12:01:00Z");
  }

  /** What RFC 4287 wants of a feed: an author of each entry, a time, and where it is itself. */
  @Test
  void feedsAreWholeAlsoWithoutAlerts() throws Exception {
    String self = server.address() + "/feeds/list.atom";
    assertThat(get("/feeds/list.atom"))
        .contains(
            "<link rel=\"alternate\" href=\"" + server.address() + "/\" />",
            "<link rel=\"self\" href=\"" + self + "\" />",
            "<name>" + alert(1).article().source() + "</name>")
        .doesNotContain("<name />");

    Watchlist quiet =
        new Watchlist("quiet", "Quiet", List.of(Samples.entry("nobody", "Nobody")), false);
    desk.watch(Watchlists.of(List.of(quiet), "sha256:quiet"));

    assertThat(get("/feeds/quiet.atom"))
        .contains("<updated>1970-01-01T00:00:00Z</updated>")
        .doesNotContain("<entry>");
  }

  @Test
  void feedsSayWhatWasWithdrawn() throws Exception {
    desk.raise(withdrawn(alert(1), 60));

    assertThat(get("/feeds/all.atom"))
        .contains(
            "<title>withdrawn: high Sergei Shoigu: Headline 1</title>",
            "Withdrawn: its source has edited the article, which is no match any more. It said:",
            "<title>high Sergei Shoigu: Headline 2</title>");
  }

  private static List<String> ids(String feed) {
    return java.util.regex.Pattern.compile("(?s)<entry>.*?<id>(.*?)</id>")
        .matcher(feed)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private String get(String path) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private void put(String path, String body) throws Exception {
    client.send(
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }
}
