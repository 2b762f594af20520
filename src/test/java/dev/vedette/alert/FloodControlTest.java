package dev.vedette.alert;

import static dev.vedette.Samples.NOON;
import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static dev.vedette.Samples.watchlists;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.MapMemory;
import dev.vedette.article.Article;
import dev.vedette.watchlist.Limits;
import dev.vedette.watchlist.Watchlists;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Articles of one entry, from their match to what is told of them. Times are minutes after noon.
 */
class FloodControlTest {

  private static final Duration NEVER = Duration.ZERO;

  private final Map<Long, Told> memory = new HashMap<>();
  private final Stories stories = new Stories(new MapMemory(memory));
  private final Kept kept = new Kept();
  private final FloodControl control = new FloodControl(new MapMemory(memory), kept);
  private Limits limits = new Limits(2, NEVER);

  @Test
  void moreThanSoManyInAnHourAreCountedAndToldAsOneSummary() {
    assertThat(read(0, "a")).isEqualTo("raised a");
    assertThat(read(10, "b")).isEqualTo("raised b");
    assertThat(read(20, "c")).isEqualTo("not told: raised c");
    assertThat(read(58, "d")).isEqualTo("not told: raised d");
    assertThat(clock(59)).isEmpty();
    assertThat(clock(60)).isEqualTo("summary d: 2 from 20 to 58");
    assertThat(clock(61)).isEmpty();
    assertThat(read(61, "e")).isEqualTo("raised e");
  }

  @Test
  void anArticleOfTheNextHourBringsTheSummaryBeforeItself() {
    Stream.of("a", "b", "c").forEach(id -> read(0, id));

    assertThat(read(60, "d")).isEqualTo("summary c: 1 from 0 to 0, raised d");
    assertThat(read(61, "e")).isEqualTo("raised e");
    assertThat(read(62, "f")).isEqualTo("not told: raised f");
  }

  @Test
  void anHourInWhichNothingWasCountedEndsWithoutAWord() {
    read(0, "a");

    assertThat(clock(60)).isEmpty();
    assertThat(kept.hour).isNull();
  }

  /** Ten hours of articles that are read within one minute are ten hours. */
  @Test
  void whatHasPiledUpIsJudgedByTheHoursInWhichItWasFetched() {
    List<String> all = new ArrayList<>();
    for (int hour = 0; hour < 10; hour++) {
      for (int each = 0; each < 3; each++) {
        all.add(read(60 * hour + each, 600, hour + "-" + each));
      }
    }

    assertThat(all.stream().filter(told -> told.contains("raised"))).hasSize(30);
    assertThat(all.stream().filter(told -> told.startsWith("not told"))).hasSize(10);
    assertThat(all.stream().filter(told -> told.startsWith("summary"))).hasSize(9);
    assertThat(clock(659)).isEmpty();
    assertThat(clock(660)).isEqualTo("summary 9-2: 1 from 542 to 542");
  }

  @Test
  void anArticleThatComesLateCountsInTheHourThatHasBegun() {
    read(30, "a");
    read(30, "b");

    assertThat(read(29, 31, "c")).isEqualTo("not told: raised c");
  }

  @Test
  void copiesOfWhatWasToldAreToldAndCopiesOfWhatWasCountedAreNot() {
    Stream.of("a", "b", "c").forEach(id -> read(0, id));

    assertThat(copy(1, "a", "a2")).isEqualTo("updated a2");
    assertThat(copy(2, "c", "c2")).isEqualTo("not told: updated c2");
    assertThat(clock(60)).isEqualTo("summary c: 1 from 0 to 0");
  }

  @Test
  void aStoryThatWasCountedIsRaisedWhenAnotherCopyComesWhileThereIsRoom() {
    Stream.of("a", "b", "c").forEach(id -> read(0, id));
    clock(60);

    assertThat(copy(70, "c", "c2")).isEqualTo("raised c2");
    assertThat(copy(71, "c", "c3")).isEqualTo("updated c3");
    assertThat(read(72, "d")).isEqualTo("raised d");
    assertThat(read(73, "e")).isEqualTo("not told: raised e");
  }

  @Test
  void editsOfWhatWasToldAreToldAndEditsOfWhatWasCountedAreNot() {
    Stream.of("a", "b", "c").forEach(id -> read(0, id));

    assertThat(edit(1, "a")).isEqualTo("corrected a");
    assertThat(edit(2, "c")).isEqualTo("not told: corrected c");
    assertThat(withdraw(3, "b")).isEqualTo("withdrawn b");
    assertThat(clock(60)).isEqualTo("summary c: 1 from 0 to 0");
    assertThat(withdraw(61, "c")).isEqualTo("not told: withdrawn c");
  }

