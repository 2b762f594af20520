package dev.vedette.bench.polls;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One server that plays thousands of sites, each by the number that its address begins with: most
 * have a feed with validators and a new item now and then; of ten, one is busy, has moved, is gone,
 * holds for a while, or is a list of pages with a robots.txt.
 */
final class Sites implements AutoCloseable {

  /** What is special about a site, by the last digit of its number. */
  enum Kind {
    PLAIN,
    BUSY,
    MOVED,
    GONE,
    HOLDING,
    LIST
  }

  private static final int ITEMS = 30;

  /**
   * One request.
   *
   * @param at when it came
   */
  private record Visit(HttpExchange exchange, long at) {
    String host() {
      return exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", "");
    }

    String path() {
      return exchange.getRequestURI().getPath();
    }

    String header(String name) {
      return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }
  }

  private final Duration latency;
  private final Duration newItem;
  private final RequestLog log;
  private final Map<Integer, Integer> visits = new ConcurrentHashMap<>();
  private final long begin = System.nanoTime();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
  private final HttpServer server;

  /**
   * @param latency of each answer
   * @param newItem how often a site publishes
   */
  Sites(Duration latency, Duration newItem, RequestLog log) throws IOException {
    this.latency = latency;
    this.newItem = newItem;
    this.log = log;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    server.setExecutor(clock);
    server.createContext(
        "/",
        exchange -> {
          Visit visit = new Visit(exchange, System.nanoTime());
          clock.schedule(() -> answer(visit), latency.toMillis(), TimeUnit.MILLISECONDS);
        });
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  static Kind kind(int number) {
    int digit = number % 10;
    return digit == 0 || digit > 5 ? Kind.PLAIN : Kind.values()[digit];
  }

  private void answer(Visit visit) {
    try (HttpExchange exchange = visit.exchange()) {
      if (visit.path().equals("/robots.txt")) {
        reply(visit, 200, "User-agent: *\nDisallow: /private\nCrawl-delay: 2\n");
      } else if (visit.path().contains("/story")) {
        reply(visit, 200, story(visit.path()));
      } else {
        document(visit, exchange.getResponseHeaders());
      }
    } catch (IOException closedByTheOtherSide) {
      return; // it is in the log as it was meant to be answered
    }
  }

  private void document(Visit visit, Headers headers) throws IOException {
    int number = Integer.parseInt(visit.path().split("/", 3)[1]);
    int times = visits.merge(number, 1, Integer::sum);
    Kind kind = kind(number);
    if (kind == Kind.GONE) {
      reply(visit, 410, "");
    } else if (kind == Kind.BUSY && times % 3 == 2) {
      headers.set("Retry-After", "20");
      reply(visit, 429, "");
    } else if (kind == Kind.MOVED && visit.path().endsWith("/feed")) {
      headers.set("Location", "moved");
      reply(visit, 301, "");
    } else {
      if (kind == Kind.HOLDING) {
        headers.set("Cache-Control", "max-age=30");
      }
      edition(visit, headers, kind == Kind.LIST);
    }
  }

  private void edition(Visit visit, Headers headers, boolean list) throws IOException {
    long edition = (System.nanoTime() - begin) / newItem.toNanos();
    String etag = "\"" + edition + '"';
    headers.set("ETag", etag);
    if (etag.equals(visit.header("If-None-Match"))) {
      reply(visit, 304, "");
    } else {
      reply(visit, 200, list ? list(edition) : feed(visit.path(), edition));
    }
  }

  private void reply(Visit visit, int status, String text) throws IOException {
    boolean conditional = !visit.header("If-None-Match").equals("null");
    log.add(
        visit.at(),
        visit.host(),
        "GET " + visit.path() + (conditional ? " if none match" : ""),
        String.valueOf(status));
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    visit.exchange().sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      visit.exchange().getResponseBody().write(body);
    }
  }

  private static String feed(String path, long edition) {
    StringBuilder items = new StringBuilder();
    for (long n = edition; n > edition - ITEMS; n--) {
      items.append(
          "<item><guid isPermaLink='false'>%s/%d</guid><title>Report %d of %s</title>"
              .formatted(path, n, n, path));
      items.append("<description>The harbour stays closed for the day.</description></item>");
    }
    return "<rss version='2.0'><channel><title>%s</title>%s</channel></rss>".formatted(path, items);
  }

  private static String list(long edition) {
    return "<html><body><a href='story/%d'>one</a> <a href='/private'>two</a></body></html>"
        .formatted(edition);
  }

  private static String story(String path) {
    return "<html><body><article><h1>Story %s</h1><p>%s</p></article></body></html>"
        .formatted(path, "The harbour stays closed, its master said on Tuesday. ".repeat(5));
  }

  @Override
  public void close() {
    server.stop(0);
    clock.shutdownNow();
  }
}
