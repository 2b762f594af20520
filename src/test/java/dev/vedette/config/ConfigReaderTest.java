package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.vedette.poll.PollSettings;
import dev.vedette.poll.Source;
import dev.vedette.sink.ConsoleSettings;
import dev.vedette.stream.AlertSettings;
import dev.vedette.stream.KafkaSettings;
import dev.vedette.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

  private static final String ONE_SOURCE = "sources: [{id: wire, feed: 'demo:wire.xml'}]\n";

  @TempDir Path home;

  @Test
  void whatIsNotSaidTakesItsDefault() throws IOException {
    Config config = read(ONE_SOURCE, Map.of());

    assertThat(config.file()).isEqualTo(home.resolve("config/vedette.yaml"));
    assertThat(config.dataDirectory()).isEqualTo(home.resolve("data"));
    assertThat(config.watchlistDirectory()).isEqualTo(home.resolve("config/watchlists"));
    assertThat(config.kafka()).isEqualTo(KafkaSettings.DEFAULTS);
    assertThat(config.poll()).isEqualTo(PollSettings.DEFAULTS);
    assertThat(config.alerts()).isEqualTo(AlertSettings.DEFAULTS);
    assertThat(config.web()).isEqualTo(WebSettings.DEFAULTS);
    assertThat(config.console()).isEqualTo(ConsoleSettings.DEFAULTS);
    assertThat(config.sources())
        .containsExactly(
            new Source.Feed(
                new Source.Settings("wire", "wire", Duration.ofMinutes(15), "", true),
                URI.create("demo:wire.xml"),
                Source.FullText.AUTO));
  }

  @Test
  void everyKeyIsRead() throws IOException {
    Config config =
        read(
            """
            data-directory: /var/lib/vedette
            watchlists: ../lists
            kafka:
              bootstrap.servers: a:9092, b:9093
              embedded: {port: 19092}
              topics: {partitions: 12, replication-factor: 3}
              security.protocol: SASL_SSL
              sasl.login.callback.handler.class: org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler
            poll: {every: 1h, adaptive: false, timeout: 500s, max-size: 512KB, host-spacing: 300ms, workers: 2, connections: 50, user-agent: Rider, contact: a@b.example, robots: false, allow-private: "reports.example, 10.1.0.0/16"}
            alerts: {story-window: 2d}
            web: {enabled: false, host: 0.0.0.0, port: 0, token-file: token, behind-proxy: true}
            console: {enabled: false, last: 0}
            sources:
              - {id: wire, feed: "https://мвд.рф/новости?x=1", title: The wire, every: 5m, language: pt-BR, enabled: false, full-text: page}
              - {id: ministry, page: "http://[::1]:8080/", links: "h2 > a[href]", text: article .body}
              - {id: drop, folder: ../inbox}
            """,
            Map.of());

    assertThat(config.dataDirectory()).isEqualTo(Path.of("/var/lib/vedette"));
    assertThat(config.watchlistDirectory()).isEqualTo(home.resolve("lists"));
    assertThat(config.kafka())
        .isEqualTo(
            new KafkaSettings(
                "a:9092,b:9093",
                19092,
                12,
                3,
                Map.of(
                    "security.protocol",
                    "SASL_SSL",
                    "sasl.login.callback.handler.class",
                    "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler")));
    assertThat(config.poll())
        .isEqualTo(
            new PollSettings(
                Duration.ofHours(1),
                false,
                Duration.ofSeconds(500),
                512 << 10,
                Duration.ofMillis(300),
                2,
                50,
                "Rider",
                "a@b.example",
                false,
                Set.of("reports.example", "10.1.0.0/16", "::1")));
    assertThat(config.alerts()).isEqualTo(new AlertSettings(Duration.ofDays(2)));
    assertThat(config.web())
        .isEqualTo(new WebSettings(false, "0.0.0.0", 0, home.resolve("config/token"), true));
    assertThat(config.console()).isEqualTo(new ConsoleSettings(false, 0));
    Duration hour = Duration.ofHours(1);
    assertThat(config.sources())
        .containsExactly(
            new Source.Feed(
                new Source.Settings("wire", "The wire", Duration.ofMinutes(5), "pt-BR", false),
                URI.create(
                    "https://xn--b1aew.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?x=1"),
                Source.FullText.PAGE),
            new Source.Page(
                new Source.Settings("ministry", "ministry", hour, "", true),
                URI.create("http://[::1]:8080/"),
                "h2 > a[href]",
                "article .body"),
            new Source.Folder(
                new Source.Settings("drop", "drop", hour, "", true), home.resolve("inbox")));
  }

  @Test
  void everyProblemIsReportedByItsPlace() {
    assertThat(
            problems(
                """
                sorces: []
                poll:
                  every: 5 minutes
                  every: 5m
                  retries: 3
                web: [8080]
                sources:
                  - id: wire
                    feed: ftp://example.org/feed
                    every: 100ms
                  - id: wire
                    folder: inbox
                    enabled: yes
                  - title: nobody
                    page: https://example.org/
                    full-text: auto
                """))
        .isEqualTo(
            """
            vedette.yaml:1:1: unknown key 'sorces' (expected: data-directory, watchlists, kafka, poll, alerts, web, console, sinks, routes or sources; did you mean sources?)
            vedette.yaml:3:10: poll.every: '5 minutes' (expected: a duration such as 30s, 15m or 24h)
            vedette.yaml:4:3: poll: duplicate key 'every' (expected: once; first in vedette.yaml:3)
            vedette.yaml:5:3: poll: unknown key 'retries' (expected: every, adaptive, timeout, max-size, host-spacing, workers, connections, user-agent, contact, robots, allow-private or websub)
            vedette.yaml:6:6: web: a list (expected: keys: enabled, host, port, token-file or behind-proxy)
            vedette.yaml:9:11: sources[0].feed: 'ftp://example.org/feed' (expected: an address that starts with http://, https:// or demo:)
            vedette.yaml:10:12: sources[0].every: '100ms' (expected: a duration from 1s to 30d)
            vedette.yaml:11:9: sources[1].id: 'wire' (expected: an id of its own; vedette.yaml:8 has the same)
            vedette.yaml:13:14: sources[1].enabled: 'yes' (expected: true or false)
            vedette.yaml:14:5: sources[2]: id is missing (expected: letters, digits, dots, hyphens and underscores)
            vedette.yaml:14:5: sources[2]: links is missing (expected: a CSS selector of the links to follow, or include with patterns of their addresses, or items where the articles stand on the page)
            vedette.yaml:16:5: sources[2]: key 'full-text' (expected: only with feed, not with page)\
            """);
  }

  static Stream<Arguments> mistakesOfOneValue() {
    return Stream.of(
        // durations, sizes, numbers
        wrong(
            "poll: {every: 1.5h}",
            "1:15: poll.every: '1.5h' (expected: a duration such as 30s, 15m or 24h)"),
        wrong(
            "poll: {timeout: 11m}",
            "1:17: poll.timeout: '11m' (expected: a duration from 1s to 10m)"),
        wrong(
            "poll: {max-size: 10}",
            "1:18: poll.max-size: '10' (expected: a size such as 512KB or 10MB)"),
        wrong(
            "poll: {max-size: 2GB}",
            "1:18: poll.max-size: '2GB' (expected: a size from 1KB to 100MB)"),
        wrong(
            "poll: {workers: 0}",
            "1:17: poll.workers: '0' (expected: a whole number from 1 to 256)"),
        wrong(
            "poll: {contact: the desk}",
            "1:17: poll.contact: 'the desk' (expected: an address of mail, or of a page that starts"
                + " with http:// or https://)"),
        wrong(
            "web: {port: 99999999999}",
            "1:13: web.port: '99999999999' (expected: a port from 1 to 65535, or 0 for any free"
                + " one)"),
        wrong(
            "kafka: {topics: {replication-factor: 0}}",
            "1:38: kafka.topics.replication-factor: '0' (expected: a whole number from 1 to 15, or"
                + " -1 for the broker's default)"),
        // nothing where something must be
        wrong(
            "poll: {every: }",
            "1:14: poll.every: nothing (expected: a duration such as 30s, 15m or 24h)"),
        wrong("data-directory: [a]", "1:17: data-directory: a list (expected: a path)"),
        wrong("? [a]\n: b", "1:3: a list (expected: a key)"),
        // what others could see
        wrong(
            "web: {host: 0.0.0.0}",
            "1:13: web.host: '0.0.0.0' (expected: a loopback address such as 127.0.0.1, or"
                + " web.token-file, which keeps strangers out, and web.behind-proxy: true, as the"
                + " page itself speaks no TLS)"),
        wrong(
            "web: {behind-proxy: true}",
            "1:21: web.behind-proxy: without web.token-file (expected: both, as a proxy lets others"
                + " in)"),
        // Kafka's own names
        wrong(
            "kafka: {bootstrap.server: 'a:1'}",
            "1:9: kafka: unknown key 'bootstrap.server' (expected: bootstrap.servers, embedded,"
                + " topics or a property of Kafka's clients; did you mean bootstrap.servers?)"),
        wrong(
            "kafka: {bootstrap.servers: broker}",
            "1:28: kafka.bootstrap.servers: 'broker' (expected: host:port, or several with commas"
                + " between them)"),
        wrong(
            "kafka: {group.id: x}",
            "1:9: kafka: key 'group.id' is refused (Vedette sets it itself)"),
        wrong(
            "kafka: {interceptor.classes: x.Y}",
            "1:9: kafka: key 'interceptor.classes' is refused (it would run code that is not"
                + " Vedette's)"),
        wrong(
            "kafka: {sasl.login.class: x.Y}",
            "1:27: kafka.sasl.login.class: 'x.Y' (expected: a class of"
                + " org.apache.kafka.common.security.*)"),
        wrong(
            "kafka: {sasl.jaas.config: 'com.sun.security.auth.module.JndiLoginModule required;'}",
            "1:27: kafka.sasl.jaas.config: <secret> (expected: a login module other than"
                + " JndiLoginModule and LdapLoginModule)"),
        wrong(
            "kafka: {linger.ms: soon}",
            "1:20: kafka.linger.ms: 'soon' (expected: a whole number within [0,...])"),
        wrong(
            "kafka: {security.protocol: TLS}",
            "1:28: kafka.security.protocol: 'TLS' (expected: PLAINTEXT, SASL_PLAINTEXT, SASL_SSL or"
                + " SSL)"),
        wrong(
            "kafka: {security.protocl: SSL}",
            "1:9: kafka: unknown key 'security.protocl' (expected: bootstrap.servers, embedded,"
                + " topics or a property of Kafka's clients; did you mean security.protocol?)"),
        wrong(
            "kafka: {ssl.cipher.suites: [a, b]}",
            "1:28: kafka.ssl.cipher.suites: a list (expected: one text, with commas between its"
                + " parts)"),
        wrong(
            "kafka: {ssl.keystore.password: }",
            "1:31: kafka.ssl.keystore.password: nothing (expected: a text)"),
        // sources
        wrong(
            "sources: {}",
            "1:10: sources: a mapping (expected: a list of sources, each with an id)"),
        wrong(
            "sources: [wire]",
            "1:11: sources[0]: 'wire' (expected: keys: id, feed, page, sitemap, telegram, folder,"
                + " archive, title, every, language, enabled, full-text, identity, text, links,"
                + " include, exclude, next, pages, items, time, author, since, headers, charset,"
                + " tags, trust or backfill)"),
        wrong(
            "sources: [{id: a}]",
            "1:11: sources[0]: says not what to read (expected: feed, page, sitemap, telegram,"
                + " folder or archive)"),
        wrong(
            "sources: [{id: a, folder: x, feed: 'demo:a'}]",
            "1:19: sources[0]: feed and folder (expected: only one of them)"),
        wrongAddress("wire.xml"),
        wrongAddress("https://"),
        wrongAddress("http:///feed"),
        wrongAddress("https://a b/"),
        wrongAddress("https://a.example:99999/"),
        wrongAddress("demo:../x"),
        wrongAddress("file:///etc/passwd"),
        wrong(
            "sources: [{id: a, page: 'demo:a', links: 'a >> b'}]",
            "1:46: sources[0].links: '> b' at 4 (expected: a CSS selector)"),
        wrong(
            "sources: [{id: a, page: 'demo:a', links: 'a['}]",
            "1:42: sources[0].links: 'a[' (expected: a CSS selector)"),
        wrong(
            "sources: [{id: a, feed: 'demo:a', language: english}]",
            "1:45: sources[0].language: 'english' (expected: a language tag such as en, uk or"
                + " pt-BR)"),
        // placeholders
        wrong(
            "poll: {websub: {callback: 'https://a.example/hubs?x', secret:"
                + " 0123456789abcdef0123456789abcdef}}",
            "1:27: poll.websub.callback: 'https://a.example/hubs?x' (expected: an address that"
                + " starts with https:// or http://, without a login, ? or #)"),
        wrong(
            "poll: {websub: {callback: 'https://a.example/hubs', secret: too short}}",
            "1:61: poll.websub.secret: <secret> (expected: at least 32 characters)"),
        wrong(
            "poll: {websub: {callback: 'https://a.example/hubs'}}",
            "1:16: poll.websub: secret is missing (expected: at least 32 characters)"),
        wrong(
            "web: {enabled: false}\n"
                + "poll: {websub: {callback: 'https://a.example/hubs', secret:"
                + " 0123456789abcdef0123456789abcdef}}",
            "2:1: websub needs the page's server (expected: web.enabled: true, or no websub)"),
        wrong(
            "poll: {allow-private: 'wiki.lan, 10.1.0.0/40'}",
            "1:23: poll.allow-private: 'wiki.lan, 10.1.0.0/40' (expected: a host, an address or a"
                + " range such as 10.1.0.0/16, or several with commas between them)"),
        wrong(
            "poll: {user-agent: 'x ${env:NO}'}",
            "1:23: poll.user-agent: '${env:NO}' (expected: the variable NO in the environment)"),
        wrong(
            "poll: {user-agent: '${HOME}'}",
            "1:20: poll.user-agent: '${HOME}' (expected: ${env:NAME} or ${file:/path})"),
        wrong(
            "poll: {user-agent: \"${file:\\0}\"}",
            "1:20: poll.user-agent: '${file:\\u0000}' (expected: ${env:NAME} or ${file:/path})"),
        wrong(
            "poll: {user-agent: 'x ${env:SECRET'}",
            "1:23: poll.user-agent: '${env:SECRET' (expected: ${env:NAME} or ${file:/path})"),
        wrong(
            "poll: {user-agent: '${file:nowhere}'}",
            "1:20: poll.user-agent: '${file:nowhere}' (expected: a file that can be read; it does"
                + " not exist)"),
        wrong(
            "poll: {workers: '${env:SECRET}'}",
            "1:17: poll.workers: '${env:SECRET}' (expected: a whole number from 1 to 256)"));
  }

  @ParameterizedTest
  @MethodSource("mistakesOfOneValue")
  void aMistakeIsNamedWithItsPlaceAndTheExpectation(String yaml, String expected) {
    String sources = yaml.startsWith("sources") ? "" : ONE_SOURCE;
    assertThat(problems(yaml + "\n" + sources)).isEqualTo(expected);
  }

  private static Arguments wrongAddress(String address) {
    return wrong(
        "sources: [{id: a, feed: '" + address + "'}]",
        "1:25: sources[0].feed: '"
            + address
            + "' (expected: an address that starts with http://, https:// or demo:)");
  }

  private static Arguments wrong(String yaml, String... messages) {
    return argumentSet(yaml, yaml, "vedette.yaml:" + String.join("\nvedette.yaml:", messages));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sources: [{id: a, feed: 'demo:a', enabled: false}]\n"})
  void onlyAServiceNeedsASourceThatIsOn(String yaml) throws IOException {
    Path file = read(yaml, Map.of()).file();

    ConfigException e =
        catchThrowableOfType(ConfigException.class, () -> ConfigReader.readToRun(file, Map.of()));

    assertThat(e)
        .hasMessageMatching(
            ".*vedette\\.yaml(:1:1)?: nothing to watch \\(expected: sources: with at least one that"
                + " is enabled\\)");
  }

  static Stream<Arguments> filesThatAreNoConfiguration() {
    return Stream.of(
        argumentSet(
            "a text",
            "hello\n",
            "vedette.yaml:1:1: 'hello' (expected: keys: data-directory, watchlists, kafka, poll,"
                + " alerts, web, console, sinks, routes or sources)"),
        argumentSet("tab", "poll:\n\tevery: 5m\n", "vedette.yaml:2:1: a tab (expected: spaces)"),
        argumentSet(
            "unquoted colon",
            "poll: every: 5m\n",
            "vedette.yaml:1:12: not YAML: a colon where no key can be (expected: quotes"
                + " around a text with a colon, or the indentation of the lines before)"),
        argumentSet(
            "a line too far left",
            "poll:\n    every: 5m\n  timeout: 30s\n",
            "vedette.yaml:3:3: not YAML: this does not go on as it began (expected: the same"
                + " indentation as the lines before)"),
        argumentSet(
            "unclosed quotation mark",
            "poll:\n  contact: \"desk@paper.example\n  every: 5m\n",
            "vedette.yaml:2:12: a quotation mark that is never closed (expected: another one where"
                + " the text ends)"),
        argumentSet(
            "unquoted asterisk",
            "poll:\n  contact: *desk\n",
            "vedette.yaml:2:12: not YAML: found undefined alias desk (expected: quotes around a"
                + " text with such a character)"),
        argumentSet(
            "unquoted placeholder between braces",
            "web: {port: ${env:PORT}}\n",
            "vedette.yaml:1:14: not YAML: expected ',' or '}', but got { (expected: quotes around"
                + " a text with such a character)"),
        argumentSet(
            "two documents",
            "poll:\n---\nweb:\n",
            "vedette.yaml:2:1: a second document (expected: only one in a file)"),
        argumentSet(
            "tag",
            "poll: !!java.net.URL x\n",
            "vedette.yaml:1:7: a tag, tag:yaml.org,2002:java.net.URL (expected: none)"),
        argumentSet(
            "deep",
            "[".repeat(100_000),
            "vedette.yaml:1:33: too deep (expected: at most 32 levels)"),
        argumentSet(
            "control character",
            "poll: \u0007\n",
            "vedette.yaml:1:7: a control character, U+0007 (expected: text)"));
  }

  @ParameterizedTest
  @MethodSource("filesThatAreNoConfiguration")
  void aFileThatIsNoConfigurationIsNamedWithTheReason(String yaml, String expected) {
    assertThat(problems(yaml)).isEqualTo(expected);
  }

  @Test
  void noSourceReadsWhatVedetteKeeps() {
    assertThat(problems("data-directory: ../in/data\nsources: [{id: drop, folder: ../in}]\n"))
        .isEqualTo(
            "vedette.yaml:2:1: the folder of source drop holds the data directory "
                + home.resolve("in/data")
                + " (expected: a folder without it)");
    assertThat(problems("data-directory: ../in\nsources: [{id: drop, folder: ../in/}]\n"))
        .startsWith("vedette.yaml:2:1: the folder of source drop holds the data directory ");
  }

  private String problems(String yaml) {
    return problems(yaml, Map.of("SECRET", "hunter2"));
  }

  private String problems(String yaml, Map<String, String> environment) {
    ConfigException e = catchThrowableOfType(ConfigException.class, () -> read(yaml, environment));
    return e == null ? "none" : e.getMessage().replace(home + "/config/", "");
  }

  private Config read(String yaml, Map<String, String> environment) throws IOException {
    Path file = home.resolve("config/vedette.yaml");
    Files.createDirectories(file.getParent());
    return ConfigReader.read(Files.writeString(file, yaml), environment);
  }
}
