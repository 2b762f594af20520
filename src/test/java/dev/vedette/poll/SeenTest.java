package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is remembered of a source: what it shows, and a little of what it does not any more. */
class SeenTest {

  private static List<String> hashes(int from, int to) {
    return IntStream.range(from, to).mapToObj("%016x"::formatted).toList();
  }

  private static Seen remembering(List<String> before) {
    return new Seen(
        new PollState("s", "u", null, null, before, Instant.EPOCH, 0, null, null, null, 0));
  }

  @Test
  void keepsAllThatIsShownAndTheMostRecentOthers() {
    Seen seen = remembering(hashes(0, 9_000));
    seen.add(hashes(19_000, 19_001).get(0));

    List<String> after =
        seen.after(List.of(hashes(19_000, 19_001).get(0), hashes(8_999, 9_000).get(0)));

    assertThat(after).hasSize(2 + Seen.OTHERS);
    assertThat(after.subList(0, 2))
        .isEqualTo(List.of("%016x".formatted(19_000), "%016x".formatted(8_999)));
    assertThat(after.subList(2, after.size())).isEqualTo(hashes(0, Seen.OTHERS));
  }

  @Test
  void keepsAllThatIsShownHoweverMuch() {
    assertThat(remembering(hashes(0, 9_000)).after(hashes(0, 9_000))).hasSize(9_000);
  }

  @Test
  void keepsEverythingOfASourceThatShowsNothingOrNotAll() {
    Seen seen = remembering(hashes(0, 9_000));

    assertThat(seen.after(List.of())).hasSize(9_000);
    assertThat(seen.afterPart(hashes(0, 1))).hasSize(9_000);
  }

  @Test
  void remembersNothingThatIsStillNew() {
    assertThat(remembering(List.of()).after(hashes(0, 3))).isEmpty();
  }
}
