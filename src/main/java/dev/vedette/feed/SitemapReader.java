package dev.vedette.feed;

import dev.vedette.document.Dates;
import dev.vedette.document.SafeHtml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * Sitemaps, indexes of them, and plain lists of addresses, damaged ones as far as they are whole.
 * They are read element by element, since one may hold fifty thousand.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">the protocol</a>, and <a
 *     href="https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap">its
 *     extension for news</a>
 */
public final class SitemapReader {

  private SitemapReader() {}

  /**
   * Reads one.
   *
   * @throws FeedException if it is something else; the message says what
   */
  public static ParsedSitemap read(String text) throws FeedException {
    if (text.isBlank()) {
      throw new FeedException("not a sitemap: empty");
    }
    if (!FeedSniffer.isMarkup(text)) {
      return list(text);
    }
    String root = FeedSniffer.root(text);
    if (!root.equals("urlset") && !root.equals("sitemapindex")) {
      throw new FeedException(
          FeedSniffer.isHtml(text)
              ? "not a sitemap: an HTML page"
              : FeedSniffer.isFeed(text)
                  ? "not a sitemap: a feed (expected: feed: with this address)"
                  : "not a sitemap: its first element is <" + root + ">");
    }
    return xml(text, root.equals("sitemapindex"));
  }

  /** Whether this is a file that gzip made. */
  public static boolean isPacked(byte[] bytes) {
    return bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  /**
   * What gzip packed.
   *
   * @param most in bytes
   * @throws FeedException if it is damaged, or more than that
   */
  public static byte[] unpacked(byte[] bytes, long most) throws FeedException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] unpacked = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE));
      if (unpacked.length > most) {
        throw new FeedException("not a sitemap: more than " + most + " bytes, unpacked");
      }
      return unpacked;
    } catch (IOException e) {
      throw new FeedException("not a sitemap: damaged gzip");
    }
  }

  private static ParsedSitemap list(String text) throws FeedException {
    List<ParsedSitemap.Entry> entries =
        text.lines()
            .map(String::strip)
            .filter(line -> line.matches("(?i)https?://\\S+"))
            .limit(ParsedSitemap.MAX_ENTRIES)
            .map(line -> new ParsedSitemap.Entry(line, null, null, ""))
            .toList();
    if (entries.isEmpty()) {
      throw new FeedException("not a sitemap: no XML in it");
    }
    return new ParsedSitemap(false, entries);
  }

  private static ParsedSitemap xml(String text, boolean index) {
    List<ParsedSitemap.Entry> entries = new ArrayList<>();
    try (StreamParser parser = new StreamParser(Parser.xmlParser()).parse(text, "")) {
      Iterator<Element> elements = parser.iterator();
      while (elements.hasNext() && entries.size() < ParsedSitemap.MAX_ENTRIES) {
        Element element = elements.next();
        if (name(element).equals(index ? "sitemap" : "url")) {
          add(entries, element);
          element.remove();
        }
      }
    }
    return new ParsedSitemap(index, entries);
  }

  private static void add(List<ParsedSitemap.Entry> entries, Element element) {
    String address = "";
    String title = "";
    Instant changed = null;
    Instant published = null;
    for (Element part : element.getAllElements()) {
      switch (name(part)) {
        case "loc" -> address = element.equals(part.parent()) ? part.text().strip() : address;
        case "lastmod" -> changed = Dates.parse(part.text());
        case "publication_date" -> published = Dates.parse(part.text());
        case "title" -> title = isNews(part) ? SafeHtml.text(part.text()) : title;
        default -> {}
      }
    }
    if (!address.isEmpty()) {
      entries.add(new ParsedSitemap.Entry(address, published, changed, title));
    }
  }

  /** Pictures and films have titles of their own. */
  private static boolean isNews(Element title) {
    Element parent = title.parent();
    return parent != null && name(parent).equals("news");
  }

  private static String name(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }
}
