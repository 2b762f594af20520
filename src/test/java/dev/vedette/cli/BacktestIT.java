package dev.vedette.cli;

import static dev.vedette.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vedette.article.Article;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.Json;
import dev.vedette.stream.KafkaSettings;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command over articles that a broker keeps, which it starts and stops itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BacktestIT {

  private static final Instant FETCHED = Instant.now().minus(Duration.ofHours(2));
  private static final String DAY = LocalDate.ofInstant(FETCHED, ZoneId.systemDefault()).toString();

  private Path directory;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeAll
  void fill(@TempDir Path directory) throws IOException {
    this.directory = directory;
    write(
        "vedette.yaml",
        "data-directory: data\n"
            + "kafka: {embedded: {port: 0}}\n"
            + "sources: [{id: drop, folder: inbox}]\n");
    write("watchlists/list.yaml", watchlist("guest", "Kang Sun Nam"));
    write("candidate/list.yaml", watchlist("shoigu", "Sergei Shoigu"));
    write(
        "failing/list.yaml", watchlist("shoigu", "Sergei Shoigu") + "    tests: {match: [Rain]}\n");
    KafkaSettings anyPort = new KafkaSettings("", 0, 3, -1, Map.of());
    try (Cluster cluster = Cluster.host(anyPort, directory.resolve("data"), why -> {})) {
      cluster.ensureTopics(Watchlists.of(List.of(), "none"));
      put(
          cluster,
          article("old", "Old", "Sergei Shoigu came.", FETCHED.minus(Duration.ofDays(40))),
          article("a", "Visit", "Sergei Shoigu came.", FETCHED),
          article("b", "Guest", "Kang Sun Nam came.", FETCHED),
          article("c", "Rain", "It rained in Oslo.", FETCHED));
    }
  }

  @BeforeEach
  void clear() {
    out = new StringWriter();
    err = new StringWriter();
  }

  @Test
  void gainedAndLostAlertsAreShownAndThenTheNoise() {
    Path page = directory.resolve("report.html");

    assertThat(
            run(
                "--candidate",
                directory.resolve("candidate").toString(),
                "--html",
                page.toString()))
        .isZero();
    assertThat(out.toString().replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "TIME"))
        .isEqualTo(
            """
            +1 −1 =0 alerts, articles: 3, fetched DAY to DAY

            list/guest: +0 −1 =0 (removed)
            − MEDIUM   Kang Sun Nam  list/guest  TIME
            −          Guest — wire, en
            −          «Kang Sun Nam» came.
            −          why: 'Kang Sun Nam' at 0 in body, exact (score 1.00)
            −          https://wire.example/b

            list/shoigu: +1 −0 =0 (added)
            + MEDIUM   Sergei Shoigu  list/shoigu  TIME
            +          Visit — wire, en
            +          «Sergei Shoigu» came.
            +          why: 'Sergei Shoigu' at 0 in body, exact (score 1.00)
            +          https://wire.example/a

            ALERTS COPIES   HITS BOILERPLATE SILENCED  ENTRY: COMMONEST FORMS
                 1      0      1          0%       0%  list/shoigu: Sergei Shoigu 1
            """
                .replace("DAY", DAY));
    assertThat(err.toString()).isEqualTo("vedette: the page for a colleague is " + page + "\n");
    assertThat(page).content().contains("<mark>Sergei Shoigu</mark> came.");
  }

  @Test
  void overNoArticleNothingIsSaidOfTheEntries() {
    assertThat(run("--since", "2100-01-01")).isZero();
    assertThat(out.toString()).isEqualTo("=0 alerts, articles: 0\n");
    assertThat(err.toString())
        .isEqualTo("vedette: no article is kept since 2100-01-01T00:00:00Z\n");
  }

  @Test
  void withoutACandidateItIsTheNoiseOfWhatIsInForce() {
    assertThat(run("--since", "1970-01-01")).as(err.toString()).isZero();
    assertThat(out.toString())
        .startsWith("=1 alerts, articles: 4, fetched ")
        .endsWith("list/guest: Kang Sun Nam 1\n");
  }

  @Test
  void anImportCountsItsNamesInTheKeptArticles() throws IOException {
    write("names.txt", "Orest Vardanov; Sergei Shoigu\nKang Sun Nam\n");

    int exit =
        Main.commandLine(new PrintWriter(out), new PrintWriter(err))
            .execute(
                "import",
                "names",
                directory.resolve("names.txt").toString(),
                "--kind",
                "person",
                "--kept-articles",
                "--since",
                "1970-01-01",
                "--config",
                directory.resolve("vedette.yaml").toString());

    assertThat(exit).as(err.toString()).isZero();
    assertThat(out.toString()).contains("names:\n      - Orest Vardanov\n      - Sergei Shoigu\n");
    assertThat(err.toString())
        .isEqualTo(
            """
            entries: 2, names: 3, weak names: 0
            counted in the kept articles: 4; the commonest names stand in 2 (Sergei Shoigu), 1 (Kang Sun Nam)
            """);
  }

  @Test
  void asJsonItIsOneObject() throws IOException {
    assertThat(
            run(
                "--candidate",
                directory.resolve("candidate").toString(),
                "--json",
                "--entry",
                "shoigu"))
        .isZero();
    JsonNode report = Json.mapper().readTree(out.toString());
    List<String> keys = new ArrayList<>();
    report.fieldNames().forEachRemaining(keys::add);
    assertThat(out.toString()).hasLineCount(1);
    assertThat(report.path("schema").asText()).isEqualTo("vedette.backtest/1");
    assertThat(keys)
        .containsExactly(
            "schema",
            "articles",
            "first",
            "last",
            "currentVersion",
            "candidateVersion",
            "gained",
            "lost",
            "same",
            "changes",
            "noise",
            "neverFired",
            "overlaps");
    assertThat(report.path("changes"))
        .hasToString(
            "[{\"watchlist\":\"list\",\"entry\":\"shoigu\",\"title\":\"Sergei"
                + " Shoigu\",\"state\":\"added\","
                + "\"gained\":1,\"lost\":0,\"same\":0,\"alerts\":[{\"gained\":true,\"copies\":0,\"alert\":"
                + report.at("/changes/0/alerts/0/alert")
                + "}]}]");
    assertThat(report.at("/changes/0/alerts/0/alert/schema").asText()).isEqualTo("vedette.alert/1");
    assertThat(report.path("noise"))
        .hasToString(
            "[{\"watchlist\":\"list\",\"entry\":\"shoigu\",\"title\":\"Sergei"
                + " Shoigu\",\"articles\":1,"
                + "\"stories\":1,\"hits\":1,\"boilerplate\":0.0,\"silenced\":0.0,\"forms\":[{\"surface\":\"Sergei"
                + " Shoigu\",\"count\":1}]}]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          --entry shoigo --candidate DIR/candidate | 2 | vedette: --entry: 'shoigo' (expected: the id of an entry; did you mean shoigu?)
          --html DIR/no/report.html | 2 | vedette: --html: cannot write DIR/no/report.html (expected: a file in a directory that exists)
          --html DIR | 2 | vedette: --html: cannot write DIR (expected: a file in a directory that exists)
          --raise | 2 | vedette: --raise (expected: --entry and --since beside it, and neither --candidate nor --html)
          --raise --entry guest --since 2026-01-01 | 2 | vedette: --since: 2026-01-01T00:00:00Z (expected: with --raise, at most 168 h ago, as alerts.story-window says; what was told of older stories is forgotten)
          --raise --entry guess --since 1h | 2 | vedette: --entry: 'guess' (expected: the id of an entry; did you mean guest?)
          --candidate DIR/none | 3 | DIR/none: does not exist (expected: a directory with watchlists)
          --candidate DIR/failing | 3 | DIR/failing/list.yaml:6:21: entries[0].tests.match[0]: "Rain" (expected: an alert of shoigu; got: none)
          """)
  void whatCannotBeFollowedIsSaidBeforeTheWork(String arguments, int exit, String message) {
    assertThat(run(arguments.replace("DIR", directory.toString()).split(" ", -1))).isEqualTo(exit);
    assertThat(err.toString()).isEqualTo(message.replace("DIR", directory.toString()) + "\n");
    assertThat(out.toString()).isEmpty();
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("backtest"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--config", directory.resolve("vedette.yaml").toString()));
    return Main.commandLine(new PrintWriter(out), new PrintWriter(err))
        .execute(all.toArray(String[]::new));
  }

  private static void put(Cluster cluster, Article... articles) {
    Map<String, Object> settings =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.clients().bootstrapServers());
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (Article article : articles) {
        producer.send(
            new ProducerRecord<>(
                "vedette.articles.v1",
                null,
                article.fetchedAt().toEpochMilli(),
                article.id(),
                Json.line(article).getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  private static String watchlist(String id, String name) {
    return """
    watchlist: list
    entries:
      - id: %s
        kind: person
        names: [%s]
    """
        .formatted(id, name);
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
