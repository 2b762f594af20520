package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final PollSettings SETTINGS =
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
          Set.of());

  private final Site site = new Site();

  @AfterEach
  void stop() throws IOException {
    site.close();
  }

  private List<Finding> found(String path) throws IOException {
    URI uri = site.uri(path);
    try (Discovery discovery = new Discovery(SETTINGS, uri, NOW, asked -> {})) {
      return discovery.at(uri);
    }
  }

  private static String feed(String title, String date, String text) {
    return """
    <?xml version='1.0'?><rss version='2.0'><channel><title>%s</title><language>en</language>
    <item><title>The harbour stays closed</title><link>/1</link><pubDate>%s</pubDate>
    <description>%s</description></item></channel></rss>
    """
        .formatted(title, date, text)
        .strip();
  }

  @Test
  void feedsThatThePageNamesComeFirstTheLiveliestBeforeTheOthers() throws IOException {
    site.put(
            "/",
            """
            <html><head><link rel=alternate type="application/rss+xml" href="/old.xml">
            <link rel=alternate type="application/rss+xml" href="/comments.xml">
            <link rel=alternate type="application/atom+xml" href="/broken.xml"></head>
            <body><a href="/new/rss">RSS</a></body></html>
            """)
        .put("/old.xml", feed("Old", "Mon, 02 Nov 2026 08:00:00 GMT", "Short."))
        .put("/comments.xml", feed("Comments", "Mon, 23 Nov 2026 08:00:00 GMT", "Short."))
        .put("/broken.xml", "<html>Sorry</html>")
        .put("/new/rss", feed("New", "Mon, 23 Nov 2026 08:00:00 GMT", "Word ".repeat(200)));

    List<Finding> found = found("/");

    assertThat(found)
        .containsExactly(
            new Finding(
                Finding.Kind.FEED,
                site.uri("/new/rss"),
                "New",
                "en",
                1,
                Instant.parse("2026-11-23T08:00:00Z"),
                true,
                List.of("The harbour stays closed"),
                List.of()),
            new Finding(
                Finding.Kind.FEED,
                site.uri("/old.xml"),
                "Old",
                "en",
                1,
                Instant.parse("2026-11-02T08:00:00Z"),
                false,
                List.of("The harbour stays closed"),
                List.of()));
    assertThat(site.asked())
        .containsExactly("/", "/old.xml", "/broken.xml", "/new/rss", "/robots.txt", "/sitemap.xml");
  }

  @Test
  void aFeedAtAUsualPlaceIsFoundWhereThePageNamesNone() throws IOException {
    site.put("/about", "<html><body>Nothing</body></html>")
        .put("/rss.xml", feed("All", "Mon, 23 Nov 2026 08:00:00 GMT", "Short."));

    assertThat(found("/about")).extracting(Finding::uri).containsExactly(site.uri("/rss.xml"));
    assertThat(site.asked()).as("no more are tried").doesNotContain("/feed.xml");
  }

  @Test
  void sitemapsOfRobotsTxtAndTheLinksOfThePageAreOffered() throws IOException {
    site.put(
            "/press",
            """
            <html lang=en><head><title>Press office</title></head><body>
            <a href="/en/news/1/a">The ministry denies everything today</a>
            <a href="/en/news/2/b">The ministry knows of nothing at all</a>
            <a href="/en/news/3/c">The minister travels to the harbour</a>
            <a href="/en/contact/us">How to write to us, if you have to</a>
            <a href="https://other.example/x/y">Another site altogether, and more</a>
            </body></html>
            """)
        .put("/robots.txt", "User-agent: *\nDisallow: /x\nSitemap: " + site.uri("/map.xml"))
        .put(
            "/map.xml",
            "<?xml"
                + " version='1.0'?><urlset><url><loc>https://a.example/1</loc><lastmod>2026-11-22</lastmod></url></urlset>");

    assertThat(found("/press"))
        .containsExactly(
            new Finding(
                Finding.Kind.SITEMAP,
                site.uri("/map.xml"),
                "",
                "",
                1,
                Instant.parse("2026-11-22T00:00:00Z"),
                false,
                List.of("https://a.example/1"),
                List.of()),
            new Finding(
                Finding.Kind.PAGE,
                site.uri("/press"),
                "Press office",
                "en",
                3,
                null,
                false,
                List.of(
                    "The ministry denies everything today",
                    "The ministry knows of nothing at all",
                    "The minister travels to the harbour"),
                List.of("/en/news/*")));
  }

  @Test
  void anAddressThatIsAFeedItselfIsAllThereIs() throws IOException {
    site.put("/f", feed("It", "Mon, 23 Nov 2026 08:00:00 GMT", "Short."));

    assertThat(found("/f")).extracting(Finding::title).containsExactly("It");
    assertThat(site.asked()).containsExactly("/f");
  }

  @Test
  void nothingIsFoundWhereThereIsNothing() throws IOException {
    site.put("/", "<html><body>Under construction</body></html>");

    assertThat(found("/")).isEmpty();
    assertThatThrownBy(() -> found("/none"))
        .isInstanceOf(IOException.class)
        .hasMessage("HTTP 404 from " + site.uri("/none"));
  }
}
