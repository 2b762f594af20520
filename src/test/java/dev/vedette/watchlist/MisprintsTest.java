package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisprintsTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "lavrov, lavrov, 0",
    "lavrov, lavrv, 1",
    "lavrov, lavvrov, 1",
    "lavrov, lawrov, 1",
    "lavrov, larvov, 1",
    "lavrov, lawrow, 2",
    "lavrov, alvrvo, 2",
    "ca, abc, 3",
    "lavrov, '', 6"
  })
  void countsLossesAdditionsReplacementsAndSwaps(String one, String other, int distance) {
    assertThat(Misprints.distance(one, other, 10)).isEqualTo(distance);
    assertThat(Misprints.distance(other, one, 10)).isEqualTo(distance);
  }

  @Test
  void stopsCountingAboveTheLimit() {
    assertThat(Misprints.distance("lavrov", "petrov", 1)).isGreaterThan(1);
    assertThat(Misprints.distance("lavrov", "lavrovskaya", 2)).isEqualTo(3);
  }

  /** If they did not, a misprint would never be found. */
  @Test
  void wordsWithinADistanceShareAKey() {
    Random random = new Random(20_261_124L);
    int near = 0;
    for (int round = 0; round < 20_000; round++) {
      String one = word(random);
      String other = word(random);
      for (int most = 1; most <= 2; most++) {
        if (Misprints.distance(one, other, most) <= most) {
          near++;
          assertThat(keys(one, most))
              .as("%s and %s", one, other)
              .containsAnyElementsOf(keys(other, most));
        }
      }
    }
    assertThat(near).isGreaterThan(500);
  }

  private static Set<Long> keys(String word, int losses) {
    Set<Long> keys = new HashSet<>();
    Misprints.keys(word, losses, keys::add);
    return keys;
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int length = 3 + random.nextInt(3); length > 0; length--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }
}
