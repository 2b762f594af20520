package dev.vedette.poll;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Wakes whoever waits: thousands wait at the price of one thread. Thread-safe. */
final class Alarms implements AutoCloseable {

  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, daemons("fetch-alarms"));

  /** What was asked for. */
  interface Alarm {
    /** It is not wanted any more. */
    void cancel();
  }

  Alarms() {
    clock.setRemoveOnCancelPolicy(true);
    clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * Runs something short later, once.
   *
   * @param nanos from now
   */
  Alarm after(long nanos, Runnable what) {
    if (clock.isShutdown()) {
      return () -> {};
    }
    ScheduledFuture<?> scheduled = clock.schedule(what, nanos, TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(false);
  }

  /** Threads that keep no process alive. */
  static ThreadFactory daemons(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + '-' + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
