package dev.vedette.history;

import static dev.vedette.Samples.NOON;
import static dev.vedette.history.HistoryFixture.alert;
import static dev.vedette.history.HistoryFixture.at;
import static dev.vedette.history.HistoryFixture.copyOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Feedback;
import dev.vedette.history.Place.Log;
import dev.vedette.stream.Json;
import dev.vedette.watchlist.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertHistoryTest {

  @TempDir Path directory;
  private AlertHistory history;

  @BeforeEach
  void open() {
    history = AlertHistory.open(directory, Json.mapper(), "cluster");
  }

  @AfterEach
  void close() throws IOException {
    history.close();
  }

  @Test
  void givesTheNewestFirstAndGoesOnWhereAPartEnds() {
    for (int i = 0; i < 25; i++) {
      history.add(
          alert("id-" + i, i / 2, "Headline", "He met Sergei Shoigu."), at(i)); // two a second
    }
    history.show();

    List<String> ids = new ArrayList<>();
    String next = null;
    do {
      Found<Filed> part = history.search(AlertFilter.ALL, 10, next);
      assertThat(part.total()).isEqualTo(25);
      part.items().forEach(filed -> ids.add(filed.alert().id()));
      next = part.next();
    } while (next != null);

    assertThat(ids).hasSize(25).doesNotHaveDuplicates().first().isEqualTo("id-24");
    assertThatThrownBy(() -> history.search(AlertFilter.ALL, 10, "x"))
        .hasMessage("after: 'x' (expected: what an earlier answer gave as next)");
  }

  @Test
  void everyFilterFindsWhatAskingEachAlertFinds() {
    List<Alert> all = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      all.add(
          alert(
              "id-" + i,
              i,
              i % 2 == 0 ? "arms" : "ships",
              "entry-" + i % 4,
              Severity.values()[i % 4],
              "source-" + i % 8,
              i % 3 == 0 ? "zh-Hant" : "en",
              i % 5 == 0 ? "Convoy" : "Harbour",
              "…"));
    }
    for (int i = 0; i < all.size(); i++) {
      history.add(all.get(i), at(i));
    }
    history.show();

    check(all, filter().watchlists("arms"), alert -> alert.watchlist().equals("arms"));
    check(all, filter().entries("entry-1"), alert -> alert.entry().equals("entry-1"));
    check(
        all,
        filter().entries("entry-1").sources("source-1"),
        alert -> alert.entry().equals("entry-1") && alert.article().source().equals("source-1"));
    check(
        all,
        filter().severities(Severity.HIGH, Severity.CRITICAL),
        alert -> alert.severity().compareTo(Severity.HIGH) >= 0);
    check(all, filter().languages("zh"), alert -> alert.article().language().equals("zh-Hant"));
    check(
        all, filter().languages("zh-hant"), alert -> alert.article().language().equals("zh-Hant"));
    check(all, filter().text("convoy"), alert -> alert.article().title().equals("Convoy"));
    check(
        all,
        filter().between(10, 20),
        alert ->
            !alert.raisedAt().isBefore(NOON.plusSeconds(10))
                && alert.raisedAt().isBefore(NOON.plusSeconds(20)));
    check(all, filter().entries("entry-1").text("absent"), alert -> false);
  }

  private void check(List<Alert> all, FilterBuilder filter, Predicate<Alert> naive) {
    assertThat(history.search(filter.build(), 200, null).items())
        .extracting(filed -> filed.alert().id())
        .containsExactlyInAnyOrderElementsOf(all.stream().filter(naive).map(Alert::id).toList());
  }

  @Test
  void aCopyIsNoAlertOfItsOwnAndStaysWhereItWas() {
    Alert first = alert(1);
    history.add(first, at(0));
    history.add(alert(2), at(1));
    history.add(copyOf(first, 60), at(3));
    history.show();

    Found<Filed> found = history.search(AlertFilter.ALL, 10, null);
    assertThat(found.items())
        .extracting(filed -> filed.alert().id())
        .containsExactly("alert-2", "alert-1");
    Filed filed = found.items().get(1);
    assertThat(filed.state()).isEqualTo(Alert.Type.UPDATED);
    assertThat(filed.changedAt()).isEqualTo(NOON.plusSeconds(60));
    assertThat(filed.alert().article()).isEqualTo(first.article());
    assertThat(filed.alert().story().totalCopies()).isEqualTo(1);
    assertThat(filed.events()).extracting(Filed.Event::source).containsExactly("wire", "agency");
  }

  @Test
  void whatWasSaidIsKnownWhicheverIsReadFirst() {
    say("alert-1", Feedback.Kind.FALSE_ALARM, 0);
    history.add(alert(1), at(0));
    history.add(alert(2), at(1));
    history.show();
    say("alert-2", Feedback.Kind.IMPORTANT, 1);
    assertThat(history.show()).extracting(filed -> filed.alert().id()).containsExactly("alert-2");

    assertThat(marked(Feedback.Kind.FALSE_ALARM)).containsExactly("alert-1");
    assertThat(marked(Feedback.Kind.IMPORTANT)).containsExactly("alert-2");
    assertThat(history.tallies(AlertFilter.ALL))
        .isEqualTo(Map.of("shoigu", new Tally(2, 1, 1, NOON.plusSeconds(2))));
    assertThat(history.tallies(AlertFilter.ALL.entries(Set.of("kim")))).isEmpty();

    history.say(Feedback.keyOfAlert("alert-2"), null, new Place(Log.FEEDBACK, 0, 2));
    history.show();
    assertThat(marked(Feedback.Kind.IMPORTANT)).isEmpty();
    assertThat(history.search(filter().unmarked().build(), 10, null).total()).isEqualTo(1);
  }

  private void say(String alert, Feedback.Kind kind, long offset) {
    Feedback said = new Feedback(kind, alert, "a note", "Ann", NOON, null);
    history.say(said.key(), said, new Place(Log.FEEDBACK, 0, offset));
  }

  private Stream<String> marked(Feedback.Kind kind) {
    return history.search(filter().feedback(kind).build(), 10, null).items().stream()
        .map(filed -> filed.alert().id());
  }

  @Test
  void silencesAreListedUntilTheyAreTakenBack() {
    Feedback silence = new Feedback(Feedback.Kind.SILENCE, "shoigu", "leave", "Ann", NOON, null);
    history.say(silence.key(), silence, new Place(Log.FEEDBACK, 1, 0));
    history.show();
    assertThat(history.silences()).containsExactly(silence);

    history.say(silence.key(), null, new Place(Log.FEEDBACK, 1, 1));
    history.show();
    assertThat(history.silences()).isEmpty();
  }

  @Test
  void afterACrashReadingGoesOnWhereTheDocumentsEnd(@TempDir Path image) throws IOException {
    history.add(alert(1), at(0));
    history.show();
    history.commit();
    history.add(alert(2), at(1));
    history.show();
    copy(directory, image); // as a power cut would leave it

    try (AlertHistory again = AlertHistory.open(image, Json.mapper(), "cluster")) {
      assertThat(again.search(AlertFilter.ALL, 10, null).total()).isEqualTo(1);
      assertThat(again.positions().next(Log.ALERTS, 1)).isZero();
      for (int offset = 0; offset < 3; offset++) {
        again.add(alert(offset + 1), at(offset));
      }
      again.show();
      assertThat(again.search(AlertFilter.ALL, 10, null).total()).isEqualTo(3);
      assertThat(again.find("alert-1").orElseThrow().events()).hasSize(1);
    }
  }

  @Test
  void afterTheDiskWasFullItGoesOnWithoutAStart(@TempDir Path small) throws IOException {
    AtomicBoolean full = new AtomicBoolean();
    try (AlertHistory here =
        AlertHistory.open(small, Json.mapper(), "cluster", path -> new SmallDisk(path, full))) {
      here.add(alert(1), at(0));
      here.show();
      here.commit();
      here.add(alert(2), at(1));
      full.set(true);
      assertThatThrownBy(here::show).hasMessageContaining("No space left on device");
      assertThatThrownBy(() -> here.add(alert(3), at(2))).isInstanceOf(RuntimeException.class);
      assertThat(here.positions().include(at(2))).as("what was not written is not read").isFalse();
      assertThat(here.search(AlertFilter.ALL, 10, null).total()).isEqualTo(1);

      full.set(false);
      here.reopen();
      assertThat(here.positions().include(at(0))).isTrue();
      for (int offset = 0; offset < 3; offset++) {
        here.add(alert(offset + 1), at(offset));
      }
      assertThat(here.show()).hasSize(2);
      here.commit();
      assertThat(here.search(AlertFilter.ALL, 10, null).total()).isEqualTo(3);
    }
  }

  /** A disk that takes nothing more while it is full. */
  private static final class SmallDisk extends FilterDirectory {

    private final AtomicBoolean full;

    SmallDisk(Path path, AtomicBoolean full) throws IOException {
      super(FSDirectory.open(path));
      this.full = full;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      if (full.get()) {
        throw new IOException("No space left on device");
      }
      return super.createOutput(name, context);
    }
  }

  @Test
  void ofAnotherClusterOrDamagedItBeginsAnew() throws IOException {
    history.add(alert(1), at(0));
    history.close();
    history = AlertHistory.open(directory, Json.mapper(), "another");
    assertThat(history.positions()).isEqualTo(Positions.START);
    assertThat(history.search(AlertFilter.ALL, 10, null).total()).isZero();

    history.add(alert(1), at(0));
    history.close();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".si")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    history = AlertHistory.open(directory, Json.mapper(), "another");
    assertThat(history.positions()).isEqualTo(Positions.START);
  }

  @Test
  void tellsWhatHasChangedSinceAPosition() {
    history.add(alert(1), at(0));
    history.add(alert(2), at(1));
    history.show();
    Positions before = history.positions();
    assertThat(history.since(before, 10)).contains(List.of());

    history.add(alert(3), at(2));
    history.add(copyOf(alert(1), 60), at(3));
    history.show();
    say("alert-2", Feedback.Kind.SEEN, 0);
    history.show();

    assertThat(history.since(before, 10).orElseThrow())
        .extracting(filed -> filed.alert().id())
        .containsExactlyInAnyOrder("alert-1", "alert-2", "alert-3");
    assertThat(history.since(before, 2)).isEmpty();
    assertThat(Positions.parse(before.toString())).contains(before);
    assertThat(Positions.parse("alerts.0")).isEmpty();
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(
      strings = {"", "alerts=", "alerts=2s", "alerts=,,9 feedback=3,,1", "articles=zzzzzzzzzzzz"})
  void positionsAreAText(String text) {
    Positions read = Positions.parse(text).orElseThrow();

    assertThat(read.toString()).isEqualTo(text.equals("alerts=") ? "" : text);
    assertThat(Positions.parse(read.toString())).contains(read);
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(
      strings = {
        "alerts",
        "alerts=-1",
        "alerts=1 ",
        "news=1",
        "alerts=1;2",
        "ALERTS=1",
        "alerts=1,1000000000000"
      })
  void anyOtherTextIsNoPositions(String text) {
    assertThat(Positions.parse(text)).isEmpty();
  }

  @Test
  void noLengthOfATextIsTooMuchForTheStack() {
    String commas = ",".repeat(60_000);

    assertThat(Positions.parse("alerts=" + commas)).contains(Positions.START);
    assertThat(Positions.parse("alerts=" + commas + "-")).isEmpty();
    assertThat(Positions.parse("alerts=" + commas + "1").orElseThrow().next(Log.ALERTS, 60_000))
        .isEqualTo(1);
  }

  @Test
  void positionsOfAThousandPartitionsFitIntoAHeader() {
    Positions positions = Positions.START;
    for (int partition = 0; partition < 1_000; partition++) {
      positions = positions.at(Log.ALERTS, partition, 2_000_000_000L + partition);
      positions = positions.at(Log.FEEDBACK, partition, partition + 1L);
    }

    assertThat(positions.toString()).hasSizeLessThan(16_000);
    assertThat(Positions.parse(positions.toString())).contains(positions);
    assertThat(positions.next(Log.ALERTS, 999)).isEqualTo(2_000_000_999L);
    for (int partition = 0; partition < 2_000; partition++) {
      history.add(alert(partition), new Place(Log.ALERTS, partition, 0));
    }
    history.show();
    assertThat(history.since(Positions.START, 5_000)).as("too much to be told").isEmpty();
    Positions before = history.positions();
    history.add(alert(2_000), new Place(Log.ALERTS, 7, 1));
    history.show();
    assertThat(history.since(before, 10).orElseThrow()).hasSize(1);
  }

  @Test
  void countsByEntryAndStretchOfTime() {
    for (int i = 0; i < 10; i++) {
      history.add(
          alert("id-" + i, i * 60, "list", "entry-" + i % 2, Severity.LOW, "wire", "en", "", ""),
          at(i));
    }
    history.show();

    Map<String, int[]> counts = history.counts(AlertFilter.ALL, NOON, 300_000, 2);

    assertThat(counts).containsOnlyKeys("entry-0", "entry-1");
    assertThat(counts.get("entry-0")).containsExactly(3, 2);
    assertThat(counts.get("entry-1")).containsExactly(2, 3);
  }

  @Test
  void forgetsWhatItsTopicHasForgotten() {
    for (int i = 0; i < 6; i++) {
      history.add(alert(i), at(i));
    }
    history.show();
    history.forget(new Place(Log.ALERTS, 0, 1));
    history.show();

    assertThat(history.find("alert-0")).isEmpty();
    assertThat(history.find("alert-1")).isPresent();
    assertThat(history.find("alert-3")).isPresent();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(file -> !file.endsWith("write.lock")).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static FilterBuilder filter() {
    return new FilterBuilder();
  }

  private static final class FilterBuilder {
    private Set<String> watchlists = Set.of();
    private Set<String> entries = Set.of();
    private Set<Severity> severities = Set.of();
    private Set<String> sources = Set.of();
    private Set<String> languages = Set.of();
    private Set<Feedback.Kind> feedback = Set.of();
    private boolean unmarked;
    private @Nullable Integer from;
    private @Nullable Integer to;
    private String text = "";

    FilterBuilder watchlists(String... ids) {
      watchlists = Set.of(ids);
      return this;
    }

    FilterBuilder entries(String... ids) {
      entries = Set.of(ids);
      return this;
    }

    FilterBuilder severities(Severity... some) {
      severities = Set.of(some);
      return this;
    }

    FilterBuilder sources(String... ids) {
      sources = Set.of(ids);
      return this;
    }

    FilterBuilder languages(String... tags) {
      languages = Set.of(tags);
      return this;
    }

    FilterBuilder feedback(Feedback.Kind... kinds) {
      feedback = Set.of(kinds);
      return this;
    }

    FilterBuilder unmarked() {
      unmarked = true;
      return this;
    }

    FilterBuilder between(int first, int end) {
      from = first;
      to = end;
      return this;
    }

    FilterBuilder text(String words) {
      text = words;
      return this;
    }

    AlertFilter build() {
      return new AlertFilter(
          watchlists,
          entries,
          severities,
          sources,
          languages,
          Set.of(),
          feedback,
          unmarked,
          null,
          from == null ? null : NOON.plusSeconds(from),
          to == null ? null : NOON.plusSeconds(to),
          text);
    }
  }
}
