package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of articles whose pages cannot be had, or not all in one poll. */
class FollowedPagesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final String SITE = "https://x.example/";
  private static final Source.Settings SETTINGS =
      new Source.Settings("wire", "Wire", Duration.ofMinutes(10), "", true);
  private static final Source.Feed FEED =
      new Source.Feed(SETTINGS, URI.create(SITE + "feed"), Source.FullText.AUTO);

  private final Map<String, Fetched> web = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private Duration each = Duration.ZERO;
  private long nanos = Long.MAX_VALUE - 1;
  private static final Source.Page LIST =
      new Source.Page(SETTINGS, URI.create(SITE + "list"), "a", "");

  private final FeedPoll feeds = new FeedPoll(() -> nanos);
  private final PagePoll lists = new PagePoll(() -> nanos);

  private Outcome.Harvest run(Step first) {
    Step step = first;
    while (step instanceof Step.Ask ask) {
      String path = ask.request().uri().getPath();
      asked.add(path);
      nanos += each.toNanos();
      step = ask.then().apply(web.getOrDefault(path, new Fetched.Failed("HTTP 404", null, false)));
    }
    return (Outcome.Harvest) ((Step.Done) step).outcome();
  }

  /** One on which every reader breaks, as a mistake of ours would make it. */
  @SuppressWarnings("NullAway")
  private static Fetched.Fresh breaking() {
    return new Fetched.Fresh(
        new Fetched.Body(null), "text/html", null, null, URI.create(SITE + "a"));
  }

  private static Fetched.Fresh fresh(String type, String text) {
    Fetched.Body body = new Fetched.Body(text.getBytes(StandardCharsets.UTF_8));
    return new Fetched.Fresh(body, type, "\"1\"", "yesterday", URI.create(SITE));
  }

  private static Fetched.Fresh page(String title) {
    return fresh(
        "text/html",
        """
        <html><head><title>%s</title></head><body><article><h1>%s</h1>
        <p>The harbour stays closed, its master said on Tuesday, because of the drills outside.</p>
        <p>Nobody knows for how long that will be, and the fishermen have begun to complain.</p>
        </article></body></html>
        """
            .formatted(title, title));
  }

  /** The last is the oldest. */
  private void feedOf(String... names) {
    StringBuilder items = new StringBuilder();
    for (String name : names) {
      items.append(
          "<item><title>%s</title><link>%s%s</link><description>Short %s</description></item>"
              .formatted(name, SITE, name, name));
    }
    web.put(
        "/feed", fresh("text/xml", "<rss version='2.0'><channel>" + items + "</channel></rss>"));
  }

  private static PollState remembering(Source source, List<String> seen) {
    return new PollState("wire", source.address(), null, null, seen, NOW, 0, null, null, null, 0);
  }

  private Outcome.Harvest poll(Outcome.@Nullable Harvest last) {
    List<String> seen = last == null ? List.of() : last.seen();
    return run(feeds.poll(FEED, remembering(FEED, seen), NOW));
  }

  /** The last is the oldest. */
  private void listOf(String... names) {
    StringBuilder links = new StringBuilder();
    for (String name : names) {
      links.append("<a href='%s'>%s</a>".formatted(name, name));
    }
    web.put("/list", fresh("text/html", links.toString()));
  }

  private Outcome.Harvest pollList(Outcome.@Nullable Harvest last) {
    List<String> seen = last == null ? List.of() : last.seen();
    return run(lists.poll(LIST, remembering(LIST, seen), NOW));
  }

  private static List<String> titles(Outcome.Harvest harvest) {
    return harvest.articles().stream().map(Article::title).toList();
  }

  @Test
  void waitThreePollsForAPageAndThenTakeTheFeedsText() {
    feedOf("b", "a");
    web.put("/a", new Fetched.Failed("HTTP 503", null));
    web.put("/b", page("b"));

    Outcome.Harvest first = poll(null);
    Outcome.Harvest second = poll(first);
    Outcome.Harvest third = poll(second);

    assertThat(titles(first)).containsExactly("b");
    assertThat(first.complaint()).isEqualTo("HTTP 503");
    assertThat(first.etag()).as("the feed is wanted again").isNull();
    assertThat(first.lastModified()).isNull();
    assertThat(first.rest()).as("at the usual time").isNull();
    assertThat(second.articles()).isEmpty();
    assertThat(third.articles()).extracting(Article::body).containsExactly("Short a");
    assertThat(third.etag()).isEqualTo("\"1\"");
    assertThat(third.complaint()).isNull();
  }

  @Test
  void takeThePageWhenItIsBack() {
    feedOf("a");
    web.put("/a", new Fetched.Failed("no answer", null));
    Outcome.Harvest first = poll(null);
    web.put("/a", page("a"));

    Outcome.Harvest second = poll(first);

    assertThat(second.articles().get(0).body()).contains("its master said on Tuesday");
    assertThat(second.etag()).isEqualTo("\"1\"");
  }

  @Test
  void leaveAServerAloneThatAsksForIt() {
    feedOf("c", "b", "a");
    web.put("/a", page("a"));
    web.put("/b", new Fetched.Failed("HTTP 429", Duration.ofMinutes(3)));
    web.put("/c", page("c"));

    Outcome.Harvest first = poll(null);
    Outcome.Harvest second = poll(first);

    assertThat(asked).containsExactly("/feed", "/a", "/b", "/feed", "/b");
    assertThat(titles(first)).containsExactly("a");
    assertThat(first.rest()).isEqualTo(Duration.ofMinutes(3));
    assertThat(second.articles()).isEmpty();
  }

  @ParameterizedTest(name = "HTTP {0}: waits {1}")
  @CsvSource({
    // what a server says of itself, or of our haste
    "500, true",
    "503, true",
    "429, true",
    "408, true",
    // what it says of the page
    "401, false",
    "403, false",
    "404, false",
    "410, false",
    "451, false",
  })
  void waitForWhatMayPassOnly(int status, boolean waits) throws Exception {
    PollSettings settings =
        new PollSettings(
            Duration.ofMinutes(10),
            true,
            Duration.ofSeconds(20),
            1 << 20,
            Duration.ZERO,
            1,
            10,
            "Vedette",
            "",
            false,
            Set.of("localhost"));
    feedOf("a");
    try (RawServer server = new RawServer(RawServer.of("HTTP/1.1 " + status + " No", ""));
        HttpFetcher http = new HttpFetcher(settings, Runnable::run)) {
      web.put("/a", http.fetch(Fetcher.Request.page(server.uri("/a"), NOW)).join());
    }

    assertThat(poll(null).articles().isEmpty()).isEqualTo(waits);
  }

  @Test
  void areTriedAgainWhereNoTextIsFound() {
    listOf("b", "a");
    web.put("/a", fresh("text/html", "<title>a</title><p></p>"));
    web.put("/b", page("b"));

    Outcome.Harvest first = pollList(null);
    Outcome.Harvest second = pollList(first);
    web.put("/a", page("a"));
    Outcome.Harvest third = pollList(second);

    assertThat(titles(first)).containsExactly("b");
    assertThat(first.complaint()).isEqualTo("no text found on https://x.example/a");
    assertThat(first.etag()).isNull();
    assertThat(titles(third)).containsExactly("a");
    assertThat(third.complaint()).isNull();
  }

  @Test
  void areGivenUpWhereNoTextIsFoundThreeTimes() {
    listOf("a");
    web.put("/a", fresh("text/html", "<title>Harbour closed</title>"));

    Outcome.Harvest third = pollList(pollList(pollList(null)));
    Outcome.Harvest last = pollList(third);

    assertThat(titles(third)).as("better than nothing").containsExactly("Harbour closed");
    assertThat(asked).filteredOn("/a"::equals).hasSize(3);
    assertThat(last.etag()).isEqualTo("\"1\"");
  }

  @Test
  void areNotAskedForAgainWhereRobotsTxtClosesThem() {
    listOf("b", "a");
    web.put("/a", new Fetched.Barred("robots.txt of x.example does not allow /a"));
    web.put("/b", page("b"));

    Outcome.Harvest first = pollList(null);

    assertThat(titles(first)).containsExactly("b");
    assertThat(first.complaint()).isEqualTo("robots.txt of x.example does not allow /a");
    assertThat(first.seen()).contains(ListedPages.key(URI.create("https://x.example/a")));
    assertThat(pollList(first).complaint()).isNull();
  }

  @Test
  void haveAllTheirTriesAgainAfterTheyLeftTheList() {
    listOf("a");
    Outcome.Harvest twice = pollList(pollList(null));
    listOf("b");
    Outcome.Harvest without = pollList(twice);
    listOf("a");

    assertThat(pollList(without).seen()).isEmpty();
  }

  @Test
  void doNotFailTheListWhenOneBreaksTheReader() {
    listOf("b", "a");
    web.put("/a", breaking());
    web.put("/b", page("b"));

    Outcome.Harvest first = pollList(null);
    Outcome.Harvest third = pollList(pollList(first));

    assertThat(titles(first)).containsExactly("b");
    assertThat(first.complaint())
        .startsWith("https://x.example/a cannot be read: java.lang.NullPointerException");
    assertThat(first.etag()).isNull();
    assertThat(pollList(third).complaint()).as("given up").isNull();
  }

  @Test
  void doNotFailTheFeedWhenOneBreaksTheReader() {
    feedOf("b", "a");
    web.put("/a", breaking());
    web.put("/b", page("b"));

    Outcome.Harvest first = poll(null);
    Outcome.Harvest third = poll(poll(first));

    assertThat(titles(first)).containsExactly("b");
    assertThat(first.complaint())
        .startsWith("https://x.example/a cannot be read: java.lang.NullPointerException");
    assertThat(third.articles()).extracting(Article::body).containsExactly("Short a");
  }

  @Test
  void waitForTheNextPollWhenThisOneTakesTooLong() {
    feedOf("c", "b", "a");
    listOf("c", "b", "a");
    for (String name : List.of("a", "b", "c")) {
      web.put("/" + name, page(name));
    }
    each = Duration.ofSeconds(60);

    Outcome.Harvest feed = poll(null);
    Outcome.Harvest list = pollList(null);

    assertThat(titles(feed)).containsExactly("a", "b");
    assertThat(feed.rest()).isZero();
    assertThat(feed.etag()).isNull();
    assertThat(titles(poll(feed))).containsExactly("c");
    assertThat(titles(list)).containsExactly("a", "b");
    assertThat(list.rest()).isZero();
    assertThat(titles(pollList(list))).containsExactly("c");
  }

  @Test
  void waitForTheNextPollWhenThisOneHoldsTooMuchText() {
    Article large =
        new Draft("1", "", "t", "x".repeat(1 << 19), List.of(), "", "", null).from("s", NOW);
    Budget budget = new Budget(() -> 0);

    assertThat(budget.isSpentBy(Collections.nCopies(31, large))).isFalse();
    assertThat(budget.isSpentBy(Collections.nCopies(32, large))).isTrue();
  }
}
