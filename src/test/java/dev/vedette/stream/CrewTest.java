package dev.vedette.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrewTest {

  @Test
  void allWorkIsDoneBySeveral() {
    AtomicInteger done = new AtomicInteger();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (Crew crew = new Crew(3)) {
      for (int i = 0; i < 1_000; i++) {
        crew.take(
            () -> {
              threads.add(Thread.currentThread());
              done.incrementAndGet();
            });
      }
      crew.finish();
    }

    assertThat(done).hasValue(1_000);
    assertThat(threads).hasSizeGreaterThan(1);
  }

  @Test
  void theFirstFailureEndsIt() {
    try (Crew crew = new Crew(2)) {
      assertThatThrownBy(
              () -> {
                crew.take(CrewTest::fail);
                crew.finish();
              })
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("broken");
    }
  }

  @Test
  void anErrorIsNotSwallowed() {
    try (Crew crew = new Crew(1)) {
      assertThatThrownBy(
              () -> {
                crew.take(
                    () -> {
                      throw new StackOverflowError("deep");
                    });
                crew.finish();
              })
          .isInstanceOf(StackOverflowError.class)
          .hasMessage("deep");
    }
  }

  private static void fail() {
    throw new IllegalStateException("broken");
  }
}
