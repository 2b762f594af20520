package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hosts may say of how they are asked. */
@Timeout(60)
class MannersTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final Map<String, RawServer.Answer> site = new ConcurrentHashMap<>();
  private final RawServer server = new RawServer(this::answer);
  private final HttpFetcher fetcher = fetcher("desk@example.org");

  private static HttpFetcher fetcher(String contact) {
    return new HttpFetcher(
        new PollSettings(
            Duration.ofMinutes(1),
            true,
            Duration.ofSeconds(30),
            1 << 20,
            Duration.ZERO,
            2,
            10,
            "Vedette/0.1",
            contact,
            true,
            Set.of("localhost")),
        Runnable::run);
  }

  private void answer(String request, OutputStream out) throws IOException {
    String path = request.split(" ", 3)[1];
    site.getOrDefault(path, RawServer.of("HTTP/1.1 404 Not Found", "")).write(request, out);
  }

  @AfterEach
  void close() throws IOException {
    fetcher.close();
    server.close();
  }

  private Fetched page(String path) {
    return page(path, NOW);
  }

  private Fetched page(String path, Instant when) {
    return fetcher.fetch(Fetcher.Request.page(server.uri(path), when)).join();
  }

  private Fetched feed(String path) {
    return fetcher.fetch(Fetcher.Request.feed(server.uri(path), null, null, NOW)).join();
  }

  private void robots(String text) {
    site.put("/robots.txt", RawServer.of("HTTP/1.1 200 OK\nContent-Type: text/plain", text));
  }

  private String inWords(Fetched fetched) {
    return FetchedWords.of(fetched).replace(server.uri("").toString(), "SERVER");
  }

  private List<String> asked() {
    return server.requests().stream().map(request -> request.split(" ", 3)[1]).toList();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "'', Vedette/0.1",
    "desk@example.org, Vedette/0.1 (+mailto:desk@example.org)",
    "https://example.org/monitor, Vedette/0.1 (+https://example.org/monitor)",
  })
  void everyRequestSaysWhoAsksAndWhomToWriteTo(String contact, String agent) {
    try (HttpFetcher mine = fetcher(contact)) {
      mine.fetch(Fetcher.Request.page(server.uri("/a"), NOW)).join();
    }

    assertThat(server.requests())
        .hasSize(2)
        .allSatisfy(request -> assertThat(request).contains("User-Agent: " + agent + "\r\n"));
  }

  @Test
  void robotsTxtIsAskedOnceAndObeyedForPages() {
    robots("User-agent: *\nDisallow: /\n\nUser-agent: vedette\nDisallow: /private\nAllow: /\n");
    site.put("/a", RawServer.of("HTTP/1.1 200 OK", "a"));

    assertThat(page("/a")).isInstanceOf(Fetched.Fresh.class);
    Fetched refused = page("/private/b");

    assertThat(inWords(refused))
        .isEqualTo("robots.txt of localhost does not allow SERVER/private/b");
    assertThat(refused).isInstanceOf(Fetched.Barred.class);
    assertThat(asked()).containsExactly("/robots.txt", "/a");
  }

  @Test
  void feedsAreThereForProgramsWhateverRobotsTxtSays() {
    robots("User-agent: *\nDisallow: /\n");
    site.put("/feed", RawServer.of("HTTP/1.1 200 OK", "<rss/>"));

    assertThat(feed("/feed")).isInstanceOf(Fetched.Fresh.class);
    assertThat(asked()).containsExactly("/feed");
  }

  @Test
  void aRedirectToAForbiddenPageIsNotFollowed() {
    robots("User-agent: *\nDisallow: /private\n");
    site.put("/a", RawServer.of("HTTP/1.1 302 Found\nLocation: /private", ""));

    assertThat(inWords(page("/a")))
        .isEqualTo("robots.txt of localhost does not allow SERVER/private");
  }

  @Test
  void pagesWaitWhileRobotsTxtCannotBeHad() {
    site.put("/robots.txt", RawServer.of("HTTP/1.1 500 Oops", ""));
    site.put("/a", RawServer.of("HTTP/1.1 200 OK", "a"));
    Fetched refused = page("/a");
    robots("");

    assertThat(inWords(refused))
        .isEqualTo(
            "not asked for SERVER/a, as its robots.txt cannot be had: HTTP 500 from"
                + " SERVER/robots.txt");
    assertThat(((Fetched.Failed) refused).passing()).isTrue();
    assertThat(page("/a", NOW.plusSeconds(60))).isInstanceOf(Fetched.Failed.class);
    assertThat(page("/a", NOW.plusSeconds(601))).isInstanceOf(Fetched.Fresh.class);
    assertThat(asked()).containsExactly("/robots.txt", "/robots.txt", "/a");
  }

  @Test
  void robotsTxtIsReadAgainAfterADay() {
    robots("User-agent: *\nDisallow: /a\n");
    site.put("/a", RawServer.of("HTTP/1.1 200 OK", "a"));
    Fetched before = page("/a");
    robots("");

    assertThat(before).isInstanceOf(Fetched.Barred.class);
    assertThat(page("/a", NOW.plusSeconds(86_300))).isInstanceOf(Fetched.Barred.class);
    assertThat(page("/a", NOW.plusSeconds(86_500))).isInstanceOf(Fetched.Fresh.class);
  }

  @Test
  void aHostileRobotsTxtCostsLittle() {
    StringBuilder rules = new StringBuilder("User-agent: *\n");
    rules.append("Disallow: /").append("*a".repeat(500)).append("b\n");
    rules.append("Disallow: /x\n".repeat(30_000)).append('\n');
    robots(rules.toString());
    site.put("/" + "a".repeat(2_000), RawServer.of("HTTP/1.1 200 OK", "a"));

    assertThat(page("/" + "a".repeat(2_000))).isInstanceOf(Fetched.Fresh.class);
  }

  @Test
  void aBusyHostIsLeftAloneByAll() {
    site.put("/feed", RawServer.of("HTTP/1.1 429 Too Many Requests\nRetry-After: 90", ""));

    Fetched first = feed("/feed");
    Fetched other = page("/a");

    assertThat(((Fetched.Failed) first).retryAfter()).isEqualTo(Duration.ofSeconds(90));
    assertThat(other).isInstanceOf(Fetched.Postponed.class);
    assertThat(FetchedWords.of(other))
        .matches("localhost has asked to be left alone for \\d+ s more");
    assertThat(((Fetched.Postponed) other).left())
        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
    assertThat(asked()).containsExactly("/feed");
  }

  @Test
  void whoeverWaitsAtAHostThatHasEnoughIsSentAway() {
    site.put("/feed", RawServer.of("HTTP/1.1 503 Busy\nRetry-After: 90", ""));
    try (HttpFetcher slow =
        new HttpFetcher(
            new PollSettings(
                Duration.ofMinutes(1),
                true,
                Duration.ofSeconds(30),
                1 << 20,
                Duration.ofMillis(300),
                2,
                10,
                "Vedette/0.1",
                "",
                true,
                Set.of("localhost")),
            Runnable::run)) {
      CompletableFuture<Fetched> first =
          slow.fetch(Fetcher.Request.feed(server.uri("/feed"), null, null, NOW));
      CompletableFuture<Fetched> second =
          slow.fetch(Fetcher.Request.feed(server.uri("/feed"), null, null, NOW));

      assertThat(first.join()).isInstanceOf(Fetched.Failed.class);
      assertThat(second.join()).isInstanceOf(Fetched.Postponed.class);
    }
    assertThat(asked()).containsExactly("/feed");
  }

  @Test
  void anAnswerSaysHowLongItHoldsAndWhereItMovedForGood() {
    site.put("/old", RawServer.of("HTTP/1.1 301 Moved\nLocation: /mid", ""));
    site.put("/mid", RawServer.of("HTTP/1.1 308 Moved\nLocation: /new", ""));
    site.put("/new", RawServer.of("HTTP/1.1 304 Not Modified\nCache-Control: max-age=60", ""));

    assertThat(feed("/old"))
        .isEqualTo(
            new Fetched.NotModified(new Fetched.Notice(Duration.ofMinutes(1), server.uri("/new"))));
  }

  @ParameterizedTest(name = "{0} then {1}: {2}")
  @CsvSource({
    "302, 301, /old",
    "301, 302, /mid",
    "301, 307, /mid",
  })
  void onlyWhatIsMovedForGoodIsSaidToBe(int first, int second, String moved) {
    site.put("/old", RawServer.of("HTTP/1.1 " + first + " Moved\nLocation: /mid", ""));
    site.put("/mid", RawServer.of("HTTP/1.1 " + second + " Moved\nLocation: /new", ""));
    site.put("/new", RawServer.of("HTTP/1.1 200 OK", "news"));
    URI expected = moved.equals("/old") ? null : server.uri(moved);

    assertThat(((Fetched.Fresh) feed("/old")).notice().moved()).isEqualTo(expected);
  }
}
