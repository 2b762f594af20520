package dev.vedette.poll;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is at each host: the least time between two requests, few at once, and none while
 * the host wants to be left alone. Those who wait have no thread. Thread-safe.
 *
 * <p>The time counts from the moment at which a request leaves, not from its turn: between the two
 * are the name server, the connection and the handshake, which take as long as they like.
 */
final class HostQueue {

  /** How many requests one host has to answer at once: one that hangs does not stop all others. */
  static final int AT_ONCE = 2;

  /** Hosts that are remembered before those are forgotten of whom nothing is to be remembered. */
  private static final int MANY = 1_000;

  private static final Duration FIRST_REST = Duration.ofMinutes(1);
  private static final Duration LONGEST_REST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 6;

  /** Wakes the queue later. */
  interface Timer {
    void after(long nanos, Runnable what);
  }

  /** A turn that was taken. */
  interface Turn {

    /** The request leaves. */
    void sent();

    /** The answer is there, or there will be none; to be called once. */
    void over();
  }

  private final long spacing;
  private final LongSupplier clock;
  private final Timer timer;
  private final Map<String, Host> hosts = new HashMap<>();

  /**
   * @param clock as {@link System#nanoTime}
   */
  HostQueue(Duration spacing, LongSupplier clock, Timer timer) {
    this.spacing = spacing.toNanos();
    this.clock = clock;
    this.timer = timer;
  }

  /**
   * Comes when it is one's turn.
   *
   * @param atLeast the time that this host wants between two requests, if that is more than usual;
   *     null where it was not asked, which leaves it at what it wanted before
   */
  CompletableFuture<Turn> enter(String host, @Nullable Duration atLeast) {
    CompletableFuture<Turn> turn = new CompletableFuture<>();
    List<Runnable> granted;
    synchronized (this) {
      Host at = host(host);
      at.waiting.add(turn);
      at.spacing = atLeast == null ? at.spacing : Math.max(spacing, atLeast.toNanos());
      granted = at.grant();
    }
    granted.forEach(Runnable::run);
    return turn;
  }

  /** How much longer the host is to be left alone; zero where it may be asked. */
  synchronized Duration quiet(String host) {
    Host at = hosts.get(host.toLowerCase(Locale.ROOT));
    return Duration.ofNanos(at == null ? 0 : Math.max(0, at.quietUntil - clock.getAsLong()));
  }

  /** The host asks to be left alone for so long. */
  synchronized void rest(String host, Duration asked) {
    Host at = host(host);
    long until = clock.getAsLong() + asked.toNanos();
    at.quietUntil = until - at.quietUntil > 0 ? until : at.quietUntil;
  }

  /** The host has too much to do and does not say for how long: 1, 2, 4 minutes, up to an hour. */
  Duration rest(String host) {
    Duration wait;
    synchronized (this) {
      Host at = host(host);
      wait = FIRST_REST.multipliedBy(1L << Math.min(at.strikes++, MOST_DOUBLINGS));
    }
    wait = wait.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wait;
    rest(host, wait);
    return wait;
  }

  /** The host answers as it should. */
  synchronized void well(String host) {
    Host at = hosts.get(host.toLowerCase(Locale.ROOT));
    if (at != null) {
      at.strikes = 0;
    }
  }

  /** How many hosts are remembered. */
  synchronized int size() {
    return hosts.size();
  }

  private Host host(String name) {
    if (hosts.size() > MANY) {
      long now = clock.getAsLong();
      hosts.values().removeIf(host -> host.isForgettable(now));
    }
    return hosts.computeIfAbsent(name.toLowerCase(Locale.ROOT), host -> new Host(clock));
  }

  /** One host; all of it under the lock of the queue. */
  private final class Host {
    private final Deque<CompletableFuture<Turn>> waiting = new ArrayDeque<>();
    private int running;
    private long spacing = HostQueue.this.spacing;
    private @Nullable Taken unsent;
    private long freeAt;
    private long quietUntil;
    private int strikes;
    private boolean alarmed;

    Host(LongSupplier clock) {
      freeAt = clock.getAsLong();
      quietUntil = freeAt;
    }

    /** Gives out the turns that are due; what it returns must be run without the lock. */
    List<Runnable> grant() {
      List<Runnable> granted = new ArrayList<>();
      long now = clock.getAsLong();
      if (isOpen() && freeAt - now <= 0) {
        CompletableFuture<Turn> next = waiting.remove();
        running++;
        Taken turn = new Taken(this);
        unsent = turn;
        granted.add(() -> next.complete(turn));
      } else if (isOpen() && !alarmed) {
        alarmed = true;
        timer.after(freeAt - now, () -> wake(this));
      }
      return granted;
    }

    /** Whether somebody waits for nothing but the time. */
    private boolean isOpen() {
      return !waiting.isEmpty() && running < AT_ONCE && unsent == null;
    }

    /** That one's request left just now, or never will. */
    void left(Taken turn) {
      if (turn.equals(unsent)) {
        unsent = null;
        freeAt = clock.getAsLong() + spacing;
      }
    }

    boolean isForgettable(long now) {
      return waiting.isEmpty()
          && running == 0
          && freeAt - now <= 0
          && quietUntil - now <= 0
          && strikes == 0;
    }
  }

  private void wake(Host host) {
    List<Runnable> granted;
    synchronized (this) {
      host.alarmed = false;
      granted = host.grant();
    }
    granted.forEach(Runnable::run);
  }

  private final class Taken implements Turn {
    private final Host host;

    Taken(Host host) {
      this.host = host;
    }

    @Override
    public void sent() {
      List<Runnable> granted;
      synchronized (HostQueue.this) {
        host.left(this);
        granted = host.grant();
      }
      granted.forEach(Runnable::run);
    }

    @Override
    public void over() {
      List<Runnable> granted;
      synchronized (HostQueue.this) {
        host.left(this);
        host.running--;
        granted = host.grant();
      }
      granted.forEach(Runnable::run);
    }
  }
}
