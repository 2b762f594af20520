package dev.vedette.sink;

import static dev.vedette.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.Samples;
import dev.vedette.stream.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {

  private static final AlertJson JSON = Json.mapper()::valueToTree;
  private static final int LINE = JSON.of(alert().build()).toString().length() + 1;

  @TempDir Path directory;
  private Path file;
  private Instant now = Samples.NOON;

  @BeforeEach
  void name() {
    file = directory.resolve("out/alerts.jsonl");
  }

  @Test
  void aLineForEachAlert() throws IOException {
    var two = List.of(alert().build(), alert().article("b").build());
    try (FileSink sink = sink(1 << 20, false, 0)) {
      deliver(sink, new Notification(Notification.Kind.GROUP, two));
      deliver(sink, Notification.of(two.get(0)));
    }

    assertThat(Files.readAllLines(file))
        .containsExactly(Json.line(two.get(0)), Json.line(two.get(1)), Json.line(two.get(0)));
  }

  @Test
  void aLineThatACrashCutShortIsCutOff() throws IOException {
    write(2);
    Files.writeString(file, "{\"schema\": \"vedette.al", StandardOpenOption.APPEND);
    write(1);

    assertThat(Files.readAllLines(file)).hasSize(3).allMatch(line -> line.endsWith("}"));
  }

  @Test
  void aFullFileIsPutAsideUnderTheTime() throws IOException {
    try (FileSink sink = sink(2L * LINE, false, 0)) {
      for (int n = 0; n < 5; n++) {
        deliver(sink, Notification.of(alert().build()));
      }
    }

    assertThat(names())
        .containsExactly(
            "alerts-20261123-120000-2.jsonl", "alerts-20261123-120000.jsonl", "alerts.jsonl");
    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  @Test
  void aDayHasItsOwnFileWhetherOrNotItWasRunningAtMidnight() throws IOException {
    FileSink sink = sink(1 << 20, true, 0);
    deliver(sink, Notification.of(alert().build()));
    now = now.plus(Duration.ofHours(13));
    deliver(sink(1 << 20, true, 0), Notification.of(alert().build()));
    assertThat(names()).as("last written today, by the clock of this machine").hasSize(2);

    Files.setLastModifiedTime(file, FileTime.from(now));
    deliver(sink(1 << 20, true, 0), Notification.of(alert().build()));
    assertThat(names()).hasSize(2);
    now = now.plus(Duration.ofDays(1));
    deliver(sink(1 << 20, true, 0), Notification.of(alert().build()));
    assertThat(names()).hasSize(3);
  }

  @Test
  void theOldestGoWhereOnlySomeAreKeptAndNothingElse() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file.resolveSibling("alerts-mine.jsonl"), "x");
    try (FileSink sink = sink(LINE, false, 2)) {
      for (int n = 0; n < 6; n++) {
        deliver(sink, Notification.of(alert().build()));
        now = now.plusSeconds(1);
      }
    }

    assertThat(names())
        .containsExactly(
            "alerts-20261123-120004.jsonl",
            "alerts-20261123-120005.jsonl",
            "alerts-mine.jsonl",
            "alerts.jsonl");
  }

  @Test
  void aFileThatOthersMovedIsBegunAnew() throws IOException {
    try (FileSink sink = sink(1 << 20, false, 0)) {
      deliver(sink, Notification.of(alert().build()));
      Files.move(file, file.resolveSibling("moved"));
      deliver(sink, Notification.of(alert().build()));
    }
    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  @Test
  void aFileThatOthersPutInItsPlaceIsWrittenTo() throws IOException {
    try (FileSink sink = sink(1 << 20, false, 0)) {
      deliver(sink, Notification.of(alert().build()));
      Files.move(file, file.resolveSibling("rotated")); // logrotate, with create
      Files.createFile(file);
      deliver(sink, Notification.of(alert().build()));
    }

    assertThat(Files.readAllLines(file)).hasSize(1);
    assertThat(Files.readAllLines(file.resolveSibling("rotated"))).hasSize(1);
  }

  @Test
  void aFileThatOthersEmptiedIsWrittenToFromItsBeginning() throws IOException {
    try (FileSink sink = sink(1 << 20, false, 0)) {
      deliver(sink, Notification.of(alert().build()));
      Files.write(file, new byte[0]); // logrotate, with copytruncate
      deliver(sink, Notification.of(alert().build()));
    }

    assertThat(Files.readString(file)).startsWith("{").hasLineCount(1);
  }

  @Test
  void whereItCannotWriteItTriesAgain() throws IOException {
    Files.createDirectories(file);
    try (FileSink sink = sink(1 << 20, false, 0)) {
      assertThat(sink.deliver(Notification.of(alert().build())))
          .isInstanceOfSatisfying(
              Delivery.Postponed.class,
              it -> assertThat(it.why()).startsWith("cannot write " + file + ": "));
    }
  }

  private void write(int count) {
    try (FileSink sink = sink(1 << 20, false, 0)) {
      for (int n = 0; n < count; n++) {
        deliver(sink, Notification.of(alert().build()));
      }
    }
  }

  private FileSink sink(long max, boolean daily, int keep) {
    Clock clock =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    return new FileSink(new FileSettings("file", file, max, daily, keep), JSON, clock);
  }

  private static void deliver(FileSink sink, Notification notification) {
    assertThat(sink.deliver(notification)).isEqualTo(new Delivery.Delivered());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
