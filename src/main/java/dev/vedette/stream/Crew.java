package dev.vedette.stream;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share work among them. Whoever gives more than they can do does some of it, so that
 * no more waits in memory than is soon done.
 */
final class Crew implements AutoCloseable {

  private final ThreadPoolExecutor threads;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Crew(int size) {
    this.threads =
        new ThreadPoolExecutor(
            size,
            size,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(size),
            new ThreadPoolExecutor.CallerRunsPolicy());
  }

  /**
   * Gives them some work.
   *
   * @throws RuntimeException if earlier work failed: what it threw
   */
  void take(Runnable work) {
    throwFailure();
    threads.execute(() -> run(work));
  }

  private void run(Runnable work) {
    try {
      if (failure.get() == null) {
        work.run();
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  /**
   * Waits until all is done.
   *
   * @throws RuntimeException if some work failed: what it threw
   */
  void finish() {
    threads.shutdown();
    try {
      while (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
        throwFailure();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StreamException("interrupted while articles were read", e);
    }
    throwFailure();
  }

  private void throwFailure() {
    Throwable thrown = failure.get();
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown != null) {
      throw (RuntimeException) thrown;
    }
  }

  /** Lets go of what has not begun. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
