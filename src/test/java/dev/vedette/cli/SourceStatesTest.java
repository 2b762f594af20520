package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.poll.PollState;
import dev.vedette.poll.Source;
import dev.vedette.web.SourceView;
import java.net.URI;
import java.time.Duration;
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
            List.of(WIRE),
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
            List.of(WIRE),
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
            List.of(WIRE),
            Map::of,
            () -> {
              CompletableFuture.supplyAsync(() -> states.get().views())
                  .orTimeout(10, TimeUnit.SECONDS)
                  .join();
              return Map.of("wire", STORED);
            }));

    assertThat(states.get().views()).extracting(SourceView::address).containsExactly(STORED.url());
  }
}
