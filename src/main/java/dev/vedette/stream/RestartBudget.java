package dev.vedette.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that died, but not for ever: a fault that comes back at once would
 * otherwise loop unseen.
 */
final class RestartBudget {

  static final int RESTARTS = 5;
  static final long WITHIN_MILLIS = 10 * 60_000L;

  private static final Logger LOG = LoggerFactory.getLogger(RestartBudget.class);

  private final LongSupplier clock;
  private final Deque<Long> restarts = new ArrayDeque<>();

  /**
   * @param clock milliseconds
   */
  RestartBudget(LongSupplier clock) {
    this.clock = clock;
  }

  synchronized StreamThreadExceptionResponse answer(Throwable thrown, Consumer<String> died) {
    long now = clock.getAsLong();
    while (!restarts.isEmpty() && restarts.getFirst() < now - WITHIN_MILLIS) {
      restarts.removeFirst();
    }
    if (restarts.size() == RESTARTS) {
      died.accept(
          "the pipeline failed %d times within %d minutes and has stopped: %s"
              .formatted(RESTARTS + 1, WITHIN_MILLIS / 60_000, thrown));
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    restarts.addLast(now);
    LOG.error("stream thread replaced restarts={} of={}", restarts.size(), RESTARTS, thrown);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
