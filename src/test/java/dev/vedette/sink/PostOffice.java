package dev.vedette.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on loopback that says of each letter what it is told to, one after the other. */
final class PostOffice implements AutoCloseable {

  private final ServerSocket socket;
  private final List<String> letters = new CopyOnWriteArrayList<>();
  private volatile String answer = "250 taken";
  private volatile boolean polite = true;
  private volatile Set<String> dead = Set.of();

  PostOffice() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "post-office");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** What it says of a letter from now on. */
  void answer(String line) {
    answer = line;
  }

  /** From now on it breaks off instead of saying goodbye. */
  void breakOff() {
    polite = false;
  }

  /** Who is not known here. */
  void dead(String... addresses) {
    dead = Set.of(addresses);
  }

  /** What it was given, taken or not. */
  List<String> letters() {
    return List.copyOf(letters);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        converse(connection);
      } catch (IOException theOtherSideHungUp) {
        // nothing is owed to it
      }
    }
  }

  private void converse(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
    OutputStream out = connection.getOutputStream();
    say(out, "220 post office");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.split(" ", -1)[0];
      switch (command) {
        case "EHLO" -> say(out, "250-post office\r\n250 AUTH PLAIN LOGIN");
        case "AUTH" -> say(out, "235 welcome");
        case "DATA" -> {
          say(out, "354 go on");
          letters.add(letter(in));
          say(out, answer);
        }
        case "QUIT" -> {
          if (polite) {
            say(out, "221 bye");
          } else {
            connection.setSoLinger(true, 0);
          }
          return;
        }
        case "RCPT" -> {
          boolean unknown = dead.stream().anyMatch(line::contains);
          say(out, unknown ? "550 no such user" : "250 well");
        }
        default -> say(out, "250 well");
      }
    }
  }

  private static String letter(BufferedReader in) throws IOException {
    StringBuilder letter = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      letter.append(line).append('\n');
    }
    return letter.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
