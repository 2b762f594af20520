package dev.vedette.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vedette.article.Article;
import dev.vedette.document.Secrets;
import dev.vedette.poll.Poll;
import dev.vedette.poll.PollSettings;
import dev.vedette.poll.Poller;
import dev.vedette.poll.Source;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A poll reads a feed and three pages and stores what it found. Each of its steps, over HTTP and to
 * the broker, fails once: before it has done anything, or after it has and nobody was told.
 */
class EveryStepFailsOnceIT {

  private static final int PAGES = 3;
  private static final int ROUNDS = 3;
  private static final Set<String> TO_THE_BROKER =
      Set.of("initTransactions", "beginTransaction", "send", "commitTransaction");

  @TempDir private Path directory;

  private final List<String> failed = new ArrayList<>();
  private int step;
  private int failAt;
  private boolean afterwards;
  private String feed = "";

  /** Whether this step is the one, this time. */
  private boolean fails(String what) {
    step++;
    if (step != failAt) {
      return false;
    }
    failed.add(what + (afterwards ? ", done" : ", not done"));
    return true;
  }

  @Test
  void nothingIsLostAndNothingIsStoredTwice() throws IOException {
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 9);
    web.createContext("/", this::answer);
    web.start();
    PollSettings settings =
        new PollSettings(
            Duration.ofMinutes(1),
            false,
            Duration.ofSeconds(10),
            1 << 20,
            Duration.ZERO,
            1,
            10,
            "Vedette/test",
            "",
            true,
            Set.of("127.0.0.1"));
    KafkaSettings kafka = new KafkaSettings("", 0, 1, -1, Map.of());
    try (Cluster cluster = Cluster.host(kafka, directory.resolve("data"), why -> {});
        Poller poller = new Poller(settings, directory, Secrets.NONE)) {
      cluster.ensureTopics(Watchlists.of(List.of(), "none"));
      List<String> expected = new ArrayList<>();
      int port = web.getAddress().getPort();
      int steps = stepsWithoutFailure(cluster.clients(), poller, port);
      for (failAt = 1; failAt <= steps; failAt++) {
        for (boolean done : new boolean[] {false, true}) {
          afterwards = done;
          feed = "feed-" + failAt + (done ? "-done" : "");
          pollUntilAllIsStored(cluster.clients(), poller, port);
          for (int page = 0; page < PAGES; page++) {
            expected.add(feed + "/" + page);
          }
        }
      }
      assertThat(failed).hasSize(2 * steps);

      List<String> stored = new ArrayList<>();
      new ArticleLog(cluster.clients()).read(Instant.EPOCH, article -> stored.add(path(article)));
      stored.removeIf(path -> path.startsWith("feed-whole/"));
      assertThat(stored).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(failed)
          .contains("GET feed, not done", "GET page, done", "commitTransaction, not done")
          .contains("initTransactions, done", "send, not done", "commitTransaction, done");
    } finally {
      web.stop(0);
    }
  }

  private static String path(Article article) {
    return URI.create(article.url()).getPath().substring(1);
  }

  /** How many there are when nothing goes wrong. */
  private int stepsWithoutFailure(KafkaClients clients, Poller poller, int port) {
    feed = "feed-whole";
    poll(clients, poller, source(port));
    return step;
  }

  /** As the group of pollers does it: what could not be stored is polled again from what was. */
  private void pollUntilAllIsStored(KafkaClients clients, Poller poller, int port) {
    Source source = source(port);
    step = 0;
    for (int round = 0; round < ROUNDS; round++) {
      poll(clients, poller, source);
    }
    try (PollShard restarted = PollShard.open(clients, 0)) {
      assertThat(restarted.state(source).articles()).as("after %s", failed).isEqualTo(PAGES);
      assertThat(restarted.state(source).lastError()).isNull();
    }
  }

  private void poll(KafkaClients clients, Poller poller, Source source) {
    try (PollShard shard = PollShard.open(clients, 0, this::faulty)) {
      Poll poll = poller.poll(source, shard.state(source), Instant.now()).join();
      shard.commit(List.of(poll));
    } catch (KafkaException e) {
      assertThat(e).hasMessage("on purpose");
    }
  }

  private Source source(int port) {
    return new Source.Feed(
        new Source.Settings(feed, feed, Duration.ofSeconds(1), "en", true),
        URI.create("http://127.0.0.1:" + port + "/" + feed),
        Source.FullText.PAGE);
  }

  @SuppressWarnings("unchecked") // a proxy of just this interface
  private Producer<String, byte[]> faulty(Producer<String, byte[]> real) {
    return (Producer<String, byte[]>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Producer.class},
            (proxy, method, arguments) -> call(real, method, arguments));
  }

  private Object call(Producer<String, byte[]> real, Method method, Object[] arguments)
      throws Throwable {
    boolean fails = TO_THE_BROKER.contains(method.getName()) && fails(method.getName());
    if (fails && !afterwards) {
      throw new TimeoutException("on purpose");
    }
    try {
      Object answer = method.invoke(real, arguments);
      if (fails) {
        throw new TimeoutException("on purpose");
      }
      return answer;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** A feed, or a page of it; the connection breaks before the answer, or in the middle of it. */
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean page = path.indexOf('/', 1) > 0;
    byte[] body = (page ? page(path) : rss(exchange.getLocalAddress().getPort())).getBytes(UTF_8);
    boolean fails = path.startsWith("/feed-") && fails(page ? "GET page" : "GET feed");
    try (exchange) {
      if (!fails || afterwards) {
        String type = page ? "text/html" : "application/rss+xml";
        exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(path.startsWith("/feed-") ? 200 : 404, body.length);
        exchange.getResponseBody().write(body, 0, fails ? body.length / 2 : body.length);
      }
    } catch (IOException e) { // the half answer
      assertThat(fails).isTrue();
    }
  }

  private String rss(int port) {
    StringBuilder rss = new StringBuilder("<rss version='2.0'><channel><title>A feed</title>");
    for (int page = 0; page < PAGES; page++) {
      rss.append(
          "<item><title>Item %d of %s</title><link>http://127.0.0.1:%d/%s/%d</link></item>"
              .formatted(page, feed, port, feed, page));
    }
    return rss.append("</channel></rss>").toString();
  }

  private static String page(String path) {
    return """
    <html><head><title>%s</title></head><body><article><h1>%s</h1>
    <p>The harbour stays closed, its master said on Tuesday, because of the drills outside.</p>
    <p>Nobody knows for how long that will be, and the fishermen have begun to complain.</p>
    </article></body></html>
    """
        .formatted(path, path);
  }
}
