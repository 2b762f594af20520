package dev.vedette.feed;

import dev.vedette.document.Links;
import dev.vedette.document.Redact;
import java.net.URI;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Tells feeds from what is served in their place. */
public final class FeedSniffer {

  private static final Set<String> FEED_ROOTS = Set.of("rss", "feed", "rdf", "channel");

  /** The namespace that makes a sitemap one of news. */
  private static final String NEWS_SITEMAP = "google.com/schemas/sitemap-news";

  static final String FEED_LINKS =
      "link[rel~=(?i)alternate][type~=(?i)(rss|atom|feed\\+json)][href]";

  private FeedSniffer() {}

  /** Whether it begins as JSON objects and arrays do. */
  public static boolean isJson(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  /** Whether it begins with a tag: there is no text before the feed or page. */
  public static boolean isMarkup(String text) {
    return text.stripLeading().startsWith("<");
  }

  /** Whether the first element is one that feeds begin with. */
  public static boolean isFeed(String text) {
    String root = root(text);
    return FEED_ROOTS.contains(root) || (root.equals("urlset") && text.contains(NEWS_SITEMAP));
  }

  /** Whether this is a page. */
  public static boolean isHtml(String text) {
    String root = root(text);
    return !isFeed(text)
        && (root.equals("html")
            || text.regionMatches(true, Math.max(0, text.indexOf('<')), "<!doctype html", 0, 14)
            || (text.stripLeading().startsWith("<")
                && root.matches("head|body|title|meta|div|p|h1|article|main|section|table|link")));
  }

  static void refuseWhatIsNoFeed(String text, URI base) throws FeedException {
    if (text.isBlank()) {
      throw new FeedException("not a feed: empty");
    }
    if (isJson(text) || isFeed(text)) {
      return;
    }
    if (isHtml(text)) {
      throw new FeedException("not a feed: an HTML page" + linked(text, base));
    }
    String root = root(text);
    if (root.isEmpty()) {
      throw new FeedException("not a feed: no XML in it");
    }
    throw new FeedException("not a feed: its first element is <" + root + ">");
  }

  /** The hint at the feed that a page names, or nothing. */
  private static String linked(String html, URI base) {
    Element link = Jsoup.parse(html).selectFirst(FEED_LINKS);
    return link == null
        ? ""
        : "; the page names this feed: " + Redact.url(Links.resolve(base, link.attr("href")));
  }

  /** The first element's name in lower case, without prefix; empty where there is none. */
  static String root(String text) {
    int at = Prolog.end(text);
    return at < 0 ? "" : Prolog.name(text, at);
  }
}
