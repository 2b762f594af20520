package dev.vedette.bench.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Outlets that publish marked articles at a rate, as feeds over HTTP, each at an address of its own
 * on loopback. One article in ten is a copy of an earlier one of another outlet.
 */
final class Press implements AutoCloseable {

  /** An item leaves its feed when it is this old: longer than any fault lasts. */
  private static final Duration KEPT = Duration.ofMinutes(5);

  private static final int OVERSIZE = 600_000;

  private final List<HttpServer> servers = new ArrayList<>();
  private final List<Deque<Item>> feeds = new ArrayList<>();
  private final List<Marker> published = new ArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final int entries;
  private final Random random;
  private boolean nextIsOversize;

  private record Item(Marker marker, String title, String body, Instant at) {}

  Press(int outlets, int entries, Random random) throws IOException {
    this.entries = entries;
    this.random = random;
    for (int outlet = 0; outlet < outlets; outlet++) {
      Deque<Item> feed = new ArrayDeque<>();
      feeds.add(feed);
      int port = outlet == 0 ? 0 : servers.get(0).getAddress().getPort();
      HttpServer server = HttpServer.create(new InetSocketAddress(host(outlet), port), 50);
      server.createContext("/feed.xml", exchange -> serve(exchange, feed));
      server.start();
      servers.add(server);
    }
  }

  private static String host(int outlet) {
    return "127.0.0." + (10 + outlet);
  }

  /** Where an outlet's feed is. */
  String feed(int outlet) {
    return address(outlet) + "/feed.xml";
  }

  private String address(int outlet) {
    return "http://" + host(outlet) + ":" + servers.get(0).getAddress().getPort();
  }

  /** Begins to publish. */
  void start(double articlesPerSecond) {
    long pause = (long) (TimeUnit.SECONDS.toMicros(1) / articlesPerSecond);
    clock.scheduleAtFixedRate(this::publish, pause, pause, TimeUnit.MICROSECONDS);
  }

  /** The next article has a text that is longer than what is kept of one. */
  synchronized void makeTheNextOversize() {
    nextIsOversize = true;
  }

  /** Ends publishing; the feeds stay. */
  void stop() throws InterruptedException {
    clock.shutdown();
    clock.awaitTermination(10, TimeUnit.SECONDS);
  }

  /** What was published so far, by number. */
  synchronized List<Marker> published() {
    return List.copyOf(published);
  }

  private synchronized void publish() {
    Marker marker = next();
    published.add(marker);
    String body = Prose.body(marker.story(), marker.entry());
    if (nextIsOversize && !marker.isCopy()) {
      nextIsOversize = false;
      body += " " + "ulmo ".repeat(OVERSIZE / 5);
    }
    Deque<Item> feed = feeds.get(marker.source());
    Instant now = Instant.now();
    feed.addFirst(new Item(marker, "No. " + marker.number(), body, now));
    while (feed.getLast().at().isBefore(now.minus(KEPT))) {
      feed.removeLast();
    }
  }

  private Marker next() {
    int number = published.size();
    int source = random.nextInt(feeds.size());
    if (number > 100 && random.nextInt(10) == 0) {
      Marker first = published.get(number - 1 - random.nextInt(100));
      if (!first.isCopy() && first.source() != source) {
        return new Marker(number, source, first.entry(), first.number());
      }
    }
    return new Marker(number, source, random.nextInt(entries), number);
  }

  private void serve(HttpExchange exchange, Deque<Item> feed) throws IOException {
    byte[] bytes =
        rss(exchange.getLocalAddress().getHostString(), feed).getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().add("Content-Type", "application/rss+xml; charset=utf-8");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private synchronized String rss(String host, Deque<Item> feed) {
    StringBuilder rss = new StringBuilder("<rss version='2.0'><channel><title>An outlet</title>");
    for (Item item : feed) {
      rss.append(
          "<item><title>%s</title><link>%s/a/%d</link><guid>%s/a/%d</guid><pubDate>%s</pubDate><description>%s</description></item>"
              .formatted(
                  item.title(),
                  address(item.marker().source()),
                  item.marker().number(),
                  host,
                  item.marker().number(),
                  DateTimeFormatter.RFC_1123_DATE_TIME.format(item.at().atOffset(ZoneOffset.UTC)),
                  item.body()));
    }
    return rss.append("</channel></rss>").toString();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    servers.forEach(server -> server.stop(0));
  }
}
