package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.poll.PollState;
import dev.vedette.poll.Source;
import dev.vedette.poll.Subscription;
import dev.vedette.web.SourceView;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class SourceStatesTest {

  private static final Source WIRE =
      new Source.Feed(
          new Source.Settings("wire", "The wire", Duration.ofMinutes(15), "", true),
          URI.create("https://wire.example/feed"),
          Source.FullText.AUTO);
  private static final PollState STORED = PollState.fresh(WIRE, "https://wire.example/elsewhere");

  private final AtomicInteger reads = new AtomicInteger();

  @Test
  void whatOthersPollIsReadOnceInAWhile() {
    SourceStates states =
        new SourceStates(
            true,
            () -> List.of(WIRE),
            Map::of,
            () -> {
              reads.incrementAndGet();
              return Map.of("wire", STORED);
            });

    assertThat(states.views()).isEqualTo(states.views());
    assertThat(states.views()).extracting(SourceView::address).containsExactly(STORED.url());
    assertThat(reads).hasValue(1);
  }

  @Test
  void aBrokerThatIsAwayIsNotAskedAgainAtOnce() {
    SourceStates states =
        new SourceStates(
            true,
            () -> List.of(WIRE),
            Map::of,
            () -> {
              reads.incrementAndGet();
              throw new TimeoutException("away");
            });

    assertThat(states.views()).extracting(SourceView::id).containsExactly("wire");
    assertThat(states.views()).extracting(SourceView::id).containsExactly("wire");
    assertThat(reads).hasValue(1);
  }

  @Test
  void whileOneReadsTheOthersDoNotWait() {
    AtomicReference<SourceStates> states = new AtomicReference<>();
    states.set(
        new SourceStates(
            true,
            () -> List.of(WIRE),
            Map::of,
            () -> {
              CompletableFuture.supplyAsync(() -> states.get().views())
                  .orTimeout(10, TimeUnit.SECONDS)
                  .join();
              return Map.of("wire", STORED);
            }));

    assertThat(states.get().views()).extracting(SourceView::address).containsExactly(STORED.url());
  }

  @Test
  void itsStateIsTheOneThatTheCommandTells() {
    assertThat(told(true, null)).isEqualTo("new: ");
    assertThat(told(true, STORED)).isEqualTo("new: ");
    assertThat(told(true, polled(0, null, 3))).isEqualTo("ok: ");
    assertThat(told(true, polled(0, null, 0)))
        .isEqualTo("empty: it answers, but has never given an article");
    assertThat(told(true, polled(2, "the moon is in the way", 3)))
        .isEqualTo("failing: the moon is in the way");
    assertThat(told(false, polled(2, "the moon is in the way", 3))).isEqualTo("off: ");
  }

  @Test
  void whenTheArticlesOfTheFirstPollCameIsNotKnown() {
    Instant now = Instant.parse("2026-11-23T13:00:00Z");

    assertThat(SourcesCommand.latest(polled(0, null, 0), now)).isEqualTo("never");
    assertThat(SourcesCommand.latest(polled(0, null, 7), now)).isEqualTo("?");
  }

  private static PollState polled(int failures, String error, long articles) {
    Instant then = Instant.parse("2026-11-23T12:00:00Z");
    return new PollState(
        "wire", "", null, null, List.of(), then, failures, error, then, then, articles);
  }

  @Test
  void ofHubsNothingIsSaidWhereTheyMayNotCall() {
    Instant then = Instant.parse("2026-11-23T12:00:00Z");
    Instant end = Instant.parse("2999-12-03T12:00:00Z");
    PollState state =
        polled(0, null, 3)
            .with(
                new Subscription(
                    "https://hub.example/", "topic", then, 0, null, then, end, null, 0));

    assertThat(told(true, true, state))
        .startsWith("ok: a hub that its feed names no more tells what is new, until 2999-12-03");
    assertThat(told(false, true, state)).isEqualTo("ok: ");
    assertThat(SourceLine.of(state, true, then).hub()).isEqualTo(state.subscription());
    assertThat(SourceLine.of(state, false, then).hub()).isNull();
  }

  private static String told(boolean enabled, PollState state) {
    return told(true, enabled, state);
  }

  private static String told(boolean hubs, boolean enabled, PollState state) {
    Source source =
        new Source.Feed(
            new Source.Settings("wire", "The wire", Duration.ofMinutes(15), "", enabled),
            URI.create("https://wire.example/feed"),
            Source.FullText.AUTO);
    Map<String, PollState> known = state == null ? Map.of() : Map.of("wire", state);
    SourceView view =
        new SourceStates(hubs, () -> List.of(source), () -> known, Map::of).views().get(0);
    return view.state() + ": " + view.note();
  }
}
