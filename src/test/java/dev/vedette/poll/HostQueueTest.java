package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The queue with a clock of its own, in milliseconds. */
class HostQueueTest {

  private static final long MILLI = 1_000_000;

  private record Alarm(long at, Runnable what) {}

  /** The host's robots.txt was not read. */
  private static final long UNASKED = -1;

  private long now = Long.MAX_VALUE - 2_000 * MILLI; // nanoTime may overflow
  private final long start = now;
  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparingLong(alarm -> alarm.at() - start));
  private final HostQueue queue =
      new HostQueue(
          Duration.ofMillis(1_000),
          () -> now,
          (nanos, what) -> alarms.add(new Alarm(now + nanos, what)));
  private final List<String> log = new ArrayList<>();

  /** Comes and sends its request as soon as it may. */
  private CompletableFuture<HostQueue.Turn> enter(String name, String host, long atLeast) {
    CompletableFuture<HostQueue.Turn> turn = waits(name, host, atLeast);
    turn.thenAccept(HostQueue.Turn::sent);
    return turn;
  }

  /** Comes, and connects until further notice. */
  private CompletableFuture<HostQueue.Turn> waits(String name, String host, long atLeast) {
    Duration wanted = atLeast == UNASKED ? null : Duration.ofMillis(atLeast);
    CompletableFuture<HostQueue.Turn> turn = queue.enter(host, wanted);
    turn.thenAccept(given -> log.add(name + "@" + (now - start) / MILLI));
    return turn;
  }

  private void passes(long millis) {
    long end = now + millis * MILLI;
    while (!alarms.isEmpty() && alarms.peek().at() - end <= 0) {
      Alarm next = alarms.remove();
      now = next.at();
      next.what().run();
    }
    now = end;
  }

  private static void over(CompletableFuture<HostQueue.Turn> turn) {
    turn.thenAccept(HostQueue.Turn::over);
  }

  @Test
  void requestsToAHostAreASecondApartAndOthersDoNotWaitForThem() {
    over(enter("a1", "a.example", 0));
    over(enter("a2", "A.example", 0));
    over(enter("a3", "a.example", 0));
    over(enter("b1", "b.example", 0));
    passes(1_500);
    over(enter("a4", "a.example", 0));
    passes(5_000);
    over(enter("a5", "a.example", 0));

    assertThat(log).containsExactly("a1@0", "b1@0", "a2@1000", "a3@2000", "a4@3000", "a5@6500");
  }

  @Test
  void aHostHasTwoRequestsToAnswerAtOnce() {
    CompletableFuture<HostQueue.Turn> slow = enter("1", "a.example", 0);
    enter("2", "a.example", 0);
    enter("3", "a.example", 0);
    enter("4", "a.example", 0);
    passes(10_000);
    assertThat(log).containsExactly("1@0", "2@1000");

    over(slow);
    passes(10_000);

    assertThat(log).containsExactly("1@0", "2@1000", "3@10000");
  }

  @Test
  void theTimeCountsFromWhenARequestLeaves() {
    CompletableFuture<HostQueue.Turn> connecting = waits("1", "a.example", 0);
    enter("2", "a.example", 0);
    passes(700);
    assertThat(log).containsExactly("1@0");

    connecting.thenAccept(HostQueue.Turn::sent);
    passes(400);
    over(connecting);
    passes(1_000);

    assertThat(log).containsExactly("1@0", "2@1700");
  }

  @Test
  void aRequestThatNeverLeftWasARequestAllTheSame() {
    CompletableFuture<HostQueue.Turn> refused = waits("1", "a.example", 0);
    enter("2", "a.example", 0);
    passes(300);
    over(refused);
    passes(2_000);

    assertThat(log).containsExactly("1@0", "2@1300");
  }

  @Test
  void whatAHostWantsHoldsForThoseTooWhoDidNotAsk() {
    over(enter("page", "a.example", 3_000));
    over(enter("feed", "a.example", UNASKED));
    over(enter("page", "a.example", 3_000));
    passes(20_000);

    assertThat(log).containsExactly("page@0", "feed@3000", "page@6000");
  }

  @Test
  void whatAHostWantsNoMoreHoldsNoMore() {
    over(enter("1", "a.example", 3_000));
    passes(5_000);
    over(enter("2", "a.example", 0));
    over(enter("3", "a.example", UNASKED));
    over(enter("4", "a.example", UNASKED));
    passes(20_000);

    assertThat(log).containsExactly("1@0", "2@5000", "3@6000", "4@7000");
  }

  @Test
  void aHostThatWantsMoreTimeHasIt() {
    over(enter("1", "a.example", 5_000));
    over(enter("2", "a.example", 5_000));
    passes(20_000);

    assertThat(log).containsExactly("1@0", "2@5000");
  }

  @Test
  void aHostIsLeftAloneForAsLongAsItAsks() {
    queue.rest("a.example", Duration.ofMinutes(2));
    queue.rest("A.example", Duration.ofMinutes(1));

    assertThat(queue.quiet("a.example")).isEqualTo(Duration.ofMinutes(2));
    assertThat(queue.quiet("b.example")).isZero();
    passes(120_000);
    assertThat(queue.quiet("a.example")).isZero();
  }

  @Test
  void aHostThatDoesNotSayForHowLongIsLeftAloneTwiceAsLongEachTime() {
    List<Duration> rests = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rests.add(queue.rest("a.example"));
    }
    queue.well("a.example");
    rests.add(queue.rest("a.example"));

    assertThat(rests)
        .extracting(Duration::toMinutes)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 1L);
  }

  @Test
  void thousandsOfHostsAreForgottenAgain() {
    for (int i = 0; i < 5_000; i++) {
      over(enter("", i + ".example", 0));
      passes(10);
    }
    queue.rest("kept.example", Duration.ofHours(1));
    passes(2_000);
    for (int i = 0; i < 5_000; i++) {
      over(enter("", i + ".other.example", 0));
      passes(10);
    }

    assertThat(queue.size()).isLessThan(1_100);
    assertThat(queue.quiet("kept.example")).isPositive();
  }
}
