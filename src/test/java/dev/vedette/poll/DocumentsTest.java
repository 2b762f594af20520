package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vedette.article.Article;
import dev.vedette.article.Fingerprint;
import dev.vedette.article.Zone;
import dev.vedette.document.CanonicalUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final Documents documents = new Documents();

  private List<Article> read(String name, String text) throws IOException {
    return documents.read("inbox", name, text.getBytes(StandardCharsets.UTF_8), NOW, "");
  }

  @Test
  void takesATextVerbatim() throws IOException {
    String text = "\n Harbour  closed \r\n\r\nThe harbour stays closed, its master said.\t\n";

    Article article = read("a.txt", "\ufeff" + text).get(0);

    assertThat(article.body()).isEqualTo(text);
    assertThat(article.title()).isEqualTo("Harbour closed");
    assertThat(article.id()).isEqualTo(Fingerprint.of("inbox", "a.txt"));
    assertThat(article.url()).isEmpty();
    assertThat(article.fetchedAt()).isEqualTo(NOW);
    assertThat(article.publishedAt()).isNull();
  }

  @Test
  void tellsAPageByItsContentNotItsName() throws IOException {
    Article article =
        read(
                "page.txt",
                """
                <!doctype html><html lang="de"><head><title>Hafen zu | Die Post</title>
                <link rel="canonical" href="https://www.post.example/hafen?utm_source=x">
                <meta property="article:published_time" content="2026-11-20T08:00:00+01:00"></head>
                <body><nav>Politik Sport</nav><article><h1>Hafen zu</h1>
                <p>Der Hafen bleibt geschlossen, sagte sein Meister am Dienstag in der Hauptstadt.</p>
                <p>Niemand weiß, wie lange das dauern wird, und die Fischer beschweren sich schon.</p>
                </article></body></html>
                """)
            .get(0);

    assertThat(article.title()).isEqualTo("Hafen zu");
    assertThat(article.language()).isEqualTo("de");
    assertThat(article.id())
        .as("the same page by any way")
        .isEqualTo(Fingerprint.of(CanonicalUrl.identity("http://post.example/hafen")));
    assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-11-20T07:00:00Z"));
    assertThat(article.body())
        .isEqualTo(
            """
            Hafen zu
            Der Hafen bleibt geschlossen, sagte sein Meister am Dienstag in der Hauptstadt.
            Niemand weiß, wie lange das dauern wird, und die Fischer beschweren sich schon.\
            """);
    assertThat(article.zoneAt(0)).isEqualTo(Zone.TITLE);
    assertThat(article.zoneAt(20)).isEqualTo(Zone.LEAD);
  }

  @Test
  void givesTheItemsOfAFeedOldestFirst() throws IOException {
    List<Article> articles =
        read(
            "saved.bin",
            """
            <rss version="2.0"><channel><title>t</title>
            <item><title>New</title><link>https://a.example/2</link>
              <pubDate>Tue, 24 Nov 2026 10:00:00 GMT</pubDate></item>
            <item><title>Old</title><link>https://a.example/1</link>
              <pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate><description>Text &lt;b&gt;bold&lt;/b&gt;.</description></item>
            </channel></rss>
            """);

    assertThat(articles).extracting(Article::title).containsExactly("Old", "New");
    assertThat(articles.get(0).body()).isEqualTo("Text bold.");
    assertThat(articles.get(0).url()).isEqualTo("https://a.example/1");
    assertThat(articles.get(1).publishedAt()).as("not in the future").isEqualTo(NOW);
  }

  @Test
  void tellsItemsApartThatShareALink() throws IOException {
    List<Article> articles =
        read(
            "live.xml",
            """
            <rss version="2.0"><channel><link>https://a.example/</link>
            <item><title>One</title><link>https://a.example/live</link><guid isPermaLink="false">1</guid></item>
            <item><title>Two</title><link>https://a.example/live</link><guid isPermaLink="false">2</guid></item>
            <item><title>Three</title><link>https://a.example/</link><guid isPermaLink="false">3</guid></item>
            </channel></rss>
            """);

    assertThat(articles).extracting(Article::id).doesNotHaveDuplicates();
  }

  @Test
  void keepsASummaryThatSaysMoreThanTheContent() throws IOException {
    Article article =
        read(
                "a.xml",
                """
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                <item><title>t</title><description>The minister was there.</description>
                <content:encoded>The harbour stays closed.</content:encoded></item></channel></rss>
                """)
            .get(0);

    assertThat(article.body()).isEqualTo("The minister was there.\nThe harbour stays closed.");
    assertThat(article.zoneAt(0)).isEqualTo(Zone.LEAD);
  }

  @Test
  void cutsAtTheLimitButNotThroughACharacter() throws IOException {
    String text = "x".repeat(Article.MAX_BODY - 1) + "😀 and more";

    Article article = read("long.txt", text).get(0);

    assertThat(article.body()).hasSize(Article.MAX_BODY - 1);
    assertThat(article.truncated()).isTrue();
    assertThat(article.title()).hasSize(Article.MAX_TITLE);
    assertThat(article.zones()).allMatch(zone -> zone.end() <= article.body().length());
  }

  @Test
  void takesJsonThatIsNoFeedForAText() throws IOException {
    assertThat(read("a.json", "{\"a\": 1}").get(0).body()).isEqualTo("{\"a\": 1}");
  }

  @Test
  void findsNothingInAnEmptyFile(@TempDir Path directory) throws IOException {
    Path empty = Files.createFile(directory.resolve("empty.txt"));

    assertThat(documents.read("inbox", empty, NOW, "")).isEmpty();
  }

  @Test
  void refusesWhatIsNoText() {
    assertThatThrownBy(() -> read("a.pdf", "%PDF\0\0\0\0\0\0"))
        .isInstanceOf(IOException.class)
        .hasMessage("it is no text");
  }
}
