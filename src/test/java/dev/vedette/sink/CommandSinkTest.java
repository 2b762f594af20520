package dev.vedette.sink;

import static dev.vedette.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.document.Secrets;
import dev.vedette.stream.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class CommandSinkTest {

  @TempDir Path directory;

  @Test
  void alertsAreLinesOnStandardInputHoweverMany() throws IOException {
    var many = IntStream.range(0, 500).mapToObj(n -> alert().article("n" + n).build()).toList();

    assertThat(run(new Notification(Notification.Kind.DIGEST, many), "cat > told"))
        .isEqualTo(new Delivery.Delivered());
    assertThat(Files.readAllLines(directory.resolve("told")))
        .isEqualTo(many.stream().map(Json::line).toList());
    assertThat(run(new Notification(Notification.Kind.DIGEST, many), "exit 0"))
        .as("it need not read")
        .isEqualTo(new Delivery.Delivered());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exit 65                            | Rejected[why=sh ended with 65]
          exit 1                             | Postponed[after=null, why=sh ended with 1]
          echo 'no hunter2'; echo b >&2; exit 75 | Postponed[after=null, why=sh ended with 75: no <secret> b]
          sleep 60 & sleep 60                | Postponed[after=null, why=sh ran for more than 1 s]
          """)
  void whatItsEndMeans(String script, String delivery) {
    assertThat(run(Notification.of(alert().build()), script)).hasToString(delivery);
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    CommandSettings settings =
        new CommandSettings(
            "x", List.of("no-such-program", "hunter2"), directory, Duration.ofSeconds(1));
    assertThat(
            settings
                .open(Json.mapper()::valueToTree, Secrets.of(List.of("hunter2")))
                .deliver(Notification.of(alert().build())))
        .isInstanceOfSatisfying(
            Delivery.Postponed.class,
            it ->
                assertThat(it.why())
                    .startsWith("cannot run no-such-program: ")
                    .doesNotContain("hunter2"));
  }

  private Delivery run(Notification notification, String script) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", script));
    CommandSettings settings = new CommandSettings("x", command, directory, Duration.ofSeconds(1));
    return settings
        .open(Json.mapper()::valueToTree, Secrets.of(List.of("hunter2")))
        .deliver(notification);
  }
}
