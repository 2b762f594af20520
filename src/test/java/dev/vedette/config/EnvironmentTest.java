package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

  private static final String SECRET = "hunter2";

  @TempDir Path home;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    write("web: {port: 1}\nsources: [{id: wire, feed: 'demo:wire.xml'}]\n");
  }

  @Test
  void aVariableGoesBeforeTheFile() {
    Config config =
        read(
            Map.of(
                "VEDETTE_DATA_DIRECTORY", "/data",
                "VEDETTE_WATCHLISTS", "lists",
                "VEDETTE_KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
                "VEDETTE_KAFKA_EMBEDDED_PORT", "19092",
                "VEDETTE_KAFKA_SASL_JAAS_CONFIG", "x.ScramLoginModule required;",
                "VEDETTE_POLL_HOST_SPACING", "0s",
                "VEDETTE_WEB_PORT", "8081",
                "VEDETTE_CONSOLE_LAST", "3"));

    assertThat(config.dataDirectory()).isEqualTo(Path.of("/data"));
    assertThat(config.watchlistDirectory()).isEqualTo(home.resolve("lists"));
    assertThat(config.kafka().bootstrapServers()).isEqualTo("broker:9092");
    assertThat(config.kafka().embeddedPort()).isEqualTo(19092);
    assertThat(config.kafka().properties())
        .isEqualTo(Map.of("sasl.jaas.config", "x.ScramLoginModule required;"));
    assertThat(config.poll().hostSpacing()).isZero();
    assertThat(config.web().port()).isEqualTo(8081);
    assertThat(config.console().last()).isEqualTo(3);
  }

  @Test
  void everySingleValueOutsideListsHasItsVariable() {
    assertThat(ConfigKeys.variables())
        .containsEntry("VEDETTE_POLL_EVERY", "poll.every")
        .containsEntry("VEDETTE_KAFKA_TOPICS_REPLICATION_FACTOR", "kafka.topics.replication-factor")
        .containsEntry("VEDETTE_KAFKA_SSL_KEYSTORE_PASSWORD", "kafka.ssl.keystore.password")
        .doesNotContainKeys("VEDETTE_SOURCES", "VEDETTE_KAFKA", "VEDETTE_WEB");
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # a wrong value is the variable's mistake, not the file's
          VEDETTE_WEB_PORT        | tcp://10.0.0.1:80 | VEDETTE_WEB_PORT: 'tcp://10.0.0.1:80' (expected: a port from 1 to 65535, or 0 for any free one)
          VEDETTE_WEB_HOST        | 0.0.0.0           | VEDETTE_WEB_HOST: '0.0.0.0' (expected: a loopback address such as 127.0.0.1, or web.token-file, which keeps strangers out, and web.behind-proxy: true, as the page itself speaks no TLS)
          VEDETTE_KAFKA_GROUP_ID  | x                 | VEDETTE_KAFKA_GROUP_ID: refused (Vedette sets it itself)
          VEDETTE_POLL_EVERY      | ${env:NO}         | VEDETTE_POLL_EVERY: '${env:NO}' (expected: the variable NO in the environment)
          # a variable that no key goes with
          VEDETTE_WEB_PROT        | 1                 | VEDETTE_WEB_PROT: unknown variable (expected: VEDETTE_ and a key, such as VEDETTE_WEB_PORT; did you mean VEDETTE_WEB_PORT?)
          VEDETTE_FOO             | 1                 | VEDETTE_FOO: unknown variable (expected: VEDETTE_ and a key, such as VEDETTE_WEB_PORT)
          # what is for the launcher, what Kubernetes sets, what is set to nothing, what is not ours
          VEDETTE_HOME            | /opt              | none
          VEDETTE_CONFIG          | x                 | none
          VEDETTE_JAVA_OPTS       | -Xmx1g            | none
          VEDETTE_LOG_LEVEL       | DEBUG             | none
          VEDETTE_SERVICE_HOST    | 10.0.0.1          | none
          VEDETTE_PORT_80_TCP     | tcp://10.0.0.1:80 | none
          VEDETTE_WEB_PORT        | ``                | none
          PATH                    | /bin              | none
          """)
  void aMistakeInAVariableIsNamedByIt(String variable, String value, String expected) {
    String place = expected.equals("none") ? "" : "environment: ";
    assertThat(problems(Map.of(variable, value))).isEqualTo(place + expected);
  }

  @Test
  void placeholdersAreFilledIn() throws IOException {
    Files.writeString(home.resolve("secret.txt"), SECRET + "\n");
    write(
        """
        kafka:
          ssl.keystore.password: ${file:secret.txt}
          ssl.key.password: ${file:%s}
          sasl.jaas.config: x required password="${env:SECRET}";
        poll: {user-agent: "${env:LITERAL}", workers: "${env:WORKERS}"}
        sources: [{id: wire, feed: "https://example.org/?key=${env:SECRET}"}]
        """
            .formatted(home.resolve("secret.txt")));

    Config config =
        read(Map.of("SECRET", SECRET, "LITERAL", "${env:SECRET} \\1 $1", "WORKERS", "5"));

    assertThat(config.kafka().properties())
        .isEqualTo(
            Map.of(
                "ssl.keystore.password", SECRET,
                "ssl.key.password", SECRET,
                "sasl.jaas.config", "x required password=\"hunter2\";"));
    assertThat(config.poll().userAgent()).isEqualTo("${env:SECRET} \\1 $1");
    assertThat(config.poll().workers()).isEqualTo(5);
    assertThat(config.toString()).doesNotContain(SECRET);
  }

  /** Wherever a secret lands, and however wrong it is there, no message repeats it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          data-directory   | data-directory: "${env:NUL}"
          brokers          | kafka: {bootstrap.servers: "${env:SECRET}"}
          Kafka number     | kafka: {linger.ms: "${env:SECRET}"}
          Kafka class      | kafka: {sasl.login.class: "${env:SECRET}"}
          login module     | kafka: {sasl.jaas.config: "${env:JNDI}"}
          duration         | poll: {every: "${env:SECRET}"}
          size             | poll: {max-size: "${file:secret.txt}"}
          number           | poll: {workers: "${env:SECRET}"}
          boolean          | web: {enabled: "${env:SECRET}"}
          host             | web: {host: "${env:SECRET}"}
          section          | web: "${env:SECRET}"
          key              | "${env:SECRET}": 1
          address          | sources: [{id: a, feed: "${env:SECRET}"}]
          selector         | sources: [{id: a, page: 'demo:a', links: "a >> ${env:SECRET}"}]
          id               | sources: [{id: "${env:NUL}", folder: x}]
          same id          | sources: [{id: "${env:SECRET}", folder: x}, {id: "${env:SECRET}", folder: x}]
          language         | sources: [{id: a, folder: x, language: "${env:SECRET}"}]
          """)
  void aSecretIsInNoMessage(String place, String yaml) throws IOException {
    Files.writeString(home.resolve("secret.txt"), SECRET);
    write(yaml);

    String problems =
        problems(
            Map.of("SECRET", SECRET, "NUL", SECRET + "\0", "JNDI", "JndiLoginModule " + SECRET));

    assertThat(problems).as(place).contains("vedette.yaml:1:").doesNotContain(SECRET);
  }

  private void write(String yaml) throws IOException {
    file = Files.writeString(home.resolve("vedette.yaml"), yaml);
  }

  private Config read(Map<String, String> environment) {
    return ConfigReader.read(file, new HashMap<>(environment));
  }

  private String problems(Map<String, String> environment) {
    ConfigException e = catchThrowableOfType(ConfigException.class, () -> read(environment));
    return e == null ? "none" : e.getMessage();
  }
}
