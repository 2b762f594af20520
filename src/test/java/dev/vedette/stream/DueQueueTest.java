package dev.vedette.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.poll.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  private void add(String id, String host, long seconds) {
    queue.add(source(id, host), NOW.plusSeconds(seconds));
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
}
