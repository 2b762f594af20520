package dev.vedette.poll;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of answers may be in memory at once, of all exchanges together: each answer has a
 * limit of its own, but two hundred of them at a time would fill most heaps. An exchange that finds
 * nothing left stops reading until others are done, and so slows its server down. One of those that
 * wait may go on in spite of it, or all might wait for each other; so the most that is ever held is
 * the budget, one whole answer, and what each connection had let in before it asked. Thread-safe.
 */
final class BodyBudget {

  /** One byte in so many of the heap. */
  private static final int HEAP_SHARE = 8;

  private final long most;
  private final Deque<Share> waiting = new ArrayDeque<>();
  private long held;
  private @Nullable Share exempt;

  /**
   * @param most bytes
   */
  BodyBudget(long most) {
    this.most = most;
  }

  /** An eighth of the heap that the JVM may have. */
  static BodyBudget ofHeap() {
    return new BodyBudget(Runtime.getRuntime().maxMemory() / HEAP_SHARE);
  }

  /** For one more exchange. */
  Share open() {
    return new Share();
  }

  /** How many bytes are held now. */
  synchronized long held() {
    return held;
  }

  /** Lets those go on for whom there is room; what it returns must be run without the lock. */
  private List<Runnable> freed() {
    List<Runnable> freed = new ArrayList<>();
    while (!waiting.isEmpty() && (held < most || exempt == null)) {
      Share next = waiting.remove();
      exempt = held < most ? exempt : next;
      freed.add(next.goOn());
    }
    return freed;
  }

  /** What one exchange holds. */
  final class Share {
    private long bytes;
    private boolean closed;
    private @Nullable Runnable next;

    private Share() {}

    /** So many bytes have come. */
    void add(int count) {
      synchronized (BodyBudget.this) {
        if (!closed) {
          bytes += count;
          held += count;
        }
      }
    }

    /** Runs this at once if more may come, else as soon as it may; never once it is closed. */
    void whenFree(Runnable what) {
      List<Runnable> freed;
      synchronized (BodyBudget.this) {
        if (closed) {
          return;
        }
        next = what;
        if (equals(exempt)) {
          freed = List.of(goOn());
        } else {
          waiting.add(this);
          freed = freed();
        }
      }
      freed.forEach(Runnable::run);
    }

    private Runnable goOn() {
      Runnable what = next;
      next = null;
      return what == null ? () -> {} : what;
    }

    /** The bytes are not held any more. May be called again. */
    void close() {
      List<Runnable> freed;
      synchronized (BodyBudget.this) {
        closed = true;
        held -= bytes;
        bytes = 0;
        waiting.remove(this);
        exempt = equals(exempt) ? null : exempt;
        freed = freed();
      }
      freed.forEach(Runnable::run);
    }
  }
}
