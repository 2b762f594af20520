package dev.vedette.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.poll.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DueQueueTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final DueQueue queue = new DueQueue();

  private static Source source(String id, String host) {
    return new Source.Feed(
        new Source.Settings(id, id, Duration.ofMinutes(1), "", true),
        URI.create("https://" + host + "/" + id),
        Source.FullText.FEED);
  }

  private final Map<Source, Instant> sources = new LinkedHashMap<>();

  private void add(String id, String host, long seconds) {
    add(source(id, host), seconds);
  }

  private void add(Source source, long seconds) {
    sources.put(source, NOW.plusSeconds(seconds));
    follow();
  }

  /** Those that were changed are due long since. */
  private void follow() {
    queue.follow(
        sources.keySet(),
        (source, changed) -> changed ? NOW.minusSeconds(1000) : sources.get(source));
  }

  private List<String> due(long seconds) {
    List<String> ids = new ArrayList<>();
    @Nullable Source next;
    while ((next = queue.take(NOW.plusSeconds(seconds))) != null) {
      ids.add(next.id());
    }
    return ids;
  }

  @Test
  void theLongestDueIsFirstAndWhatIsNotDueStays() {
    add("later", "a.example", 10);
    add("last", "b.example", 0);
    add("first", "c.example", -60);

    assertThat(due(0)).containsExactly("first", "last");
    assertThat(due(9)).isEmpty();
    assertThat(due(10)).containsExactly("later");
  }

  @Test
  void manySourcesOfOneHostHoldNobodyUp() {
    for (int i = 0; i < 5; i++) {
      add("a" + i, "a.example", i);
    }
    add("b", "b.example", 9);

    assertThat(due(10)).containsExactly("a0", "a1", "b");
    queue.back(source("a1", "a.example"), NOW.plusSeconds(100));
    assertThat(due(10)).containsExactly("a2");
    queue.back(source("a0", "a.example"), NOW.plusSeconds(101));
    queue.back(source("a2", "a.example"), NOW.plusSeconds(102));
    assertThat(due(10)).containsExactly("a3", "a4");
  }

  @Test
  void whatWasPutBackComesAgainAtItsTime() {
    add("a", "a.example", 0);
    due(0);
    queue.back(source("a", "a.example"), NOW.plusSeconds(60));

    assertThat(due(59)).isEmpty();
    assertThat(due(60)).containsExactly("a");
  }

  @Test
  void whoIsNoMoreIsNotTakenWhetherInHereOutOrInLine() {
    for (int i = 0; i < 4; i++) {
      add("a" + i, "a.example", i);
    }
    add("b", "b.example", 9);
    assertThat(due(8)).containsExactly("a0", "a1");

    sources.keySet().removeIf(source -> !source.id().equals("a3"));
    follow();
    queue.back(source("a0", "a.example"), NOW);
    queue.back(source("a1", "a.example"), NOW);

    assertThat(due(10)).containsExactly("a3");
  }

  @Test
  void whatWasChangedIsTakenOnceAsItIsNowAndTheRestKeepsItsTime() {
    add("in", "a.example", 60);
    add("out", "b.example", 0);
    add("other", "c.example", 60);
    due(0);

    sources.keySet().removeIf(source -> !source.id().equals("other"));
    sources.put(source("in", "d.example"), NOW.plusSeconds(60));
    add("out", "e.example", 0);

    assertThat(queue.take(NOW)).isEqualTo(source("in", "d.example"));
    assertThat(queue.take(NOW)).isNull();
    queue.back(source("out", "b.example"), NOW.plusSeconds(100));
    assertThat(queue.take(NOW)).isEqualTo(source("out", "e.example"));
    assertThat(due(59)).isEmpty();
    assertThat(due(200)).containsExactly("other");
  }

  @Test
  void whatWasRemovedAndPutBackWhileItWasOutIsThereOnce() {
    add("a", "a.example", 0);
    due(0);

    sources.clear();
    follow();
    add("a", "a.example", 0);

    assertThat(due(0)).isEmpty();
    queue.back(source("a", "a.example"), NOW.plusSeconds(60));
    assertThat(due(60)).containsExactly("a");
    assertThat(due(1000)).isEmpty();
  }

  @Test
  void whatAHubTellsOfIsDueSoonerAndNeverLater() {
    add("told", "a.example", 100);
    add("other", "b.example", 100);
    queue.sooner("told", NOW.plusSeconds(10));
    queue.sooner("told", NOW.plusSeconds(50));
    queue.sooner("unknown", NOW);

    assertThat(due(9)).isEmpty();
    assertThat(due(10)).containsExactly("told");
    assertThat(due(100)).containsExactly("other");
  }
}
