package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import dev.vedette.article.Origin;
import dev.vedette.article.Trust;
import dev.vedette.document.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of source, polled over HTTP. */
@Timeout(60)
class SourceKindsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir private Path directory;
  private final Site site = new Site();
  private final Poller poller =
      new Poller(
          new PollSettings(
              Duration.ofMinutes(10),
              true,
              Duration.ofSeconds(20),
              1 << 20,
              Duration.ZERO,
              2,
              10,
              "Vedette/test",
              "",
              false,
              Set.of("localhost", "127.0.0.1")),
          Path.of("none"),
          Secrets.NONE,
          new Random(1));

  @AfterEach
  void stop() throws IOException {
    poller.close();
    site.close();
  }

  private static Source.Settings settings(Map<String, String> headers, @Nullable Charset charset) {
    return new Source.Settings(
        "wire",
        "Wire",
        Duration.ofMinutes(10),
        "",
        true,
        headers,
        charset,
        List.of("official"),
        Trust.HIGH);
  }

  private static final Source.Settings SETTINGS = settings(Map.of(), null);

  private Poll first(Source source) {
    return poller.poll(source, PollState.fresh(source, source.address()), NOW).join();
  }

  private Poll next(Source source, Poll last) {
    return poller.poll(source, last.state(), last.state().nextDue()).join();
  }

  private static List<String> titles(Poll poll) {
    return poll.articles().stream().map(Article::title).toList();
  }

  private String why(Poll poll) {
    return String.valueOf(poll.state().lastError()).replace(site.uri("").toString(), "SITE");
  }

  private static String links(String... paths) {
    return IntStream.range(0, paths.length)
        .mapToObj(i -> "<a class=l%d href='%s'>x</a>".formatted(i, paths[i]))
        .collect(Collectors.joining());
  }

  private Source.Page page(Source.Links links, Source.Paging paging) {
    return new Source.Page(SETTINGS, site.uri("/list"), links, paging, "", null);
  }

  // ---- pages

  @Test
  void followTheLinksOfSeveralSelectorsWhoseAddressesAreWanted() {
    site.put("/list", links("/news/3", "/news/video/2", "/about", "/news/1"))
        .articles("/news/3", "/news/video/2", "/about", "/news/1");
    Source.Links links =
        new Source.Links(List.of(".l0", ".l1, .l2", ".l3"), List.of("/news/*"), List.of("*video*"));

    assertThat(titles(first(page(links, Source.Paging.NONE))))
        .containsExactly("/news/1", "/news/3");
  }

  @Test
  void sayThatNoLinkHasAnAddressThatIsWanted() {
    site.put("/list", links("/about"));
    Source.Links links = new Source.Links(List.of("a"), List.of("/news/*"), List.of());

    assertThat(why(first(page(links, Source.Paging.NONE))))
        .isEqualTo(
            "no links match 'a' with the addresses that are wanted on SITE/list (expected: at least"
                + " one)");
  }

  @Test
  void goOnToTheNextPageWhileTheLastShowedSomethingNew() {
    site.put("/list", links("/4") + "<a rel=next href='/list?p=2'>Older</a>")
        .put("/list?p=2", links("/3", "/2") + "<a rel=next href='/list?p=3'>Older</a>")
        .put("/list?p=3", links("/1") + "<a rel=next href='/list'>Round again</a>")
        .articles("/1", "/2", "/3", "/4", "/5");
    Source.Page source =
        page(Source.Links.of("a:not([rel])"), new Source.Paging("a[rel=next]", 10));

    Poll first = first(source);
    List<String> askedFirst = site.asked();
    site.put("/list", links("/5", "/4") + "<a rel=next href='/list?p=2'>Older</a>");
    Poll second = next(source, first);
    List<String> askedSecond = site.asked();
    Poll third = next(source, second);

    assertThat(titles(first)).containsExactly("/1", "/2", "/3", "/4");
    assertThat(askedFirst)
        .containsExactly("/list", "/list?p=2", "/list?p=3", "/1", "/2", "/3", "/4");
    assertThat(titles(second)).containsExactly("/5");
    assertThat(askedSecond)
        .as("page 2 showed nothing new")
        .containsExactly("/list", "/list?p=2", "/5");
    assertThat(third.articles()).isEmpty();
    assertThat(site.asked()).containsExactly("/list");
  }

  @Test
  void goOnByNumberUpToTheLastPageThatIsAllowed() {
    site.put("/list", links("/3"))
        .put("/list?p=2", links("/2"))
        .put("/list?p=3", links("/1"))
        .articles("/1", "/2", "/3");
    String next = site.uri("/list?p=").toString() + "{page}";

    assertThat(titles(first(page(Source.Links.of("a"), new Source.Paging(next, 2)))))
        .containsExactly("/2", "/3");
  }

  @Test
  void sayWhatBecameOfAPageOfTheListAndReadTheRest() {
    site.put("/list", links("/1") + "<a rel=next href='/none'>Older</a>").articles("/1");

    Poll poll = first(page(Source.Links.of(".l0"), new Source.Paging("a[rel=next]", 5)));

    assertThat(titles(poll)).containsExactly("/1");
    assertThat(why(poll)).isEqualTo("HTTP 404 from SITE/none");
  }

  private static final String STATEMENTS =
      """
      <html lang=en><body>
      <div class=item><h3>Second statement</h3><time datetime="2026-11-22T10:00:00Z">today</time>
        <a class=more href="/s/2">Permanent link</a><p>The ministry denies it.</p></div>
      <div class=item><time>21 November 2026</time><p>The ministry knows of nothing.<br>It said no more.</p></div>
      <div class=item></div>
      </body></html>
      """;

  @Test
  void readItemsThatStandOnThePage() {
    site.put("/list", STATEMENTS);
    Source source =
        new Source.Page(
            SETTINGS,
            site.uri("/list"),
            Source.Links.of("a.more"),
            Source.Paging.NONE,
            "p",
            new Source.Items(".item", "time", ""));

    Poll poll = first(source);

    assertThat(titles(poll)).containsExactly("The ministry knows of nothing.", "Second statement");
    Article second = poll.articles().get(1);
    assertThat(second.url()).isEqualTo(site.uri("/s/2").toString());
    assertThat(second.body()).isEqualTo("The ministry denies it.");
    assertThat(second.publishedAt()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
    assertThat(poll.articles().get(0).publishedAt())
        .isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
    assertThat(next(source, poll).articles()).isEmpty();
    assertThat(site.asked()).as("nothing is followed").containsOnly("/list");
  }

  // ---- Telegram

  private static String message(int number, String text) {
    return """
    <div class="tgme_widget_message_wrap js-widget_message_wrap">
    <div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="harbourwatch/%1$d">
      <div class="tgme_widget_message_bubble">
        <div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name" href="https://t.me/harbourwatch"><span dir="auto">Harbour watch</span></a></div>
        %2$s
        <div class="tgme_widget_message_footer compact js-message_footer">
          <div class="tgme_widget_message_info short js-message_info">
            <span class="tgme_widget_message_views">1.%1$dK</span>
            <a class="tgme_widget_message_date" href="https://t.me/harbourwatch/%1$d"><time datetime="2026-11-%1$dT08:00:00+00:00" class="time">08:00</time></a>
          </div></div></div></div></div>
    """
        .formatted(number, text);
  }

  private static String text(String html) {
    return "<div class=\"tgme_widget_message_text js-message_text\" dir=\"auto\">"
        + html
        + "</div>";
  }

  private static String channel(String before, String... messages) {
    return "<!DOCTYPE html><html><head><title>Harbour watch</title></head><body><main>"
        + "<section class=\"tgme_channel_history js-message_history\">"
        + (before.isEmpty()
            ? ""
            : "<a href=\"/s/harbourwatch?before=%s\" class=\"tme_messages_more js-messages_more\" data-before=\"%s\"></a>"
                .formatted(before, before))
        + String.join("", messages)
        + "</section></main></body></html>";
  }

  @Test
  void readThePreviewOfATelegramChannel() {
    String seen = text("Two tankers left <b>the harbour</b> at night.<br><br>Nobody answered.");
    site.put(
            "/s/harbourwatch",
            channel(
                "11",
                message(11, seen),
                message(12, "<i>a photo</i>"),
                message(13, text("All quiet."))))
        .put("/s/harbourwatch?before=11", channel("", message(10, text("A pilot boat waits."))));
    Source source = Telegram.at(SETTINGS, site.uri("/s/harbourwatch"));

    Poll first = first(source);
    site.put(
        "/s/harbourwatch",
        channel("12", message(13, text("All quiet.")), message(14, text("One is back."))));
    Poll second = next(source, first);

    assertThat(titles(first))
        .containsExactly(
            "A pilot boat waits.", "Two tankers left the harbour at night.", "All quiet.");
    Article tankers = first.articles().get(1);
    assertThat(tankers.body())
        .isEqualTo("Two tankers left the harbour at night.\nNobody answered.");
    assertThat(tankers.url()).isEqualTo("https://t.me/harbourwatch/11");
    assertThat(tankers.author()).isEqualTo("Harbour watch");
    assertThat(tankers.publishedAt()).isEqualTo(Instant.parse("2026-11-11T08:00:00Z"));
    assertThat(titles(second)).containsExactly("One is back.");
  }

  @Test
  void findAChannelByItsName() {
    assertThat(Telegram.channel(SETTINGS, "harbourwatch").url())
        .isEqualTo(URI.create("https://t.me/s/harbourwatch"));
  }

  // ---- sitemaps

  private String sitemap(String... entries) {
    return "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
        + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>"
        + String.join("", entries)
        + "</urlset>";
  }

  private String url(String path, String more) {
    return "<url><loc>" + site.uri(path) + "</loc>" + more + "</url>";
  }

  private static String lastmod(String date) {
    return "<lastmod>" + date + "</lastmod>";
  }

  private Source.Sitemap sitemap(String path, List<String> include) {
    return new Source.Sitemap(
        SETTINGS,
        site.uri(path),
        new Source.Links(List.of(), include, List.of()),
        Duration.ofDays(2),
        "");
  }

  @Test
  void readTheRecentPagesOfASitemapTheOldestFirst() {
    site.put(
            "/sitemap.xml",
            sitemap(
                url("/old", lastmod("2026-11-01")),
                url("/new", lastmod("2026-11-23T09:00:00Z")),
                url("/about", lastmod("2026-11-23")),
                url("/older", lastmod("2026-11-22"))))
        .articles("/old", "/new", "/about", "/older", "/newest");
    Source source =
        new Source.Sitemap(
            SETTINGS,
            site.uri("/sitemap.xml"),
            new Source.Links(List.of(), List.of(), List.of("/about")),
            Duration.ofDays(2),
            "");

    Poll first = first(source);
    site.put(
        "/sitemap.xml",
        sitemap(
            url("/new", lastmod("2026-11-23T09:00:00Z")),
            url("/newest", lastmod("2026-11-23T12:05:00Z"))));
    Poll second = next(source, first);

    assertThat(titles(first)).containsExactly("/older", "/new");
    assertThat(titles(second)).containsExactly("/newest");
  }

  @Test
  void takeForNewWhatHasNoDateAndWasNotThereAtFirst() {
    site.put("/sitemap.txt", site.uri("/one") + "\n" + site.uri("/two") + "\n")
        .articles("/one", "/two", "/three");
    Source source = sitemap("/sitemap.txt", List.of());

    Poll first = first(source);
    site.put(
        "/sitemap.txt", site.uri("/one") + "\n" + site.uri("/two") + "\n" + site.uri("/three"));

    assertThat(first.articles()).isEmpty();
    assertThat(first.state().lastError()).isNull();
    assertThat(titles(next(source, first))).containsExactly("/three");
  }

  @Test
  void takeAWholeArchiveWithoutDatesForOld() {
    site.put("/sitemap.xml", sitemap(url("/one", "")));
    Source source = sitemap("/sitemap.xml", List.of());
    Poll first = first(source);
    String[] many =
        IntStream.range(0, 300).mapToObj(i -> url("/a/" + i, "")).toArray(String[]::new);
    site.put("/sitemap.xml", sitemap(many));

    Poll second = next(source, first);

    assertThat(second.articles()).isEmpty();
    assertThat(second.state().lastError())
        .isEqualTo("300 addresses without dates appeared at once: taken for old ones");
    assertThat(second.state().failures()).isZero();
  }

  @Test
  void readTheSitemapsOfAnIndexThatChangedRecently() throws IOException {
    String index =
        "<?xml version='1.0'?><sitemapindex>"
            + "<sitemap><loc>%s</loc><lastmod>2026-10-31</lastmod></sitemap>"
                .formatted(site.uri("/october.xml"))
            + "<sitemap><loc>%s</loc><lastmod>2026-11-23</lastmod></sitemap>"
                .formatted(site.uri("/november.xml.gz"))
            + "<sitemap><loc>%s</loc></sitemap></sitemapindex>".formatted(site.uri("/news.xml"));
    site.put("/sitemap.xml", index)
        .put("/november.xml.gz", gzip(sitemap(url("/packed", lastmod("2026-11-23")))))
        .put(
            "/news.xml",
            sitemap(
                url(
                    "/bare",
                    "<news:news><news:publication_date>2026-11-22T20:00:00Z</news:publication_date>"
                        + "<news:title>What &amp; who</news:title></news:news>")))
        .put(
            "/bare",
            "<p>The harbour stays closed, its master said on Tuesday, and nobody knows.</p>")
        .articles("/packed");

    Poll poll = first(sitemap("/sitemap.xml", List.of()));

    assertThat(titles(poll)).containsExactly("What & who", "/packed");
    assertThat(poll.articles().get(0).publishedAt())
        .isEqualTo(Instant.parse("2026-11-22T20:00:00Z"));
    assertThat(site.asked()).doesNotContain("/october.xml");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void sayWhatIsNoSitemap() throws IOException {
    site.put("/html", "<html><body>Sorry</body></html>")
        .put("/rss", "<?xml version='1.0'?><rss version='2.0'><channel/></rss>")
        .put("/xml", "<?xml version='1.0'?><wsdl/>")
        .put("/empty", " ")
        .put("/bomb.gz", gzip(" ".repeat((1 << 20) + 1)))
        .put(
            "/index",
            "<?xml"
                + " version='1.0'?><sitemapindex><sitemap><loc>/none</loc></sitemap></sitemapindex>");

    assertThat(
            List.of("/html", "/rss", "/xml", "/empty", "/bomb.gz", "/index").stream()
                .map(path -> why(first(sitemap(path, List.of()))))
                .collect(Collectors.joining("\n")))
        .isEqualTo(
            """
            not a sitemap: an HTML page (SITE/html)
            not a sitemap: a feed (expected: feed: with this address) (SITE/rss)
            not a sitemap: its first element is <wsdl> (SITE/xml)
            not a sitemap: empty (SITE/empty)
            not a sitemap: more than 1048576 bytes, unpacked (SITE/bomb.gz)
            HTTP 404 from SITE/none\
            """);
  }

  // ---- what any of them may need

  @Test
  void sendHeadersToTheirOwnHostOnly() {
    site.put(
            "/list", links("/own", site.uri("/other").toString().replace("localhost", "127.0.0.1")))
        .articles("/own", "/other");
    Source source =
        new Source.Page(
            settings(Map.of("Authorization", "Bearer abc"), null), site.uri("/list"), "a", "");

    assertThat(titles(first(source))).containsExactly("/other", "/own");
    assertThat(
            site.requests().stream()
                .filter(head -> head.contains("Authorization: Bearer abc"))
                .map(head -> head.split(" ", 3)[1]))
        .containsExactly("/list", "/own");
  }

  @Test
  void readEverythingInTheCharsetThatIsConfigured() {
    Charset cyrillic = Charset.forName("windows-1251");
    byte[] feed =
        ("<?xml version='1.0' encoding='iso-8859-1'?><rss version='2.0'><channel><item><title>Порт"
                + " закрыт</title></item></channel></rss>")
            .getBytes(cyrillic);
    site.put("/feed", feed);
    Source source =
        new Source.Feed(settings(Map.of(), cyrillic), site.uri("/feed"), Source.FullText.FEED);

    assertThat(titles(first(source))).containsExactly("Порт закрыт");
  }

  @Test
  void giveTheirArticlesWhatIsSaidOfThem() {
    site.put("/list", links("/1")).articles("/1");

    Article article = first(page(Source.Links.of("a"), Source.Paging.NONE)).articles().get(0);

    assertThat(article.origin()).isEqualTo(new Origin(List.of("official"), Trust.HIGH, false));
  }

  @Test
  void findTheTextOfAFeedsPagesBySelector() {
    site.put(
            "/feed",
            "<?xml version='1.0'?><rss version='2.0'><channel><item><title>T</title><link>%s</link></item></channel></rss>"
                .formatted(site.uri("/a")))
        .put("/a", "<p>Menu</p><div class=b><p>This is the text.</p></div><p>Footer and more</p>");
    Source source =
        new Source.Feed(
            SETTINGS, site.uri("/feed"), Source.FullText.AUTO, Source.Identity.AUTO, ".b");

    assertThat(first(source).articles().get(0).body()).isEqualTo("This is the text.");
  }
}
