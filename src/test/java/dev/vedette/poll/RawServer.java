package dev.vedette.poll;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web server on loopback that sends whatever bytes it is told to, well-formed or not, and
 * remembers what it was asked.
 */
final class RawServer implements AutoCloseable {

  /** Writes one answer; the connection is closed after it. */
  interface Answer {
    void write(String request, OutputStream out) throws IOException;
  }

  /** What is written to; can be closed without closing what is read from. */
  static final class Stream extends FilterOutputStream {

    private final Socket connection;

    Stream(Socket connection) throws IOException {
      super(connection.getOutputStream());
      this.connection = connection;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    void stopWriting() throws IOException {
      connection.shutdownOutput();
    }
  }

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Answer answer;

  RawServer(Answer answer) {
    this.answer = answer;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  /** Always the same answer: a status line with headers, and a body of known length. */
  static Answer of(String head, String body) {
    return of(head, body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer of(String head, byte[] body) {
    return (request, out) -> {
      String lines = head + "\nContent-Length: " + body.length + "\nConnection: close\n\n";
      out.write(ascii(lines.replace("\n", "\r\n")));
      out.write(body);
    };
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  void answerWith(Answer next) {
    answer = next;
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + socket.getLocalPort() + path);
  }

  /** The heads of all requests so far. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection));
      }
    } catch (IOException closed) {
      threads.shutdown();
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      String request = head(connection.getInputStream());
      requests.add(request);
      OutputStream out = new Stream(connection);
      answer.write(request, out);
      out.flush();
    } catch (SocketException theOtherSideHungUp) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int c;
    while (head.indexOf("\r\n\r\n") < 0 && (c = in.read()) >= 0) {
      head.append((char) c);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
