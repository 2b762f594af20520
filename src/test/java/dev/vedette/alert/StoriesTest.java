package dev.vedette.alert;

import static dev.vedette.Samples.NOON;
import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static dev.vedette.Samples.watchlists;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.MapMemory;
import dev.vedette.alert.Alert.CopyKind;
import dev.vedette.watchlist.Silence;
import dev.vedette.watchlist.Watchlists;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoriesTest {

  private static final Watchlists LISTS = watchlists(entry("shoigu", "Sergei Shoigu"));
  private static final String TEXT =
      "Sergei Shoigu arrived in Pyongyang on Tuesday, where a band was waiting on the tarmac. He is"
          + " to stay for three days and will see a parade, officials of his ministry said. Talks"
          + " about ports and railways are planned for the last day of the visit.";

  private final Map<Long, Told> memory = new HashMap<>();
  private Stories stories = new Stories(new MapMemory(memory));

  @Test
  void theFirstArticleOfAStoryIsRaised() {
    Alert alert = tell("a", "Visit", TEXT);

    assertThat(alert.type()).isEqualTo(Alert.Type.RAISED);
    assertThat(alert.story().first()).isEqualTo("a");
    assertThat(alert.story().copies()).isEmpty();
    assertThat(alert.watchlistVersion()).isEqualTo("sha256:test");
    assertThat(alert.tags()).containsExactly("arms");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the same words under the same headline, Visit, EXACT",
    "the same words under another headline, Minister arrives, REHEADLINED",
  })
  void aCopyUpdatesItsStory(String what, String title, CopyKind kind) {
    Alert first = tell("a", "Visit", TEXT);
    Alert second = tell("b", title, TEXT);

    assertThat(second.type()).as(what).isEqualTo(Alert.Type.UPDATED);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.eventId()).isNotEqualTo(first.eventId());
    assertThat(second.story().first()).isEqualTo("a");
    assertThat(second.story().copies())
        .containsExactly(new Alert.Copy("https://wire.example/b", "wire", "b", kind));
  }

  @Test
  void theSameArticleReadAgainIsNotTold() {
    tell("a", "Visit", TEXT);
    tell("b", "Visit", TEXT);

    assertThat(tell("a", "Visit", TEXT)).isNull();
    assertThat(tell("b", "Visit", TEXT)).isNull();
  }

  @Test
  void anEditAtTheSourceIsACorrectionOnce() {
    Alert first = tell("a", "Visit", TEXT);
    tell("b", "Visit", TEXT);
    Alert corrected = tell("b", "Visit", TEXT.replace("three days", "four days"));

    assertThat(corrected.type()).isEqualTo(Alert.Type.CORRECTED);
    assertThat(corrected.id()).isEqualTo(first.id());
    assertThat(corrected.hitsChanged()).isFalse();
    assertThat(corrected.story().copies()).hasSize(1);
    assertThat(tell("b", "Visit", TEXT.replace("three days", "four days"))).isNull();
    assertThat(tell("b", "Visit", TEXT + " Sergei Shoigu left.").hitsChanged()).isTrue();
  }

  @Test
  void whatMatchesNoLongerIsWithdrawnOnceAndCorrectedWhenItDoesAgain() {
    Alert first = tell("a", "Visit", TEXT);
    Candidate withdrawal =
        Candidates.withdrawal(LISTS, article("a", "Visit", "Nobody came."), "shoigu").orElseThrow();
    Alert withdrawn = stories.tell(withdrawal, Instant.MIN);

    assertThat(withdrawn.type()).isEqualTo(Alert.Type.WITHDRAWN);
    assertThat(withdrawn.id()).isEqualTo(first.id());
    assertThat(withdrawn.hits()).isEmpty();
    assertThat(stories.tell(withdrawal, Instant.MIN)).isNull();
    assertThat(tell("a", "Visit", TEXT))
        .extracting(Alert::type, Alert::hitsChanged)
        .containsExactly(Alert.Type.CORRECTED, true);
  }

  @Test
  void whatWasNeverToldIsNotWithdrawn() {
    assertThat(
            stories.tell(
                Candidates.withdrawal(LISTS, article("a", "T", "Nobody."), "shoigu").orElseThrow(),
                Instant.MIN))
        .isNull();
    assertThat(Candidates.withdrawal(LISTS, article("a", "T", "Nobody."), "gone")).isEmpty();
    assertThat(memory).isEmpty();
  }

  @Test
  void copiesBeyondTheListAreCountedAndKnown() {
    Set<String> events = new HashSet<>();
    Alert last = tell("first", "Visit", TEXT);
    for (int i = 0; i < Alert.MAX_COPIES + 20; i++) {
      last = tell("copy" + i, "Visit", TEXT);
      events.add(last.eventId());
    }

    assertThat(last.story().copies()).hasSize(Alert.MAX_COPIES);
    assertThat(last.story().totalCopies()).isEqualTo(Alert.MAX_COPIES + 20);
    assertThat(events).hasSize(Alert.MAX_COPIES + 20);
    assertThat(tell("copy" + (Alert.MAX_COPIES + 10), "Visit", TEXT)).isNull();
  }

  @Test
  void theSameInputMakesTheSameIds() {
    Alert once = tell("a", "Visit", TEXT);
    stories = new Stories(new MapMemory(new HashMap<>()));
    Alert again = tell("a", "Visit", TEXT);

    assertThat(again).isEqualTo(once);
    assertThat(again.eventId()).isEqualTo(once.eventId());
  }

  @Test
  void whatWasToldIsKnownAfterARestart() {
    tell("a", "Visit", TEXT);
    tell("b", "Minister arrives", TEXT);
    stories = new Stories(new MapMemory(memory));

    assertThat(tell("b", "Minister arrives", TEXT)).isNull();
    assertThat(tell("c", "Visit", TEXT).story().totalCopies()).isEqualTo(2);
  }

  @Test
  void aStoryIsForgottenAfterTheWindow() {
    tell("a", "Visit", TEXT);
    Candidate late = candidate("b", "Visit", TEXT);

    assertThat(stories.tell(late, NOON).type()).isEqualTo(Alert.Type.UPDATED);
    assertThat(stories.tell(candidate("c", "Visit", TEXT), NOON.plusSeconds(1)).type())
        .isEqualTo(Alert.Type.RAISED);
    assertThat(memory).hasSize(1);
  }

  @Test
  void theOldestAreForgottenWhenThereAreTooMany() {
    for (int i = 0; i < StoryIndex.MOST_STORIES + 5; i++) {
      Candidate candidate =
          Candidates.of(
                  LISTS,
                  article("a" + i, "", "Sergei Shoigu " + i + " times.", NOON.plusSeconds(i)))
              .get(0);
      stories.tell(candidate, Instant.MIN);
    }

    assertThat(memory).hasSize(StoryIndex.MOST_STORIES);
    assertThat(tell("b", "", "Sergei Shoigu 4 times.").type()).isEqualTo(Alert.Type.RAISED);
    assertThat(tell("c", "", "Sergei Shoigu 700 times.").type()).isEqualTo(Alert.Type.UPDATED);
  }

  /** One that was written by an earlier version says nothing of its text. */
  @Test
  void aCandidateWithoutAnImprintIsAStoryOfItsOwn() {
    tell("a", "Visit", TEXT);
    Alert once = stories.tell(withoutImprint(candidate("b", "Visit", TEXT)), Instant.MIN);
    Alert again = stories.tell(withoutImprint(candidate("c", "Visit", TEXT)), Instant.MIN);

    assertThat(once.type()).isEqualTo(Alert.Type.RAISED);
    assertThat(again.type()).isEqualTo(Alert.Type.RAISED);
    assertThat(stories.tell(withoutImprint(candidate("b", "Visit", TEXT)), Instant.MIN)).isNull();
  }

  private static Candidate withoutImprint(Candidate of) {
    return new Candidate(
        of.watchlist(),
        of.watchlistVersion(),
        of.entry(),
        of.title(),
        of.severity(),
        of.score(),
        of.tags(),
        of.silence(),
        of.limits(),
        of.article(),
        null,
        of.hits(),
        of.totalHits(),
        of.snippet());
  }

  @Test
  void aSilenceMarksTheAlertUntilItEnds() {
    Silence silence = new Silence(NOON.plus(Duration.ofHours(1)), "trial run", "ana");
    Watchlists lists = watchlists(entry("shoigu", silence, "Sergei Shoigu"));

    Alert during = tellAlone(lists, Duration.ofMinutes(59));
    Alert after = tellAlone(lists, Duration.ofMinutes(60));

    assertThat(during.silenced())
        .isEqualTo(new Alert.Silenced(silence.until(), "trial run", "ana"));
    assertThat(after.silenced()).isNull();
  }

  private static Alert tellAlone(Watchlists lists, Duration afterNoon) {
    Candidate candidate =
        Candidates.of(lists, article("a", "Visit", TEXT, NOON.plus(afterNoon))).get(0);
    return new Stories(new MapMemory(new HashMap<>())).tell(candidate, Instant.MIN);
  }

  private Alert tell(String id, String title, String body) {
    return stories.tell(candidate(id, title, body), Instant.MIN);
  }

  private static Candidate candidate(String id, String title, String body) {
    return Candidates.of(LISTS, article(id, title, body)).get(0);
  }
}
