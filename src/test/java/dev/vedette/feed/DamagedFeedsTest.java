package dev.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedFeedsTest {

  private static final URI BASE = URI.create("https://news.example/feed");

  private static List<String> titles(String text) throws FeedException {
    return new FeedReader()
        .read(text.getBytes(StandardCharsets.UTF_8), null, BASE).entries().stream()
            .map(ParsedFeed.Item::title)
            .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        <?xml version="1.0"?><!DOCTYPE rss><rss version="2.0" xmlns:m="http://search.yahoo.com/mrss/">
        <channel><title>F</title><item><title>1</title><guid>a</guid></item>
        <item><title>2</title><m:group><m:content url="x"/></m:group><!-- note --></item>
        <item><title><![CDATA[3]]></title><description><![CDATA[<p>a &amp; b</p>]]></description></item>
        <item><title>4</title><description>a &amp; b</description><link>/a?b&amp;c</link></item>
        </channel></rss>
        """,
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>1</title></entry>
        <entry><title type="html"><![CDATA[2]]></title><link rel="alternate" href="/2"/></entry>
        <entry><title>3</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a<br/></p></div></content></entry>
        <entry><title>4</title><author><name>A</name></author></entry></feed>
        """,
      })
  void keepsTheItemsThatAreWholeWhereverAFeedBreaksOff(String feed) throws FeedException {
    for (int end = feed.indexOf("<title>1"); end <= feed.length(); end++) {
      String torn = feed.substring(0, end);
      int whole = torn.split("</item>|</entry>", -1).length - 1;

      assertThat(titles(torn)).as(torn).isEqualTo(List.of("1", "2", "3", "4").subList(0, whole));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # ends that are missing
          <item><title>1</title><item><title>2</title></item>                               | 1;2
          <item><title>1</title></item><item><title>2</title>                               | 1;2
          <item><title>1</title><description><![CDATA[a</description></item><item><title>2</title></item> | 1;2
          # ends that are wrong or too many
          <item><title>1</title><description><p>a</div></description></item></item><item><title>2</title></item> | 1;2
          # marked text that speaks of items
          <item><title>1</title><description><![CDATA[an <item> of <b>news</i>]]></description><b></i></item> | 1
          # attributes without quotes, twice, or with illegal names
          <item a=b c='d' c='e' 1f='g'><title>1</title></item>                              | 1
          # characters that tags are made of
          <item><title>1 < 2 & 3 > 2</title></item>                                         | 1 < 2 & 3 > 2
          """)
  void mendsWhatHasOneMeaning(String items, String titles) throws FeedException {
    assertThat(titles("<rss><channel><title>F</title>" + items + "</channel></rss>"))
        .isEqualTo(List.of(titles.split(";", -1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n\n",
        "<?xml version='1.0'>",
        "<?xml version='1.0'?><?xml-stylesheet href='a.xsl'?><!-- <opml> -->",
        "HTTP/1.1 200 OK\n\n",
        "<br />\n<b>Warning</b>: Undefined index in <b>/srv/feed.php</b> on line <b>7</b><br />",
        "<!DOCTYPE rss [<!-- don't --><!ENTITY x \"<opml>\"><!ENTITY y '>'>]>",
        "<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\">",
        "<!doctype html>",
      })
  void beginsWhereTheFeedBegins(String before) throws FeedException {
    assertThat(titles(before + "<rss><channel><item><title>1</title></item></channel></rss>"))
        .containsExactly("1");
  }
}
