package dev.vedette.bench.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way from one instance to the broker: a TCP proxy that can be cut, or swallow what it gets.
 */
final class Link implements AutoCloseable {

  /** What becomes of what is sent. */
  enum State {
    /** It arrives. */
    WHOLE,
    /** Connections are closed, and new ones too. */
    CUT,
    /** Nothing arrives, and nobody is told. */
    SILENT
  }

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile State state = State.WHOLE;

  /**
   * A link that is whole.
   *
   * @param port where the instance connects to
   * @param target the broker's port
   */
  Link(int port, int target) throws IOException {
    this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    daemon("link-" + port, this::accept);
  }

  /** Changes what becomes of what is sent; of a link that was not whole, no connection survives. */
  void become(State next) {
    State before = state;
    state = next;
    if (next == State.CUT || before == State.SILENT) {
      open.forEach(this::closeQuietly);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        join(server.accept());
      } catch (IOException e) { // the broker is down, or this link is closed
        continue;
      }
    }
  }

  private void join(Socket near) throws IOException {
    open.add(near);
    if (state == State.CUT) {
      closeQuietly(near);
      return;
    }
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(far);
      daemon("up", () -> pump(near, far));
      daemon("down", () -> pump(far, near));
    } catch (IOException e) {
      closeQuietly(near);
      throw e;
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[64 << 10];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        if (state != State.SILENT) {
          out.write(buffer, 0, got);
        }
      }
    } catch (IOException e) { // one side is gone, so the other goes too
    } finally {
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  private static void daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void closeQuietly(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) { // it is gone
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    open.forEach(this::closeQuietly);
  }
}
