package dev.vedette.alert;

import static dev.vedette.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.MapMemory;
import dev.vedette.text.Imprint;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many stories have a mark, through all that comes to a story and until it is forgotten. */
class StoryIndexTest {

  private static final String SHARED =
      "He is to stay for three days and will see a parade, officials of his ministry said. ";

  private final StoryIndex index = new StoryIndex(new MapMemory(new HashMap<>()));
  private final int mark = Imprint.of(SHARED).thin().marks()[0];

  @Test
  void aMarkOfSeveralTextsOfAStoryCountsOnce() {
    Told first = story("a", NOON, SHARED + "A band played.");
    index.add(first);
    index.add(story("b", NOON, SHARED + "It rained."));
    index.replace(number("a"), first.with(Imprint.of(SHARED + "The band played on.")));
    index.add(story("c", NOON, SHARED + "Nobody waved."));

    assertThat(index.isCommon(mark)).isFalse();
    index.add(story("d", NOON, SHARED + "All waved."));
    assertThat(index.isCommon(mark)).isTrue();
  }

  @Test
  void aStoryThatIsForgottenIsDiscountedOnce() {
    Told first = story("a", NOON, SHARED + "A band played.");
    index.add(first);
    index.replace(number("a"), first.with(Imprint.of(SHARED + "The band played on.")));
    for (String id : List.of("b", "c", "d", "e")) {
      index.add(story(id, NOON.plusSeconds(1), SHARED + "The " + id + " played."));
    }
    index.forget(NOON.plusSeconds(1));

    assertThat(index.size()).isEqualTo(4);
    assertThat(index.isCommon(mark)).isTrue();
  }

  /** The text as a whole is a mark of its own. */
  @Test
  void aWholeTextIsForgottenWithItsStory() {
    int whole = Imprint.of(SHARED).wholeMark();
    for (String id : List.of("a", "b", "c", "d")) {
      index.add(story(id, NOON, SHARED));
    }
    assertThat(index.isCommon(whole)).isTrue();
    index.forget(NOON.plusSeconds(1));

    assertThat(index.isCommon(whole)).isFalse();
  }

  private static Told story(String id, Instant since, String text) {
    Told.Carrier first = new Told.Carrier(id, 0, 0, "wire", "", Alert.CopyKind.EXACT);
    return new Told(since, 0, List.of(Imprint.of(text).thin()), List.of(first), List.of(), 0);
  }

  private static long number(String id) {
    return Told.number(id);
  }
}
