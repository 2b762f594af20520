package dev.vedette.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.poll.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private final Outbox outbox = new Outbox();

  private boolean add(String id, boolean alone) {
    Source source = Node.source(id);
    return outbox.add(new Outbox.Item(source, Polls.of(source, 1), alone));
  }

  private List<List<String>> batches() {
    List<List<String>> all = new ArrayList<>();
    List<Outbox.Item> batch = outbox.next();
    while (!batch.isEmpty()) {
      all.add(batch.stream().map(item -> item.source().id()).toList());
      batch = outbox.next();
    }
    return all;
  }

  @Test
  void whatCouldNotBeStoredBeforeGoesAlone() {
    add("a", false);
    add("b", false);
    add("poison", true);
    add("c", false);

    assertThat(batches()).containsExactly(List.of("a", "b"), List.of("poison"), List.of("c"));
  }

  @Test
  void aTransactionHasItsMeasure() {
    for (int i = 0; i < 250; i++) {
      add("s" + i, false);
    }

    assertThat(batches()).extracting(List::size).containsExactly(100, 100, 50);
  }

  @Test
  void oneAtATimeEmptiesIt() {
    assertThat(add("a", false)).isTrue();
    assertThat(add("b", false)).isFalse();
    assertThat(outbox.next()).hasSize(2);
    assertThat(add("c", false)).as("the first is still storing").isFalse();
    assertThat(outbox.next()).hasSize(1);
    assertThat(outbox.next()).isEmpty();
    assertThat(add("d", false)).isTrue();
  }
}
