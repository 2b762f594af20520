package dev.vedette.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vedette.config.WatchlistReader;
import dev.vedette.watchlist.Name;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/watchlists.md}: what it shows is what there is, and what it prints is printed. */
class GuideIT {

  private static final Path GUIDE = Path.of("docs/watchlists.md");
  private static final Path EXAMPLES = Path.of("docs/examples");
  private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");
  private static final Pattern COMMAND =
      Pattern.compile("(?ms)^```console\n\\$ \\./vedette ([^\n]*)\n(.*?)^```$");

  /** What differs from day to day. */
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d( \\d\\d:\\d\\d:\\d\\d)?");

  @TempDir Path directory;

  @Test
  void everyExampleStandsInTheFiles() throws IOException {
    String files =
        Stream.of("watchlists/guide.yaml", "candidate/guide.yaml", "lists/sanctions.yaml")
            .map(name -> read(EXAMPLES.resolve(name)))
            .collect(joining());
    List<String> examples = found(YAML).map(block -> block.group(1)).toList();

    assertThat(examples).hasSizeGreaterThan(4).allSatisfy(one -> assertThat(files).contains(one));
  }

  @Test
  void theListIsImportedByTheWatchlistThatAsksForIt() {
    assertThat(WatchlistReader.entries(EXAMPLES.resolve("lists/sanctions.yaml")))
        .extracting(entry -> entry.id() + entry.names().stream().map(Name::text).toList())
        .containsExactly("os-q1[Orest Vardanov, Орест Варданов]", "os-q2[FORTUNE, IMO 9000001]");
  }

  /** In their order, after the service has read the examples. */
  @TestFactory
  Stream<DynamicTest> everyCommandPrintsWhatIsShown() throws IOException {
    copy();
    try (ServiceProcess service =
        ServiceProcess.start(
            directory.resolve("service.out"), Map.of(), "run", "--config", config())) {
      await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> service.output().split("score", -1).length == 6);
      service.stop();
    }
    return found(COMMAND)
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.group(1),
                    () ->
                        assertThat(timeless(run(block.group(1))))
                            .isEqualTo(timeless(block.group(2)))));
  }

  private static Stream<MatchResult> found(Pattern pattern) {
    return pattern.matcher(read(GUIDE)).results();
  }

  /** Where its data may lie beside it. */
  private void copy() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = directory.resolve(file.toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private String config() {
    return directory.resolve(EXAMPLES).resolve("vedette.yaml").toString();
  }

  private String run(String command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> arguments = new ArrayList<>();
    for (String argument : command.split(" ", -1)) {
      arguments.add(
          argument.startsWith("docs/") ? directory.resolve(argument).toString() : argument);
    }
    arguments.addAll(List.of("--config", config()));
    int exit =
        Main.commandLine(new PrintWriter(out), new PrintWriter(err))
            .execute(arguments.toArray(String[]::new));
    assertThat(exit).as(err.toString()).isZero();
    return (out + err.toString()).replace(directory + "/", "");
  }

  private static String timeless(String output) {
    return TIME.matcher(output).replaceAll("TIME");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
