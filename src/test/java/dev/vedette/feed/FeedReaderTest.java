package dev.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

  private static final URI BASE = URI.create("https://news.example/feeds/world.xml");

  private final FeedReader reader = new FeedReader();

  private ParsedFeed read(String text) throws FeedException {
    return reader.read(text.getBytes(StandardCharsets.UTF_8), null, BASE);
  }

  private ParsedFeed.Item item(String inside) throws FeedException {
    List<ParsedFeed.Item> items =
        read("<rss version='2.0'><channel><title>t</title><item>"
                + inside
                + "</item></channel></rss>")
            .entries();
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<rss version='2.0'"
            + " xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>t</title><atom:link"
            + " rel='self' href='https://a.example/feed'/><atom:link rel='hub'"
            + " href='/hub'/><item><title>x</title></item></channel></rss> |"
            + " https://news.example/hub | https://a.example/feed",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title><link rel='HUB'"
            + " href='http://h.example'/><link rel='hub' href='http://second.example'/></feed> |"
            + " http://h.example | ''",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"t\",\"items\":[],\"feed_url\":"
            + "\"https://a.example/f.json\",\"hubs\":[{\"type\":\"rssCloud\",\"url\":\"http://c.example\"},{\"type\":\"WebSub\",\"url\":\"http://h.example\"}]}"
            + " | http://h.example | https://a.example/f.json",
        "<rss version='2.0'><channel><title>t</title><link>https://a.example</link><item><link"
            + " rel='hub' href='http://h.example'/><title>x</title></item></channel></rss> | |",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title>"
            + "<link rel='hub' href='javascript:x'/></feed> | |",
      })
  void findsTheHubThatTellsWhatIsNew(String text, String hub, String topic) throws FeedException {
    assertThat(read(text).wishes().hub()).isEqualTo(hub == null ? null : new Hub(hub, topic));
  }

  @Test
  void readsRss() throws FeedException {
    ParsedFeed feed =
        read(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:content="http://purl.org/rss/1.0/modules/content/">
              <channel>
                <title>World &amp; beyond</title>
                <link>https://news.example/</link>
                <description>All of it</description>
                <language>en-GB</language>
                <item>
                  <title>Minister leaves</title>
                  <link>/2026/minister</link>
                  <guid isPermaLink="false">a-1</guid>
                  <pubDate>Mon, 01 Jun 2026 10:00:00 GMT</pubDate>
                  <dc:creator>Jane Doe</dc:creator>
                  <category>Politics</category>
                  <description>Short</description>
                  <content:encoded><![CDATA[<p>Long</p>]]></content:encoded>
                </item>
              </channel>
            </rss>
            """);

    assertThat(feed.title()).isEqualTo("World & beyond");
    assertThat(feed.link()).isEqualTo("https://news.example/");
    assertThat(feed.language()).isEqualTo("en-GB");
    assertThat(feed.entries())
        .containsExactly(
            new ParsedFeed.Item(
                "a-1",
                "Minister leaves",
                "https://news.example/2026/minister",
                Instant.parse("2026-06-01T10:00:00Z"),
                null,
                "Jane Doe",
                "Short",
                "<p>Long</p>",
                List.of("Politics")));
  }

  @Test
  void readsAtom() throws FeedException {
    ParsedFeed feed =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ko" xml:base="https://news.example/kr/">
              <title>뉴스</title><id>urn:feed</id><updated>2026-06-01T12:00:00Z</updated>
              <author><name>Desk</name></author>
              <link rel="self" href="feed.atom"/><link href="."/>
              <entry>
                <title type="html">쇼이구 &amp;amp; 평양</title><id>urn:1</id><link href="a1"/>
                <published>2026-06-01T10:00:00+09:00</published>
                <updated>2026-06-01T11:00:00+09:00</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>본문</p></div></content>
              </entry>
            </feed>
            """);

    assertThat(feed.title()).isEqualTo("뉴스");
    assertThat(feed.link()).isEqualTo("https://news.example/kr/");
    assertThat(feed.language()).isEqualTo("ko");
    assertThat(feed.id()).isEqualTo("urn:feed");
    ParsedFeed.Item item = feed.entries().get(0);
    assertThat(item.title()).isEqualTo("쇼이구 & 평양");
    assertThat(item.link()).isEqualTo("https://news.example/kr/a1");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-06-01T01:00:00Z"));
    assertThat(item.updated()).isEqualTo(Instant.parse("2026-06-01T02:00:00Z"));
    assertThat(item.author()).as("inherited").isEqualTo("Desk");
    assertThat(item.contentHtml()).contains("<p>본문</p>");
  }

  @Test
  void readsJsonFeed() throws FeedException {
    ParsedFeed feed =
        read(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "J", "language": "en",
             "items": [{"id": 7, "external_url": "/x", "title": "T", "content_text": "a < b",
                        "date_published": "2026-06-01T10:00:00Z", "authors": [{"name": "A"}],
                        "tags": ["one"]}]}
            """);

    assertThat(feed.entries())
        .containsExactly(
            new ParsedFeed.Item(
                "7",
                "T",
                "https://news.example/x",
                Instant.parse("2026-06-01T10:00:00Z"),
                null,
                "A",
                "",
                "a &lt; b",
                List.of("one")));
  }

  @Test
  void aJsonFeedsAuthorIsThatOfItemsWithout() throws FeedException {
    assertThat(
            read("""
            {"version": "https://jsonfeed.org/version/1", "author": {"name": "Desk"},
             "items": [{"id": 1}, {"id": 2, "author": {"name": "A"}}]}
            """)
                .entries())
        .extracting(ParsedFeed.Item::author)
        .containsExactly("Desk", "A");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # undeclared entities, bare ampersands, what XML forbids
          <title>Caf&eacute; &mdash; open</title>              | Café — open
          <title>Fish & chips &c.</title>                      | Fish & chips &c.
          <title>Shoigu&#11; in&#x1F; town</title>             | Shoigu in town
          <title>It&#146;s</title>                             | It’s
          # packed twice
          <title>A &amp;amp; B &amp;#8217;s</title>            | A & B ’s
          # markup, in and out of CDATA
          <title><![CDATA[<b>Bold</b> move]]></title>          | Bold move
          <title>Naked <b>markup</b></title>                   | Naked markup
          <title>a < b</title>                                 | a < b
          # line ends and tabs would break logs and headers
          <title>One&#13;&#10;two&#9;three</title>             | One two three
          # other vocabularies
          <dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'>DC</dc:title> | DC
          <media:title>Undeclared prefix</media:title>         | Undeclared prefix
          <TITLE>Shouted</TITLE>                               | Shouted
          """)
  void findsTheTitle(String inside, String title) throws FeedException {
    String known =
        inside.replace(
            "<media:title>", "<media:title xmlns:media='http://search.yahoo.com/mrss/'>");
    assertThat(item(known).title()).isEqualTo(title);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <link>../a?b=1&c=2</link>                                  | https://news.example/a?b=1&c=2
          <guid>https://news.example/perma</guid>                    | https://news.example/perma
          <guid isPermaLink='false'>https://news.example/not</guid>  | ''
          <link href='https://news.example/attr'/>                   | https://news.example/attr
          <link>javascript:alert(1)</link>                           | ''
          <link> java&#10;script:alert(1)</link>                     | ''
          """)
  void findsTheLink(String inside, String link) throws FeedException {
    assertThat(item("<title>t</title>" + inside).link()).isEqualTo(link);
  }

  @Test
  void leavesNothingActiveInTheText() throws FeedException {
    ParsedFeed.Item item =
        item(
            "<description><![CDATA[<p"
                + " onclick='x()'>a<script>alert(1)</script><style>b{}</style><iframe"
                + " src='//x'>c</iframe><a href='javascript:y()'>d</a></p>]]></description>");

    assertThat(item.summaryHtml()).isEqualTo("<p>a<a>d</a></p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"http://localhost:1/rss.dtd\">",
        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
        "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY x '&a;&a;&a;&a;'>]>",
        "junk before the feed",
        "<!-- first a comment -->",
      })
  void neverExpandsWhatADocumentTypeDeclares(String before) throws FeedException {
    ParsedFeed feed =
        read(before + "<rss version='0.91'><channel><title>A&x;B</title></channel></rss>");

    assertThat(feed.title()).isEqualTo("A&x;B");
  }

  @Test
  void keepsTheWholeItemsOfATornFeed() throws FeedException {
    String whole =
        "<item><title>Whole</title><guid>1</guid></item><item><title>Also</title><guid>2</guid></item>";

    ParsedFeed feed =
        read("<rss version='2.0'><channel><title>t</title>" + whole + "<item><title>To");

    assertThat(feed.entries()).extracting(ParsedFeed.Item::title).containsExactly("Whole", "Also");
  }

  @Test
  void survivesNestingWithoutEnd() throws FeedException {
    String deep = "<a>".repeat(100_000);

    assertThat(
            read("<rss><channel><item><title>t</title></item>" + deep + "</channel></rss>")
                .entries())
        .extracting(ParsedFeed.Item::title)
        .containsExactly("t");
  }

  @Test
  void readsOnlySoManyItems() throws FeedException {
    String items = "<item><title>t</title></item>".repeat(ParsedFeed.MAX_ENTRIES + 1);

    assertThat(read("<rss><channel>" + items + "</channel></rss>").entries())
        .hasSize(ParsedFeed.MAX_ENTRIES);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '  '                                              | not a feed: empty
          Too many requests                                 | not a feed: no XML in it
          <opml version='2.0'/>                             | not a feed: its first element is <opml>
          {"error": "rate limit"}                           | not a feed: JSON, but no JSON Feed
          [1, 2]                                            | not a feed: JSON, but no JSON Feed
          {"version": 7                                     | not a feed: JSON that breaks off or is wrong at line 1, column 14
          {"version": x}                                    | not a feed: JSON that breaks off or is wrong at line 1, column 13
          <!doctype html><title>404</title>                 | not a feed: an HTML page
          <html><link rel='alternate' type='application/rss+xml' href='/rss?key=abc'></html> | not a feed: an HTML page; the page names this feed: https://news.example/rss?key=<secret>
          """)
  void saysWhatItIsInstead(String text, String message) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(FeedException.class).hasMessage(message);
  }
}
