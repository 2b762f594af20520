package dev.vedette.bench.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Browsers that listen to the live stream, all read by one thread so that they cost little. */
final class Ears implements AutoCloseable {

  /** How the row of an alert begins; its number follows. */
  private static final String ROW = "{\"id\":\"alert-";

  /** Told of each alert that a browser has heard whole. */
  interface Heard {
    void heard(int alert);
  }

  private final Selector selector;
  private final List<SocketChannel> channels = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
  private final Heard heard;
  private final Thread thread = new Thread(this::listen, "ears");
  private volatile boolean closed;
  private volatile int greeted;

  Ears(URI page, int count, Heard heard) throws IOException {
    this.heard = heard;
    this.selector = Selector.open();
    String request = "GET /api/events HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(page.getAuthority());
    for (int i = 0; i < count; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(page.getHost(), page.getPort()));
      channel.write(ByteBuffer.wrap(request.getBytes(ISO_8859_1)));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, new StringBuilder());
      channels.add(channel);
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** How many have been greeted. */
  int greeted() {
    return greeted;
  }

  private void listen() {
    try {
      while (!closed) {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          if (key.attachment() instanceof StringBuilder rest) {
            read((SocketChannel) key.channel(), rest);
          }
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(SocketChannel channel, StringBuilder rest) throws IOException {
    buffer.clear();
    int length = channel.read(buffer);
    if (length < 0) {
      throw new IOException("a browser was let go");
    }
    rest.append(new String(buffer.array(), 0, length, ISO_8859_1));
    int end = rest.indexOf("\n\n");
    while (end >= 0) {
      take(rest.substring(0, end));
      rest.delete(0, end + 2);
      end = rest.indexOf("\n\n");
    }
  }

  private void take(String event) {
    if (event.contains("event: hello")) {
      greeted++; // by this thread only
    }
    int at = event.indexOf(ROW);
    while (at >= 0) {
      int from = at + ROW.length();
      int to = event.indexOf('"', from);
      heard.heard(Integer.parseInt(event, from, to, 10));
      at = event.indexOf(ROW, to);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (SocketChannel channel : channels) {
      channel.close();
    }
    selector.close();
  }
}