  /** Edits may come and go; each of c and d was an alert of the hour. */
  @ParameterizedTest
  @ValueSource(strings = {"", "-c", "-c +c", "-c +c -c", "-c -d", "-d +d -d +d -d"})
  void whatIsWithdrawnWithinTheHourStaysCounted(String edits) {
    Stream.of("a", "b").forEach(id -> read(0, id));
    read(3, "c");
    read(4, "d");
    for (String edit : edits.split(" ")) {
      if (edit.startsWith("-")) {
        assertThat(withdraw(7, edit.substring(1))).startsWith("not told: withdrawn");
      } else if (edit.startsWith("+")) {
        assertThat(edit(8, edit.substring(1))).startsWith("not told: corrected");
      }
    }

    assertThat(clock(60)).isEqualTo("summary d: 2 from 3 to 4");
  }

  @ParameterizedTest(name = "of c, d, e and f, told after all: {0}")
  @CsvSource(
      nullValues = "",
      delimiter = '|',
      textBlock =
          """
          f       | summary e: 3 from 3 to 6
          c       | summary f: 3 from 3 to 6
          d e f   | summary f: 1 from 3 to 6
          c d e f |
          """)
  void whatIsToldAfterAllWithinTheHourIsNoLongerCounted(String asked, String summary) {
    Stream.of("a", "b").forEach(id -> read(0, id));
    read(3, "c");
    read(4, "d");
    read(5, "e");
    read(6, "f");
    limits = Limits.NONE;
    for (String id : asked.split(" ")) {
      assertThat(read(7, id)).isEqualTo("raised " + id);
    }

    assertThat(clock(60)).isEqualTo(summary == null ? "" : summary);
  }

  @Test
  void whatIsSilencedIsNeitherLimitedNorCounted() {
    for (int i = 0; i < 5; i++) {
      String id = "s" + i;
      assertThat(silenced(candidate(0, id, text(id)))).isEqualTo("raised " + id);
    }

    assertThat(read(1, "a")).isEqualTo("raised a");
  }

  @Test
  void aLimitThatChangesHoldsFromTheNextAlertOn() {
    Stream.of("a", "b", "c").forEach(id -> read(0, id));
    limits = new Limits(3, NEVER);
    assertThat(read(1, "d")).isEqualTo("raised d");
    assertThat(read(2, "e")).isEqualTo("not told: raised e");
    limits = Limits.NONE;
    assertThat(read(3, "f")).isEqualTo("raised f");
    assertThat(copy(4, "e", "e2")).isEqualTo("raised e2");
    limits = new Limits(1, NEVER);
    assertThat(read(5, "g")).isEqualTo("not told: raised g");

    assertThat(clock(60)).isEqualTo("summary g: 2 from 0 to 5");
  }

  @Test
  void whatWasCountedIsToldIfSomebodyAsksForIt() {
    Stream.of("a", "b", "c").forEach(id -> read(0, id));
    copy(1, "c", "c2");
    limits = Limits.NONE;

    assertThat(read(0, 2, "c")).isEqualTo("raised c");
    assertThat(read(0, 2, "c")).isEmpty();
    assertThat(copy(1, "c", "c2")).isEmpty();
    assertThat(read(0, 2, "a")).isEmpty();
  }

  @Test
  void whatIsAskedForAndSilencedIsToldOnce() {
    Stream.of("a", "b", "c").forEach(id -> read(0, id));
    limits = Limits.NONE;

    assertThat(silenced(candidate(0, "c", text("c")))).isEqualTo("raised c");
    assertThat(read(0, 2, "c")).isEmpty();
    assertThat(copy(3, "c", "c2")).isEqualTo("updated c2");
    assertThat(clock(60)).isEmpty();
  }

  @Test
  void copiesWaitUntilTheStoryMayBeToldOfAgainAndTheLastIsToldForAll() {
    limits = new Limits(Limits.ALL, Duration.ofMinutes(30));
    assertThat(read(0, "a")).isEqualTo("raised a");
    assertThat(copy(5, "a", "a2")).isEmpty();
    assertThat(copy(6, "a", "a3")).isEmpty();
    assertThat(read(7, "b")).isEqualTo("raised b");
    assertThat(clock(29)).isEmpty();

    Outcome outcome = control.intervalEnds(number("a"), minute(30));

    assertThat(outcome.told().get(0).story().copies())
        .extracting(Alert.Copy::article)
        .containsExactly("a2", "a3");
    assertThat(words(outcome)).isEqualTo("updated a3");
    assertThat(copy(59, "a", "a4")).isEmpty();
    assertThat(clock(60)).isEqualTo("updated a4");
    assertThat(clock(90)).isEmpty();
    assertThat(kept.held).isEmpty();
    assertThat(copy(91, "a", "a5")).isEqualTo("updated a5");
    assertThat(copy(92, "a", "a6")).isEmpty();
  }

