package dev.vedette.web;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One browser that listens: what it is sent, in order, as fast as it takes it. */
final class Listener {

  /** Bytes that may wait for a slow reader. */
  private static final int MOST_WAITING = 4 << 20;

  private final Response response;
  private final Callback done;
  private final Consumer<Listener> gone;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private boolean writing;
  private boolean ended;

  /**
   * A listener to whom nothing was sent yet.
   *
   * @param done completes the answer
   * @param gone called when nothing can be sent any more
   */
  Listener(Response response, Callback done, Consumer<Listener> gone) {
    this.response = response;
    this.done = done;
    this.gone = gone;
  }

  /** Sends some bytes after those that wait; lets go of a reader for whom too many do. */
  void send(byte[] bytes) {
    synchronized (this) {
      if (ended) {
        return;
      }
      if (waitingBytes + bytes.length <= MOST_WAITING) {
        waiting.add(bytes);
        waitingBytes += bytes.length;
        if (writing) {
          return;
        }
        writing = true;
      } else {
        ended = true;
      }
    }
    if (ended) {
      fail(new IllegalStateException("the reader does not keep up"));
    } else {
      writeNext();
    }
  }

  /** Ends the stream in order, unless a reader is too slow for that. */
  void end() {
    boolean idle;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      idle = !writing;
    }
    gone.accept(this);
    if (idle) {
      response.write(true, ByteBuffer.allocate(0), done);
    } else {
      done.failed(new IllegalStateException("ended while writing"));
    }
  }

  private void writeNext() {
    byte[] next;
    synchronized (this) {
      next = ended ? null : waiting.poll();
      if (next == null) {
        writing = false;
        return;
      }
      waitingBytes -= next.length;
    }
    response.write(false, ByteBuffer.wrap(next), Callback.from(this::writeNext, this::fail));
  }

  private void fail(Throwable why) {
    synchronized (this) {
      ended = true;
      waiting.clear();
    }
    gone.accept(this);
    done.failed(why);
  }
}
