package dev.vedette.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class RestartBudgetTest {

  private final AtomicLong now = new AtomicLong();
  private final List<String> deaths = new ArrayList<>();
  private final RestartBudget budget = new RestartBudget(now::get);

  @Test
  void aFaultThatComesBackAtOnceEndsTheService() {
    for (int i = 0; i < RestartBudget.RESTARTS; i++) {
      assertThat(fault()).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }

    assertThat(fault()).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(deaths)
        .containsExactly(
            "the pipeline failed 6 times within 10 minutes and has stopped: java.lang.IllegalStateException: again");
  }

  @Test
  void faultsFarApartAreForgiven() {
    for (int i = 0; i < 50; i++) {
      assertThat(fault()).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
      now.addAndGet(RestartBudget.WITHIN_MILLIS / RestartBudget.RESTARTS + 1);
    }
    assertThat(deaths).isEmpty();
  }

  private StreamThreadExceptionResponse fault() {
    return budget.answer(new IllegalStateException("again"), deaths::add);
  }
}
