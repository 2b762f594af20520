package dev.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsTest {

  private static final URI BASE = URI.create("https://news.example/feeds/world.xml");

  private static ParsedFeed read(String text) throws FeedException {
    return new FeedReader().read(text.getBytes(StandardCharsets.UTF_8), null, BASE);
  }

  /** With the prefixes that the rows of these tables use. */
  private static ParsedFeed.Item rss(String inside) throws FeedException {
    return read("<rss xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:atom='http://www.w3.org/2005/Atom'"
            + " xmlns:media='http://search.yahoo.com/mrss/' xmlns:yandex='http://news.yandex.ru'"
            + " xmlns:itunes='http://www.itunes.com/DTDs/Podcast-1.0.dtd'"
            + " xmlns:x='http://www.w3.org/1999/xhtml'><channel><item>"
            + inside
            + "</item></channel></rss>")
        .entries()
        .get(0);
  }

  private static ParsedFeed.Item atom(String attributes, String inside) throws FeedException {
    return read("<feed xmlns:media='http://search.yahoo.com/mrss/' "
            + attributes
            + "><entry>"
            + inside
            + "</entry></feed>")
        .entries()
        .get(0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # where a feed's items may stand
          <rss><channel><title>F</title><item><title>1</title></item><item><title>2</title></item></channel></rss>
          <rss><channel><title>F</title></channel><item><title>1</title></item><item><title>2</title></item></rss>
          <rss><item><title>1</title></item><item><title>2</title></item><channel><title>F</title></channel></rss>
          <rss><channel><title>F</title><items><item><title>1</title></item><item><title>2</title></item></items></channel></rss>
          <channel><title>F</title><item><title>1</title></item><item><title>2</title></item></channel>
          # an end that is missing
          <rss><channel><title>F</title><item><title>1</title><item><title>2</title></item></channel></rss>
          <rss><channel><title>F</title><item><title>1</title><item><title>2</title></item></item></channel></rss>
          # RDF under the names of its versions
          <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>F</title></channel><item><title>1</title></item><item><title>2</title></item></rdf:RDF>
          <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://channel.netscape.com/rdf/simple/0.9/'><channel><title>F</title></channel><item><title>1</title></item><item><title>2</title></item></rdf:RDF>
          <r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><c:channel xmlns:c='urn:own'><c:title>F</c:title></c:channel><c:item xmlns:c='urn:own'><c:title>1</c:title></c:item><c:item xmlns:c='urn:own'><c:title>2</c:title></c:item></r:RDF>
          # the Channel Definition Format
          <CHANNEL HREF='/'><TITLE>F</TITLE><ITEM HREF='/1'><TITLE>1</TITLE></ITEM><ITEM><TITLE>2</TITLE></ITEM></CHANNEL>
          # Atom under any address, or none, and with RSS's word for its entries
          <feed xmlns='http://www.w3.org/2005/Atom'><title>F</title><entry><title>1</title></entry><entry><title>2</title></entry></feed>
          <feed xmlns='http://purl.org/atom/ns#' version='0.3'><title>F</title><entry><title>1</title></entry><entry><title>2</title></entry></feed>
          <feed xmlns='urn:own'><title>F</title><entry><title>1</title></entry><entry><title>2</title></entry></feed>
          <a:feed xmlns:a='http://www.w3.org/2005/Atom' xmlns='http://www.w3.org/1999/xhtml'><a:title>F</a:title><a:entry><a:title>1</a:title></a:entry><a:entry><a:title>2</a:title></a:entry></a:feed>
          <feed><title>F</title><item><title>1</title></item><item><title>2</title></item></feed>
          <feed><title>F</title><entry><title>1</title><entry><title>2</title></entry></feed>
          # a sitemap of news
          <urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>/1</loc><n:news><n:publication><n:name>F</n:name></n:publication><n:title>1</n:title></n:news></url><url><n:news><n:title>2</n:title></n:news></url></urlset>
          """)
  void findsTheItemsInOrder(String feed) throws FeedException {
    ParsedFeed read = read(feed);

    assertThat(read.title()).isEqualTo("F");
    assertThat(read.entries()).extracting(ParsedFeed.Item::title).containsExactly("1", "2");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the text and the summary                                                  | summary | content
          <description>a</description><summary>b</summary>                            | a       | b
          <summary>b</summary>                                                        | b       | ''
          <media:group><media:description>m</media:description></media:group>         | m       | ''
          <description>a</description><yandex:full-text>все</yandex:full-text>        | a       | все
          <x:body>safe<x:iframe src='/'/> <x:b>description</x:b></x:body>             | ''      | safe <b>description</b>
          <atom:summary>s</atom:summary><atom:content type='html'>c</atom:content>    | s       | c
          """)
  void findsTheText(String inside, String summary, String content) throws FeedException {
    assertThat(rss(inside))
        .extracting(ParsedFeed.Item::summaryHtml, ParsedFeed.Item::contentHtml)
        .containsExactly(summary, content);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the modes of Atom 0.3
          <content type='text/html' mode='escaped'>&lt;p>a&lt;/p></content>       | <p>a</p>
          <content mode='base64'>PHA+YTwvcD4=</content>                           | <p>a</p>
          <content type='application/xhtml+xml'><p>a</p></content>                | <p>a</p>
          # the types of Atom 1.0
          <content type='html'>&lt;p>a&lt;/p></content>                           | <p>a</p>
          <content type='text'>&lt;p>a&lt;/p></content>                           | &lt;p&gt;a&lt;/p&gt;
          <content type='text/plain'>&lt;p>a&lt;/p></content>                     | &lt;p&gt;a&lt;/p&gt;
          <content type='text/html'>&lt;p>a&lt;/p></content>                      | <p>a</p>
          <content type='xhtml'><div><p>a</p><script/>b</div></content>           | <div><p>a</p>b</div>
          <content type='xhtml'><m:math xmlns:m='urn:math'><m:mi>a</m:mi></m:math></content> | a
          <content type='application/octet-stream'>PHA+YTwvcD4=</content>         | <p>a</p>
          # what is packed and no text says nothing
          <content type='image/png'>iVBORw0KGgo=</content>                        | ''
          """)
  void unpacksTheContentOfAtom(String content, String html) throws FeedException {
    assertThat(atom("", content).contentHtml()).isEqualTo(html);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <category>one</category><dc:subject>two</dc:subject>                    | one;two
          <category><b>one</b></category><category>one</category>                 | one
          <itunes:category text='one'><itunes:category text='two'/></itunes:category> | one;two
          <tags>one, two</tags><itunes:keywords>two,three</itunes:keywords>       | one;two;three
          <atom:category term='one'/><media:category>two</media:category>         | one;two
          """)
  void gathersTheCategoriesOfAllVocabularies(String inside, String categories)
      throws FeedException {
    assertThat(rss(inside).categories()).isEqualTo(List.of(categories.split(";", -1)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # of several the last; other roles do not count
          <link>https://a.example/1</link><link>https://a.example/2</link>                 | https://a.example/2
          <link>https://a.example/1</link><link rel='enclosure' href='https://a.example/2'/> | https://a.example/1
          <atom:link rel='self' href='https://a.example/1'/>                               | ''
          <atom:link href='https://a.example/1'/>                                          | https://a.example/1
          # a guid that is no address is no link, whatever it claims
          <guid isPermaLink='true'>a-1</guid>                                              | ''
          <guid ispermalink='FALSE'>https://a.example/1</guid>                             | ''
          """)
  void choosesTheLink(String inside, String link) throws FeedException {
    assertThat(rss(inside).link()).isEqualTo(link);
  }

  @Test
  void readsAVideoChannelsEntries() throws FeedException {
    ParsedFeed.Item item =
        atom(
            "xmlns='http://www.w3.org/2005/Atom'",
            "<link rel='alternate' href='/watch'/><media:group><media:title>t</media:title>"
                + "<media:description>d</media:description></media:group>");

    assertThat(item.title()).isEqualTo("t");
    assertThat(item.link()).isEqualTo("https://news.example/watch");
    assertThat(item.summaryHtml()).isEqualTo("d");
  }

  @Test
  void startsRelativeLinksAtTheSiteWhereSomebodyElseServesItsFeed() throws FeedException {
    String item = "<item><link>story</link></item></channel></rss>";
    String here = "<rss><channel><link>https://news.example/</link>" + item;
    String elsewhere = "<rss><channel><link>https://paper.example/</link>" + item;
    String said =
        "<rss xml:base='https://base.example/'><channel><link>https://paper.example/</link>" + item;

    assertThat(read(here).entries().get(0).link()).isEqualTo("https://news.example/feeds/story");
    assertThat(read(elsewhere).entries().get(0).link()).isEqualTo("https://paper.example/story");
    assertThat(read(said).entries().get(0).link()).isEqualTo("https://base.example/story");
  }

  @Test
  void givesARelativeIdOfAtomItsAddress() throws FeedException {
    assertThat(atom("xml:base='https://a.example/b/'", "<id>c/d</id>").id())
        .isEqualTo("https://a.example/b/c/d");
    assertThat(atom("xml:base='https://a.example/b/'", "<id>tag:a.example:c/d</id>").id())
        .isEqualTo("tag:a.example:c/d");
  }

  @Test
  void readsTheNewsOfASitemap() throws FeedException {
    ParsedFeed feed =
        read(
            """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
              <url>
                <loc>https://news.example/1</loc>
                <news:news>
                  <news:publication><news:name>The News</news:name><news:language>en</news:language></news:publication>
                  <news:publication_date>2026-06-01T10:00:00Z</news:publication_date>
                  <news:title>Minister leaves</news:title>
                  <news:keywords>Politics, Arms</news:keywords>
                </news:news>
              </url>
            </urlset>
            """);

    assertThat(feed.language()).isEqualTo("en");
    ParsedFeed.Item item = feed.entries().get(0);
    assertThat(item.link()).isEqualTo("https://news.example/1");
    assertThat(item.published()).hasToString("2026-06-01T10:00:00Z");
    assertThat(item.categories()).containsExactly("Politics", "Arms");
  }
}
