package dev.vedette.feed;

import dev.vedette.document.Links;
import dev.vedette.document.SafeHtml;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Where a site may have its feeds. */
public final class FeedLinks {

  /** A feed by the words of its page, which need not be true. */
  private static final Pattern LOOKS_LIKE_ONE =
      Pattern.compile("(?i)\\b(rss|atom|feeds?)\\b|\\.(rss|rdf|atom)\\b");

  /** Comments are no articles. */
  private static final Pattern COMMENTS = Pattern.compile("(?i)comment");

  /** What sites call theirs, where their pages do not say. */
  private static final List<String> USUAL =
      List.of("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json");

  private FeedLinks() {}

  /**
   * The addresses that a page gives: first those that it declares, then links that look like it.
   *
   * @param html of the page
   */
  public static List<URI> on(String html, URI address) {
    Document page = Jsoup.parse(html);
    Element own = page.selectFirst("base[href]");
    URI base = Links.withBase(address, own == null ? null : own.attr("href"));
    Map<String, URI> found = new LinkedHashMap<>();
    for (Element link : page.select(FeedSniffer.FEED_LINKS)) {
      add(found, link, base);
    }
    for (Element link : page.select("a[href]")) {
      if (LOOKS_LIKE_ONE.matcher(link.attr("href") + " " + link.text()).find()) {
        add(found, link, base);
      }
    }
    return List.copyOf(found.values());
  }

  /** The addresses to try on a site that gives none. */
  public static List<URI> usual(URI site) {
    List<URI> usual = new ArrayList<>();
    USUAL.forEach(path -> usual.add(site.resolve(path)));
    return usual;
  }

  private static void add(Map<String, URI> found, Element link, URI base) {
    String said = link.attr("href") + " " + link.attr("title") + " " + SafeHtml.line(link.text());
    URI uri = Links.uri(Links.resolve(base, link.attr("href")));
    if (uri != null && Links.isFetchable(uri) && !COMMENTS.matcher(said).find()) {
      found.putIfAbsent(uri.toString(), uri);
    }
  }
}
