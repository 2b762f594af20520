package dev.vedette.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {

  @ParameterizedTest(name = "received {0}, told {1}: {2} {3}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # received, told, first untold, note
          5 6 7,     -,        5,  ''
          5 6 7,     5,        6,  ''
          5 6 7,     5 6 7,    8,  ''
          5 6 7,     7,        5,  2.1
          5 6 7,     6,        5,  1.1
          5 6 7 8,   6 8,      5,  1.1.1.1
          # marks of transactions take offsets too, and are nobody's to tell
          5 7 9 11,  7 9,      5,  2.4
          5 7 9 11,  5 7 9 11, 12, ''
          # long runs are short
          5 105,     105,      5,  2s.1
          """)
  void isAnOffsetAndARunOfLengths(String received, String told, long offset, String note) {
    Ledger ledger = new Ledger(new Standing(5, ""));
    numbers(received).forEach(ledger::receive);
    numbers(told).forEach(ledger::done);

    assertThat(ledger.standing()).isEqualTo(new Standing(offset, note));
  }

  @ParameterizedTest(name = "left at 5 {0}, received {1}: {2} is news: {3}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # left, received, asked, news
          1.1, -,   5, true
          1.1, -,   6, false
          1.1, -,   7, true
          1.1, 5,   5, false
          '',  5 7, 6, false
          '',  5 7, 8, true
          """)
  void whatIsSettledIsNoNewsAndToAskChangesNothing(
      String left, String received, long asked, boolean news) {
    Ledger ledger = new Ledger(new Standing(5, left));
    numbers(received).forEach(ledger::receive);

    assertThat(ledger.isNews(asked)).isEqualTo(news);
    assertThat(ledger.receive(asked)).isEqualTo(news);
  }

  @Test
  void whereNothingCameThePositionCounts() {
    Ledger ledger = new Ledger(new Standing(5, ""));
    ledger.reach(9);

    assertThat(ledger.standing()).isEqualTo(new Standing(9, ""));
  }

  @ParameterizedTest(name = "left at {0}, received {1}, told {2}: {3} {4}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # left, received, told, first untold, note
          2.1.3.2, -,   -,   5, 2.1.3.2
          2.1.3.2, 5,   -,   5, 2.1.3.2
          2.1.3.2, 5 6, 5 6, 7, 0.1.3.2
          2.1.3.2, 5 6, 6,   5, 1.2.3.2
          0.4,     -,   -,   5, 0.4
          """)
  void whatTheFormerOwnerHadToldCountsBeforeItIsReceivedAgain(
      String left, String received, String told, long offset, String note) {
    Ledger ledger = new Ledger(new Standing(5, left));
    numbers(received).forEach(ledger::receive);
    numbers(told).forEach(ledger::done);

    assertThat(ledger.standing()).isEqualTo(new Standing(offset, note));
  }

  @ParameterizedTest
  @CsvSource({"1.!", "..", "1.-5", "1.zzzzzzzzzzzzzzzzzzzzz"})
  void aNoteOfAnotherHandCountsAsNone(String note) {
    Ledger ledger = new Ledger(new Standing(5, note));

    assertThat(ledger.receive(5)).isTrue();
    assertThat(ledger.receive(6)).isTrue();
  }

  @Test
  void whatIsNotedIsNotNewsAndNothingElseIsOld() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<Long> offsets = new ArrayList<>();
      for (long at = 100; offsets.size() < 1 + random.nextInt(60); at += 1 + random.nextInt(3)) {
        offsets.add(at);
      }
      Set<Long> told = new TreeSet<>();
      Ledger ledger = new Ledger(new Standing(100, ""));
      for (long offset : offsets) {
        assertThat(ledger.receive(offset)).isTrue();
        if (random.nextInt(3) > 0) {
          told.add(offset);
          ledger.done(offset);
        }
      }

      Standing standing = ledger.standing();
      Ledger resumed = new Ledger(standing);
      Set<Long> old = new TreeSet<>();
      for (long offset : offsets) {
        if (offset < standing.offset() || !resumed.receive(offset)) {
          old.add(offset);
        }
      }
      assertThat(old).as("offsets %s, standing %s", offsets, standing).isEqualTo(told);
      assertThat(resumed.standing()).isEqualTo(standing);
    }
  }

  @Test
  void aNoteThatIsTooLongForKafkaForgetsItsEnd() {
    Ledger ledger = new Ledger(new Standing(0, ""));
    for (long offset = 0; offset < 10_000; offset++) {
      ledger.receive(offset);
      if (offset % 2 == 1) {
        ledger.done(offset);
      }
    }

    Standing standing = ledger.standing();
    assertThat(standing.note()).hasSizeLessThanOrEqualTo(4_000).endsWith(".1");
    Ledger resumed = new Ledger(standing);
    assertThat(resumed.receive(1)).isFalse();
    assertThat(resumed.receive(2)).isTrue();
    assertThat(resumed.receive(9_999)).as("told again after a crash").isTrue();
  }

  private static List<Long> numbers(String text) {
    return text == null
        ? List.of()
        : List.of(text.split(" ", -1)).stream().map(Long::valueOf).toList();
  }
}
