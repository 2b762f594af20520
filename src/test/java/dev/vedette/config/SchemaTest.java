package dev.vedette.config;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The schemas that editors use, held against the readers that decide. */
class SchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path home;

  @Test
  void schemaAndReaderKnowTheSameKeys() throws IOException {
    assertThat(sections("vedette")).isEqualTo(asSets(ConfigKeys.SECTIONS));
    assertThat(sections("watchlist")).isEqualTo(asSets(WatchlistKeys.SECTIONS));
    assertThat(sections("watchtest")).isEqualTo(asSets(WatchlistKeys.TEST_SECTIONS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vedette", "watchlist", "watchtest", "backtest"})
  void everyKeyIsExplained(String name) throws IOException {
    List<String> unexplained = new ArrayList<>();
    for (JsonNode properties : json(name).findValues("properties")) {
      properties
          .properties()
          .forEach(
              key -> {
                if (!key.getValue().path("description").asText().endsWith(".")) {
                  unexplained.add(key.getKey());
                }
              });
    }
    assertThat(unexplained).isEmpty();
  }

  static Stream<Arguments> configurations() {
    String source = "\nsources: [{id: a, folder: x}]";
    return Stream.of(
        // what both take
        arguments(
            "poll:\nkafka:\nweb: {port: 0, token-file: token, behind-proxy: true, host: 0.0.0.0}"
                + source,
            true),
        arguments(
            "poll: {websub: {callback: 'https://a.example/hubs', secret:"
                + " 0123456789abcdef0123456789abcdef}}"
                + source,
            true),
        arguments("poll: {every: 300s, max-size: 1 MB, workers: '${env:WORKERS}'}" + source, true),
        arguments(
            "kafka: {bootstrap.servers: 'a:1,b:2', linger.ms: 5, topics: {replication-factor: -1}}"
                + source,
            true),
        arguments(
            "sources: [{id: a, page: 'https://a.example/', links: a, text: p, every: 5m}]", true),
        arguments(
            "sources: [{id: a, feed: 'demo:a.xml', full-text: page, title: A, enabled: false}, {id:"
                + " b, folder: /in}]",
            true),
        arguments(
            "sources: [{id: a, page: 'demo:a', include: /n/*, exclude: ['*.pdf'], next: a, pages:"
                + " 2}]",
            true),
        arguments("sources: [{id: a, page: 'demo:a', items: p, time: b, links: [a, b]}]", true),
        arguments(
            "sources: [{id: a, sitemap: 'http://a.example/', since: 1d, include: [/a, /b], headers:"
                + " {A: b}}]",
            true),
        arguments(
            "sinks: [{id: a, webhook: 'https://a.example/x', template: t, timeout: 5s}]" + source,
            true),
        arguments(
            "sinks: [{id: a, telegram: '1:aaaaaaaaaaaaaaaaaaaaaaaa', chat: -100}, {id: b, exec: [a,"
                + " 1]}, {id: c, file: x, daily: true, keep: 7, max-size: 1GB}, {id: d, slack:"
                + " 'http://s'}, {id: e, ntfy: 'https://n/t'}, {id: f, email: [a@b.example], from:"
                + " c@b.example, smtp: {host: m, port: 25, security: none}}]"
                + source,
            true),
        arguments(
            "sinks: [{id: a, webhook: 'http://b'}]\n"
                + "routes: [{sinks: [a], group-by: story, group-wait: 1s}, {sinks: [a], digest:"
                + " {every: weekly, on: friday, at: 24:00}, quiet: [{days: [sunday]}], zone: UTC}]"
                + source,
            true),
        arguments(
            "sources: [{id: a, telegram: '@durov', headers:, tags: [a, b], trust: high}]", true),
        arguments("sources: [{id: a, archive: x.warc, tags: a}, {id: b, folder: x}]", true),
        arguments(
            "sources: [{id: a, folder: x, backfill: none}, {id: b, telegram: durov, backfill: 7d}]",
            true),
        arguments(
            "routes: [{sinks: [], types: [raised, updated, corrected, withdrawn, summary]}]"
                + source,
            true),
        // what both refuse
        arguments("sinks: {a: x}" + source, false),
        arguments("sinks: [{id: a, telegram: '1:aaaaaaaaaaaaaaaaaaaaaaaa'}]" + source, false),
        arguments("sinks: [{id: a, email: [a@b.example], from: c@b.example}]" + source, false),
        arguments("sinks: [{id: a, email: [], from: c@b, smtp: {host: m}}]" + source, false),
        arguments("sinks: [{id: a, email: [a@b], smtp: {host: m}}]" + source, false),
        arguments(
            "sinks: [{id: a, email: [a@b], from: c@b, smtp: {host: m, user: u}}]" + source, false),
        arguments("sinks: [{id: a, exec: []}]" + source, false),
        arguments("sinks: [{id: a, exec: ls}]" + source, false),
        arguments("sinks: [{id: a, file: x, slack: 'http://s'}]" + source, false),
        arguments("sinks: [{id: a, file: x, secret: s}]" + source, false),
        arguments("sinks: [{id: a, slack: 'http://s', template: t}]" + source, false),
        arguments("sinks: [{id: a}]" + source, false),
        arguments("sinks: [{id: A, webhook: 'http://b'}]" + source, false),
        arguments("sinks: [{id: a, webhook: 'ftp://b'}]" + source, false),
        arguments("sinks: [{id: a, webhook: 'http://u@b'}]" + source, false),
        arguments("routes: [{severity: high}]" + source, false),
        arguments("routes: [{sinks: [], digest: {every: monthly}}]" + source, false),
        arguments("routes: [{sinks: [], quiet: [{from: 7}]}]" + source, false),
        arguments("routes: [{sinks: [], types: [new]}]" + source, false),
        arguments("routes: [{sinks: [], types: [Raised]}]" + source, false),
        arguments("sources: [{id: a, archive: x.warc, backfill: all}]", false),
        arguments("sources: [{id: a, folder: x, backfill: some}]", false),
        arguments("pol: {}" + source, false),
        arguments("poll: {websub: {callback: 'https://a.example/hubs'}}" + source, false),
        arguments("poll: {websub: {callback: 'a.example', secret: '${env:KEY}'}}" + source, false),
        arguments("poll: {every: 5 minutes}" + source, false),
        arguments("poll: {workers: 0}" + source, false),
        arguments("poll: {max-size: 10}" + source, false),
        arguments("web: {enabled: yes}" + source, false),
        arguments("web: [8080]" + source, false),
        arguments("kafka: {topics: {replication-factor: 0}}" + source, false),
        arguments("kafka: {bootstrap.servers: broker}" + source, false),
        arguments("kafka: {bootstrap_servers: 'a:1'}" + source, false),
        arguments("sources: {a: x}", false),
        arguments("sources: [{folder: x}]", false),
        arguments("sources: [{id: a b, folder: x}]", false),
        arguments("sources: [{id: a}]", false),
        arguments("sources: [{id: a, folder: x, feed: 'demo:a'}]", false),
        arguments("sources: [{id: a, folder: x, full-text: auto}]", false),
        arguments("sources: [{id: a, folder: x, headers: {A: b}}]", false),
        arguments("sources: [{id: a, page: 'demo:a', links: a, pages: 2}]", false),
        arguments("sources: [{id: a, page: 'demo:a', links: a, time: b}]", false),
        arguments("sources: [{id: a, page: 'demo:a', include: news}]", false),
        arguments("sources: [{id: a, feed: 'demo:a', since: 1d}]", false),
        arguments("sources: [{id: a, feed: 'demo:a', headers: {Host: b}}]", false),
        arguments("sources: [{id: a, telegram: 'a b'}]", false),
        arguments("sources: [{id: a, archive: x, folder: y}]", false),
        arguments("sources: [{id: a, folder: y, identity: guid}]", false),
        arguments("sources: [{id: a, feed: 'demo:a', identity: url}]", false),
        arguments("sources: [{id: a, folder: y, trust: medium}]", false),
        arguments("sources: [{id: a, page: 'demo:a'}]", false),
        arguments("sources: [{id: a, feed: 'ftp://a.example/'}]", false),
        arguments("sources: [{id: a, feed: 'demo:a', full-text: never}]", false));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("configurations")
  void schemaAndReaderAgreeOnConfigurations(String yaml, boolean good) throws IOException {
    Path file = Files.writeString(home.resolve("vedette.yaml"), yaml);
    boolean read = succeeds(() -> ConfigReader.read(file, Map.of("WORKERS", "3")));
    assertThat(List.of(read, isValid("vedette", yaml))).containsExactly(good, good);
  }

  static Stream<Arguments> watchlists() {
    return Stream.of(
        // what both take
        arguments(
            entry("names: [A, 152, {name: Bbbbb, match: exact, fuzzy: 2, case: true}]"), true),
        arguments(entry("weak: [A], context: [B], not: [C]"), true),
        arguments(entry("query: a AND b, tests:, tags:, zones: [lead], languages: [KO]"), true),
        arguments(
            entry(
                "names: [A], silence: {reason: r, until: 2027-01-31T18:00+09:00}, min-score: 0.5"),
            true),
        arguments(entry("names: [A], max-per-hour: 5, repeat-interval: 1h"), true),
        arguments("watchlist: w\nmax-per-hour: off\nrepeat-interval: 0s\nentries:", true),
        arguments("watchlist: w\ntopic: true\nseverity: low\ntags: [t]\nentries:", true),
        arguments("watchlist: w\nimport: {format: names, file: [n.txt], kind: person}", true),
        arguments(
            "watchlist: w\n"
                + "entries:\n"
                + "import: {format: names, file: n.txt, kind: place, strong: [A], weak:,"
                + " programmes: [], except: [a]}",
            true),
        // what both refuse
        arguments("watchlist: w\nimport: {format: names, file: n.txt}", false),
        arguments("watchlist: w\nimport: {format: un-sc, file: n.txt, kind: person}", false),
        arguments("watchlist: w\nimport: {format: ofac, file: n.txt}", false),
        arguments("watchlist: w\nimport: {format: names, kind: person}", false),
        arguments("watchlist: w\nimport: {format: names, file: [], kind: person}", false),
        arguments("watchlist: w\nimport: [{format: names, file: n.txt, kind: person}]", false),
        arguments("watchlist: w", false),
        arguments("watchlist: W\nentries: []", false),
        arguments("entries: []", false),
        arguments(entry("name: A"), false),
        arguments(entry("names: A"), false),
        arguments(entry("names: [[A]]"), false),
        arguments(entry("names: [A, A]"), false),
        arguments(entry("names: [{match: exact}]"), false),
        arguments(entry("names: [{name: Bbbbb, match: fuzzy}]"), false),
        arguments(entry("names: [{name: Bbbbb, fuzzy: 3}]"), false),
        arguments(entry("weak: [A]"), false),
        arguments(entry("title: nothing to find"), false),
        arguments(entry("names: [A], severity: urgent"), false),
        arguments(entry("names: [A], zones: [headline]"), false),
        arguments(entry("names: [A], languages: [pt-BR]"), false),
        arguments(entry("names: [A], min-score: 1.5"), false),
        arguments(entry("names: [A], max-per-hour: 0"), false),
        arguments(entry("names: [A], max-per-hour: 100001"), false),
        arguments(entry("names: [A], max-per-hour: none"), false),
        arguments(entry("names: [A], repeat-interval: 60"), false),
        arguments(entry("names: [A], silence:"), false),
        arguments(entry("names: [A], silence: {reason: r, until: tomorrow}"), false),
        arguments(entry("names: [A], tests: {matches: [A]}"), false),
        arguments(entry("names: [A], import: x"), false));
  }

  private static String entry(String keys) {
    return "watchlist: w\nentries: [{id: x, kind: person, " + keys + "}]";
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("watchlists")
  void schemaAndReaderAgreeOnWatchlists(String yaml, boolean good) throws IOException {
    Files.writeString(home.resolve("n.txt"), "Orest Vardanov\n");
    Files.writeString(home.resolve("w.yaml"), yaml);
    boolean read = succeeds(() -> WatchlistReader.read(home));
    assertThat(List.of(read, isValid("watchlist", yaml))).containsExactly(good, good);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          tests:                                                      | true
          tests: [{article: A, alerts: []}]                           | true
          tests: [{article: {title: A}, alerts: [{entry: x}]}]        | true
          watchlist: w                                                | false
          tests: [{article: A}]                                       | false
          tests: [{alerts: []}]                                       | false
          tests: [{article: A, alerts: [{severity: low}]}]            | false
          tests: [{article: A, alerts: [{entry: x, score: 1}]}]       | false
          tests: [{article: {}, file: a, alerts: []}]                 | false
          """)
  void schemaAndReaderAgreeOnTests(String yaml, boolean good) throws IOException {
    Files.writeString(home.resolve("w.yaml"), entry("names: [A]"));
    Files.writeString(home.resolve("w-test.yaml"), yaml);
    boolean read = succeeds(() -> WatchlistReader.load(home, null));
    assertThat(List.of(read, isValid("watchtest", yaml))).containsExactly(good, good);
  }

  @TestFactory
  Stream<DynamicTest> shippedFilesAreValid() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    Path config = Path.of("config/vedette.yaml");
    if (Files.exists(config)) {
      tests.add(shipped("vedette", config));
      tests.add(
          dynamicTest(
              "all of them are read",
              () ->
                  assertThatCode(
                          () ->
                              WatchlistReader.read(
                                  ConfigReader.read(config, Map.of()).watchlistDirectory()))
                      .doesNotThrowAnyException()));
      for (Path file : WatchlistFiles.list(Path.of("config/watchlists"))) {
        tests.add(shipped("watchlist", file));
      }
      tests.add(shipped("watchtest", Path.of("config/watchlists/dprk-russia-arms-test.yaml")));
    }
    return tests.stream();
  }

  private static DynamicTest shipped(String schema, Path file) {
    return dynamicTest(
        file.toString(), () -> assertThat(errors(schema, Files.readString(file))).isEmpty());
  }

  private static boolean succeeds(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (ConfigException e) {
      return false;
    }
  }

  private static boolean isValid(String schema, String yaml) throws IOException {
    return errors(schema, yaml).isEmpty();
  }

  private static List<com.networknt.schema.Error> errors(String name, String yaml)
      throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json(name));
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    return schema.validate(JSON.<JsonNode>valueToTree(new Load(settings).loadFromString(yaml)));
  }

  private static JsonNode json(String name) throws IOException {
    try (InputStream in =
        SchemaTest.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
      return JSON.readTree(in);
    }
  }

  /** The keys of a schema, by the path of the section that they stand in. */
  private static Map<String, Set<String>> sections(String name) throws IOException {
    Map<String, Set<String>> sections = new TreeMap<>();
    JsonNode root = json(name);
    collect(root, root, "", sections);
    return sections;
  }

  private static void collect(
      JsonNode root, JsonNode node, String path, Map<String, Set<String>> sections) {
    JsonNode schema = node;
    while (schema.has("$ref")) {
      schema = root.at(schema.get("$ref").asText().substring(1));
    }
    for (JsonNode choice : schema.path("anyOf")) {
      collect(root, choice, path, sections);
    }
    if (schema.has("items")) {
      collect(root, schema.get("items"), path + "[]", sections);
    }
    for (var key : schema.path("properties").properties()) {
      sections.computeIfAbsent(path, p -> new TreeSet<>()).add(key.getKey());
      String below = path.isEmpty() ? key.getKey() : path + "." + key.getKey();
      collect(root, key.getValue(), below, sections);
    }
  }

  private static Map<String, Set<String>> asSets(Map<String, List<String>> sections) {
    return new TreeMap<>(
        sections.entrySet().stream()
            .collect(toMap(Map.Entry::getKey, section -> new HashSet<>(section.getValue()))));
  }
}
