package dev.vedette.sink;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A web server on loopback that remembers what was posted to it and answers as it is told. */
public final class Receiver implements AutoCloseable {

  /** What was posted; header names in lower case. */
  public record Request(String target, Map<String, String> headers, String body) {

    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Function<Request, String> answers = request -> "HTTP/1.1 200 OK\n\n";
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile boolean dripping;
  private volatile boolean breaking;

  public Receiver() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  /** From now on this answer. */
  public void answer(String head, String body) {
    answers = request -> head + "\n\n" + body;
  }

  /** From now on an answer that depends on what is asked: head, an empty line, body. */
  public void answer(Function<Request, String> next) {
    answers = next;
  }

  /** From now on the same answer, but its body never ends. */
  void drip() {
    dripping = true;
  }

  /** From now on the same answer, but the connection breaks off before its body has ended. */
  void breakOff() {
    breaking = true;
  }

  public URI uri(String path) {
    return URI.create("http://" + host() + path);
  }

  public String host() {
    return "localhost:" + socket.getLocalPort();
  }

  /** All requests so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** How many connections were made to it so far. */
  int connections() {
    return accepted.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.add(connection);
        accepted.incrementAndGet();
        threads.execute(() -> serve(connection));
      }
    } catch (IOException closed) {
      threads.shutdown();
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (Request request = read(in); request != null; request = read(in)) {
        requests.add(request);
        answer(connection.getOutputStream(), answers.apply(request));
        if (breaking) {
          break;
        }
      }
    } catch (IOException theOtherSideHungUp) {
      // nothing is owed to it
    } finally {
      connections.remove(connection);
    }
  }

  private static Request read(InputStream in) throws IOException {
    String line = line(in);
    if (line.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>();
    String target = line.split(" ", -1)[1];
    for (line = line(in); !line.isEmpty(); line = line(in)) {
      String[] header = line.split(": ?", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Request(target, headers, new String(in.readNBytes(length), UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append(c == '\r' ? "" : (char) c);
    }
    return line.toString();
  }

  private void answer(OutputStream out, String answer) throws IOException {
    int end = answer.indexOf("\n\n");
    byte[] body = answer.substring(end + 2).getBytes(UTF_8);
    boolean bodiless = answer.contains(" 204 ");
    String head =
        answer.substring(0, end)
            + (bodiless
                ? ""
                : "\nContent-Length: " + (dripping || breaking ? 1_000_000 : body.length))
            + "\n\n";
    out.write(head.replace("\n", "\r\n").getBytes(ISO_8859_1));
    if (!bodiless) {
      out.write(body);
    }
    out.flush();
    while (dripping) {
      out.write(' ');
      out.flush();
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : connections) {
        connection.close();
      }
      threads.shutdownNow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
