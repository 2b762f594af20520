package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import dev.vedette.document.CanonicalUrl;
import dev.vedette.document.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which articles are one, over several polls. */
class IdentityTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Source.Settings SETTINGS =
      new Source.Settings("wire", "Wire", Duration.ofMinutes(10), "", true);
  private static final String LONG =
      "Nobody knows for how long the harbour stays closed. ".repeat(20);

  private final Site site = new Site();
  private final Poller poller =
      new Poller(
          new PollSettings(
              Duration.ofMinutes(10),
              true,
              Duration.ofSeconds(20),
              10 << 20,
              Duration.ZERO,
              2,
              10,
              "Vedette/test",
              "",
              false,
              Set.of("localhost")),
          Path.of("none"),
          Secrets.NONE,
          new Random(1));
  private final List<Article> told = new ArrayList<>();
  private PollState state;

  @AfterEach
  void stop() throws IOException {
    poller.close();
    site.close();
  }

  private Source.Feed feed(Source.Identity identity) {
    return new Source.Feed(SETTINGS, site.uri("/feed"), Source.FullText.FEED, identity, "");
  }

  private static String item(String guid, String link, String title, String text) {
    return ("<item><guid"
            + " isPermaLink='false'>%s</guid><link>%s</link><title>%s</title><description>%s</description><pubDate>Mon,"
            + " 23 Nov 2026 08:00:00 GMT</pubDate></item>")
        .formatted(guid, link, title, text)
        .replace("<guid isPermaLink='false'></guid>", "")
        .replace("<link></link>", "");
  }

  private void serve(String... items) {
    site.put(
        "/feed",
        "<?xml version='1.0'?><rss version='2.0'><channel><link>https://a.example/</link>"
            + String.join("", items)
            + "</channel></rss>");
  }

  /** Polls until nothing is left; what came of it. */
  private List<Article> poll(Source source) {
    List<Article> now = new ArrayList<>();
    PollState before = state == null ? PollState.fresh(source, source.address()) : state;
    do {
      Poll poll = poller.poll(source, before, NOW).join();
      now.addAll(poll.articles());
      before = poll.state();
    } while (!before.nextDue().isAfter(NOW));
    state = before;
    told.addAll(now);
    return now;
  }

  private static List<String> titles(List<Article> articles) {
    return articles.stream().map(Article::title).toList();
  }

  @ParameterizedTest(name = "{0}: {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        // policy, then guid, link, title and text of what comes after g1|/1|T|D, and what is told
        "AUTO,    g1, /1,                 T,  D,  nothing",
        "AUTO,    g2, /1,                 T,  D,  nothing",
        "AUTO,    '', /1,                 T,  D,  nothing",
        "AUTO,    g1, /9,                 T,  D,  nothing",
        "AUTO,    g2, /1?utm_source=x#c,  T,  D,  nothing",
        "AUTO,    g2, /1/amp,             T,  D,  nothing",
        "AUTO,    g2, //m.a.example/1,    T,  D,  nothing",
        "AUTO,    g1, /1,                 T,  <p>D</p>, nothing",
        "AUTO,    g1, /1,                 T2, D,  an edition",
        "AUTO,    g1, /1,                 T,  D2, an edition",
        "AUTO,    g1, /2,                 T2, D2, an article",
        "AUTO,    g2, /2,                 T2, D2, an article",
        "AUTO,    g2, /2,                 T,  D,  an article",
        "GUID,    g1, /2,                 T,  D,  nothing",
        "GUID,    g1, /2,                 T2, D2, an edition",
        "GUID,    g2, /1,                 T,  D,  an article",
        "LINK,    g2, /1,                 T,  D,  nothing",
        "LINK,    g2, /1,                 T2, D2, an edition",
        "LINK,    g1, /2,                 T,  D,  an article",
        "CONTENT, g2, /2,                 T,  D,  nothing",
        "CONTENT, g1, /1,                 T,  D2, an article",
      })
  void anItemIsToldAgainIfItIsAnotherOrSaysSomethingElse(
      Source.Identity policy,
      String guid,
      String link,
      String title,
      String text,
      String expected) {
    serve(item("g1", "https://a.example/1", "T", "D"));
    poll(feed(policy));
    String address =
        link.startsWith("//") ? "https:" + link : link.isEmpty() ? "" : "https://a.example" + link;
    serve(item(guid, address, title, text));

    List<Article> second = poll(feed(policy));

    boolean same = second.stream().allMatch(article -> article.id().equals(told.get(0).id()));
    boolean edited = second.stream().noneMatch(a -> a.revision().equals(told.get(0).revision()));
    String found =
        second.isEmpty() ? "nothing" : same ? (edited ? "an edition" : "again") : "an article";
    assertThat(found).isEqualTo(expected);
    assertThat(poll(feed(policy))).as("once is enough").isEmpty();
  }

  @Test
  void allOfOneMomentAreTold() {
    serve(
        IntStream.range(0, 50)
            .mapToObj(i -> item("g" + i, "https://a.example/" + i, "T" + i, "D"))
            .toArray(String[]::new));

    assertThat(poll(feed(Source.Identity.AUTO))).hasSize(50);
  }

  @Test
  void aGuidOrLinkThatAllHaveIsNone() {
    serve(
        item("x", "https://a.example/", "T1", "D1"),
        item("x", "https://a.example/", "T2", "D2"),
        item("", "https://a.example/", "T3", "D3"));

    List<Article> first = poll(feed(Source.Identity.AUTO));

    assertThat(titles(first)).containsExactlyInAnyOrder("T1", "T2", "T3");
    assertThat(first.stream().map(Article::id).distinct()).hasSize(3);
  }

  @ParameterizedTest(name = "guids {0}, links {1}")
  @CsvSource({"g, /p", "h, /p", "g, /q", "h, /q"})
  void aFeedThatIsSavedAgainTellsNothing(String guid, String path) {
    serve(posts(606, "g", "/p", "23 Nov 2025"));
    poll(feed(Source.Identity.AUTO));
    serve(posts(10, "g", "/p", "23 Nov 2025"));
    poll(feed(Source.Identity.AUTO));
    serve(posts(606, guid, path, "23 Nov 2026"));

    assertThat(told).hasSize(606);
    assertThat(poll(feed(Source.Identity.AUTO))).isEmpty();
  }

  private static String[] posts(int count, String guid, String path, String date) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                item(guid + i, "https://a.example" + path + i, "Post " + i, i + LONG)
                    .replace("23 Nov 2026", date))
        .toArray(String[]::new);
  }

  @Test
  void anItemThatNeverRestsIsLeftAfterSomeEditions() {
    for (int i = 0; i < 10; i++) {
      serve(item("g1", "https://a.example/1", "T", "Read " + i + " times"));
      poll(feed(Source.Identity.AUTO));
    }

    assertThat(told).hasSize(1 + ItemKeys.MAX_EDITS);
    assertThat(told.stream().map(Article::id).distinct()).hasSize(1);
  }

  /** As version 0.1 left it: the guid's hash, or that of the address, and nothing else. */
  @Test
  void whatAnEarlierVersionToldIsNotToldAgainAndItsEditsAreNoticedFromThenOn() {
    List<String> seen =
        List.of(
            Seen.hash("g1"),
            Seen.hash(CanonicalUrl.formerIdentity("https://m.a.example/2")),
            Seen.hash(CanonicalUrl.formerIdentity("https://a.example/3?utm_source=x")));
    Source source = feed(Source.Identity.AUTO);
    state = new PollState("wire", source.address(), null, null, seen, NOW, 0, null, NOW, NOW, 3);
    String two = item("", "https://m.a.example/2", "T2", "D");
    String three = item("", "https://a.example/3", "T3", "D");
    serve(item("g1", "https://a.example/1", "T1", "D"), two, three);

    assertThat(poll(source)).isEmpty();

    serve(item("g1", "https://a.example/1", "T1", "Edited"), two, three);
    assertThat(titles(poll(source))).containsExactly("T1");
  }

  @Test
  void twoSourcesKnowOneArticleByVariantsOfItsAddress() {
    Set<String> ids =
        List.of(
                "https://www.a.example/news/1",
                "http://m.a.example/news/1?utm_medium=rss",
                "https://a.example/news/1/amp/",
                "https://amp.a.example/news/1#top",
                "https://a.example/news/1?amp=1",
                "https://www.google.com/amp/s/a.example/news/1",
                "https://a-example.cdn.ampproject.org/c/s/a.example/news/1")
            .stream()
            .map(
                link -> {
                  serve(item("", link, "T", "D"));
                  state = null;
                  return poll(feed(Source.Identity.AUTO)).get(0).id();
                })
            .collect(Collectors.toSet());

    assertThat(ids).hasSize(1);
  }

  // ---- pages

  private static String page(String canonical, String text) {
    return """
    <html><head><link rel=canonical href="https://a.example%s"></head><body><article><h1>T</h1>
    <p>The harbour stays closed, its master said on Tuesday, because of the drills outside.</p>
    <p>%s</p></article></body></html>
    """
        .formatted(canonical, text);
  }

  @Test
  void twoLinksToOnePageAreOneArticle() {
    site.put("/list", "<a href=/a>A</a><a href=/b>B</a>")
        .put("/a", page("/x", "Nobody knows for how long that will be, or why it is so."))
        .put("/b", page("/x", "Nobody knows for how long that will be, or why it is so."));

    assertThat(poll(new Source.Page(SETTINGS, site.uri("/list"), "a", ""))).hasSize(1);
  }

  @Test
  void aPageWhoseSitemapSaysThatItChangedIsReadAgainAndToldIfItDid() {
    Source source =
        new Source.Sitemap(
            SETTINGS,
            site.uri("/map"),
            new Source.Links(List.of(), List.of(), List.of()),
            Duration.ofDays(2),
            "");
    site.put("/a", page("/x", "Nobody knows for how long that will be, or why it is so."));
    sitemap("2026-11-23T08:00:00Z");
    poll(source);
    sitemap("2026-11-23T09:00:00Z");
    poll(source);
    assertThat(told).as("only the date changed").hasSize(1);
    site.put("/a", page("/x", "It opens again on Friday, says the ministry, if all goes well."));
    sitemap("2026-11-23T10:00:00Z");

    List<Article> edited = poll(source);

    assertThat(edited).extracting(Article::id).containsExactly(told.get(0).id());
    assertThat(edited.get(0).body()).contains("It opens again on Friday");
    assertThat(poll(source)).isEmpty();
  }

  private void sitemap(String changed) {
    site.put(
        "/map",
        "<?xml version='1.0'?><urlset><url><loc>%s</loc><lastmod>%s</lastmod></url></urlset>"
            .formatted(site.uri("/a"), changed));
  }

  @Test
  void thePageOfAnItemThatSaysItWasEditedIsReadAgainAndToldIfItDid() {
    Source source = new Source.Feed(SETTINGS, site.uri("/feed"), Source.FullText.PAGE);
    site.put("/a", page("/x", "Nobody knows for how long that will be, or why it is so."));
    atom("2026-11-23T08:00:00Z");
    poll(source);
    atom("2026-11-23T09:00:00Z");
    poll(source);
    assertThat(told).as("only the date changed").hasSize(1);
    site.put("/a", page("/x", "It opens again on Friday, says the ministry, if all goes well."));
    atom("2026-11-23T10:00:00Z");

    assertThat(poll(source)).extracting(Article::id).containsExactly(told.get(0).id());
    assertThat(poll(source)).isEmpty();
  }

  private void atom(String updated) {
    site.put(
        "/feed",
        """
        <?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><entry><id>urn:x:1</id><title>T</title>
        <link href='%s'/><published>2026-11-23T08:00:00Z</published><updated>%s</updated></entry></feed>\
        """
            .formatted(site.uri("/a"), updated));
  }
}
