package dev.vedette.alert;

import static dev.vedette.Samples.NOON;
import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static dev.vedette.Samples.watchlists;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.alert.Alert.CopyKind;
import dev.vedette.watchlist.Silence;
import dev.vedette.watchlist.Watchlists;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoriesTest {

  private static final Watchlists LISTS = watchlists(entry("shoigu", "Sergei Shoigu"));
  private static final String TEXT = "Sergei Shoigu arrived in Pyongyang on Tuesday.";

  @Test
  void theFirstArticleOfAStoryIsRaised() {
    Alert alert = Stories.tell(candidate("a", "Visit", TEXT), null).alert();

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
    Stories.Telling first = Stories.tell(candidate("a", "Visit", TEXT), null);

    Stories.Telling second = Stories.tell(candidate("b", title, TEXT), first.told());

    assertThat(second.alert().type()).as(what).isEqualTo(Alert.Type.UPDATED);
    assertThat(second.alert().id()).isEqualTo(first.alert().id());
    assertThat(second.alert().eventId()).isNotEqualTo(first.alert().eventId());
    assertThat(second.alert().story().first()).isEqualTo("a");
    assertThat(second.alert().story().copies())
        .containsExactly(new Alert.Copy("https://wire.example/b", "wire", "b", kind));
  }

  @Test
  void theSameArticleReadAgainIsNotTold() {
    Stories.Telling first = Stories.tell(candidate("a", "Visit", TEXT), null);
    Stories.Telling copy = Stories.tell(candidate("b", "Visit", TEXT), first.told());

    assertThat(Stories.tell(candidate("a", "Visit", TEXT), copy.told()).alert()).isNull();
    assertThat(Stories.tell(candidate("b", "Visit", TEXT), copy.told()).alert()).isNull();
  }

  @Test
  void copiesBeyondTheListAreCounted() {
    Told told = Stories.tell(candidate("first", "Visit", TEXT), null).told();
    Set<String> events = new HashSet<>();
    for (int i = 0; i < Alert.MAX_COPIES + 20; i++) {
      Stories.Telling telling = Stories.tell(candidate("copy" + i, "Visit", TEXT), told);
      told = telling.told();
      events.add(telling.alert().eventId());
    }

    assertThat(told.copies()).hasSize(Alert.MAX_COPIES);
    assertThat(told.totalCopies()).isEqualTo(Alert.MAX_COPIES + 20);
    assertThat(events).hasSize(Alert.MAX_COPIES + 20);
  }

  @Test
  void theSameInputMakesTheSameIds() {
    Alert once = Stories.tell(candidate("a", "Visit", TEXT), null).alert();
    Alert again = Stories.tell(candidate("a", "Visit", TEXT), null).alert();

    assertThat(again).isEqualTo(once);
    assertThat(again.eventId()).isEqualTo(once.eventId());
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
    return Stories.tell(candidate, null).alert();
  }

  private static Candidate candidate(String id, String title, String body) {
    return Candidates.of(LISTS, article(id, title, body)).get(0);
  }
}