  @Test
  void anEditIsToldAtOnceAndWhatWaitsBeforeIt() {
    limits = new Limits(Limits.ALL, Duration.ofMinutes(30));
    read(0, "a");
    copy(5, "a", "a2");

    assertThat(withdraw(6, "a2")).isEqualTo("updated a2, withdrawn a2");
    assertThat(withdraw(7, "a")).isEqualTo("withdrawn a");
    assertThat(copy(8, "a", "a3")).isEmpty();
    assertThat(clock(30)).isEqualTo("updated a3");
  }

  @Test
  void anEditThatIsSilencedComesAfterWhatWaitsToo() {
    limits = new Limits(Limits.ALL, Duration.ofMinutes(30));
    read(0, "a");
    copy(5, "a", "a2");
    assertThat(silenced(withdrawal(6, "a2"))).isEqualTo("updated a2, withdrawn a2");
    copy(7, "a", "a3");
    assertThat(silenced(candidate(8, "a", text("a") + " He left.")))
        .isEqualTo("updated a3, corrected a");

    assertThat(clock(30)).isEmpty();
  }

  @Test
  void anIntervalThatIsShortenedShortensTheWait() {
    limits = new Limits(Limits.ALL, Duration.ofHours(24));
    read(0, "a");
    copy(5, "a", "a2");
    limits = new Limits(Limits.ALL, Duration.ofMinutes(30));
    assertThat(copy(10, "a", "a3")).isEmpty();
    assertThat(clock(39)).isEmpty();
    assertThat(clock(40)).isEqualTo("updated a3");
    copy(41, "a", "a4");
    limits = Limits.NONE;

    assertThat(copy(42, "a", "a5")).isEqualTo("updated a5");
    assertThat(clock(500)).isEmpty();
  }

  private String read(int minute, String id) {
    return read(minute, minute, id);
  }

  private String read(int fetched, int clock, String id) {
    return take(candidate(fetched, id, text(id)), clock);
  }

  private String copy(int minute, String of, String id) {
    return take(candidate(minute, id, text(of)), minute);
  }

  private String edit(int minute, String id) {
    return take(candidate(minute, id, text(id) + " He left."), minute);
  }

  private String withdraw(int minute, String id) {
    return take(withdrawal(minute, id), minute);
  }

  private Candidate withdrawal(int minute, String id) {
    Article edited = article(id, "Visit", "Nobody came.", minute(minute));
    return Candidates.withdrawal(lists(), edited, "shoigu").orElseThrow();
  }

  /** What is told at noon of what is silenced. */
  private String silenced(Candidate candidate) {
    Feedback silence = new Feedback(Feedback.Kind.SILENCE, "shoigu", "", "Ann", minute(0), null);
    Alert alert = stories.tell(candidate, Instant.MIN).silencedBy(silence);
    return words(control.take(new Telling(alert, candidate.limits()), minute(0)));
  }

  private String take(Candidate candidate, int clock) {
    Alert alert = stories.tell(candidate, Instant.MIN);
    return alert == null
        ? ""
        : words(control.take(new Telling(alert, candidate.limits()), minute(clock)));
  }

  private Candidate candidate(int minute, String id, String text) {
    return Candidates.of(lists(), article(id, "Visit", text, minute(minute))).get(0);
  }

  private Watchlists lists() {
    return watchlists(entry("shoigu", limits, "Sergei Shoigu"));
  }

  private static String text(String id) {
    return "Sergei Shoigu " + id + ".";
  }

  /** What is told when the clock stands there, of the hour and of all stories. */
  private String clock(int minute) {
    List<String> told = new ArrayList<>(List.of(words(control.hourEnds(minute(minute)))));
    for (long story : List.copyOf(kept.held.keySet())) {
      told.add(words(control.intervalEnds(story, minute(minute))));
    }
    return told.stream().filter(one -> !one.isEmpty()).collect(joining(", "));
  }

  private static String words(Outcome outcome) {
    return Stream.concat(
            outcome.told().stream().map(FloodControlTest::words),
            outcome.suppressed().stream().map(alert -> "not told: " + words(alert)))
        .collect(joining(", "));
  }

  private static String words(Alert alert) {
    String words = alert.type().name().toLowerCase(Locale.ROOT);
    Alert.Summary summary = alert.summary();
    return words
        + " "
        + alert.article().id()
        + (summary == null
            ? ""
            : ": %d from %d to %d"
                .formatted(summary.count(), minute(summary.from()), minute(summary.until())));
  }

  private static Instant minute(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }

  private static long minute(Instant time) {
    return Duration.between(NOON, time).toMinutes();
  }

  private static long number(String article) {
    return Told.number(article);
  }

  private static final class Kept implements FloodMemory {

    private final Map<Long, Held> held = new HashMap<>();
    private Hour hour;

    @Override
    public Hour hour() {
      return hour;
    }

    @Override
    public void hour(Hour now) {
      hour = now;
    }

    @Override
    public Held held(long story) {
      return held.get(story);
    }

    @Override
    public void held(long story, Held now) {
      if (now == null) {
        held.remove(story);
      } else {
        held.put(story, now);
      }
    }
  }
}
