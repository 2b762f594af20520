package dev.vedette.poll;

import dev.vedette.document.Decoding;
import dev.vedette.document.Languages;
import dev.vedette.document.Links;
import dev.vedette.document.SafeHtml;
import dev.vedette.feed.FeedException;
import dev.vedette.feed.FeedLinks;
import dev.vedette.feed.FeedReader;
import dev.vedette.feed.FeedSniffer;
import dev.vedette.feed.ParsedFeed;
import dev.vedette.feed.ParsedSitemap;
import dev.vedette.feed.SitemapReader;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what a site offers: the feeds that its page names, else those at the usual places, the
 * sitemaps that robots.txt names, and the page itself as a list of links. Asks for a few documents
 * only, with the manners of a poll.
 */
public final class Discovery implements AutoCloseable {

  /** The most addresses of feeds that are tried. */
  private static final int MAX_FEEDS = 8;

  private static final int MAX_SITEMAPS = 2;
  private static final int MAX_EXAMPLES = 3;

  private static final Pattern SITEMAP = Pattern.compile("(?im)^\\s*sitemap:\\s*(\\S+)");

  private final PollSettings settings;
  private final HttpFetcher web;
  private final Instant now;
  private final Consumer<URI> asking;
  private final Set<String> asked = new HashSet<>();
  private final FeedReader feeds = new FeedReader();

  /**
   * Looks with these manners.
   *
   * @param site whose host need not be public
   * @param asking is told of each address before it is asked for
   */
  public Discovery(PollSettings settings, URI site, Instant now, Consumer<URI> asking) {
    this.settings = settings;
    this.web =
        new HttpFetcher(settings.forReader(PrivateNames.bare(site.getHost())), Runnable::run);
    this.now = now;
    this.asking = asking;
  }

  /**
   * What is offered there, the best first; empty where nothing is.
   *
   * @param site an address of the web: of a page, a feed or a sitemap
   * @throws IOException if it cannot be had; says why, with the address redacted
   */
  public List<Finding> at(URI site) throws IOException {
    Fetched fetched = fetch(Fetcher.Request.list(site, null, null, now));
    if (!(fetched instanceof Fetched.Fresh page)) {
      throw new IOException(FetchedWords.of(fetched));
    }
    Finding itself = feedOrSitemap(page);
    if (itself != null) {
      return List.of(itself);
    }
    String html = page.text(null);
    if (!FeedSniffer.isHtml(html)) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>(feeds(FeedLinks.on(html, page.uri()), MAX_FEEDS));
    if (found.isEmpty()) {
      found.addAll(feeds(FeedLinks.usual(page.uri()), 1));
    }
    found.sort(Comparator.comparing(Discovery::newest).reversed());
    found.addAll(sitemaps(page.uri()));
    Finding list = LinkList.on(Jsoup.parse(html), page.uri());
    if (list != null) {
      found.add(list);
    }
    return found;
  }

  private static Instant newest(Finding finding) {
    return finding.newest() == null ? Instant.MIN : finding.newest();
  }

  private Fetched fetch(Fetcher.Request request) {
    asked.add(request.uri().toString());
    asking.accept(request.uri());
    return web.fetch(request).join();
  }

  /** Those of the addresses that are feeds, as many as are wanted. */
  private List<Finding> feeds(List<URI> addresses, int most) {
    List<Finding> found = new ArrayList<>();
    addresses.stream()
        .limit(MAX_FEEDS)
        .filter(uri -> !asked.contains(uri.toString()))
        .filter(uri -> found.size() < most)
        .forEach(
            uri -> {
              if (fetch(Fetcher.Request.feed(uri, null, null, now)) instanceof Fetched.Fresh one) {
                Finding feed = feed(one);
                boolean again = found.stream().anyMatch(f -> f.uri().equals(one.uri()));
                if (feed != null && !again) {
                  found.add(feed);
                }
              }
            });
    return found;
  }

  private List<Finding> sitemaps(URI site) {
    List<URI> addresses = new ArrayList<>();
    if (fetch(Fetcher.Request.feed(site.resolve("/robots.txt"), null, null, now))
        instanceof Fetched.Fresh robots) {
      Matcher named = SITEMAP.matcher(robots.text(null));
      while (named.find()) {
        URI uri = Links.uri(Links.resolve(site, named.group(1)));
        if (uri != null && Links.isFetchable(uri)) {
          addresses.add(uri);
        }
      }
    }
    if (addresses.isEmpty()) {
      addresses.add(site.resolve("/sitemap.xml"));
    }
    addresses.sort(Comparator.comparing(uri -> uri.toString().contains("news") ? 0 : 1));
    return addresses.stream()
        .limit(MAX_SITEMAPS)
        .map(uri -> fetch(Fetcher.Request.feed(uri, null, null, now)))
        .map(fetched -> fetched instanceof Fetched.Fresh fresh ? sitemap(fresh) : null)
        .filter(Objects::nonNull)
        .toList();
  }

  private @Nullable Finding feedOrSitemap(Fetched.Fresh document) {
    Finding sitemap = sitemap(document);
    return sitemap == null ? feed(document) : sitemap;
  }

  private @Nullable Finding feed(Fetched.Fresh document) {
    try {
      String text = document.text(null);
      boolean feed =
          FeedSniffer.isMarkup(text) ? FeedSniffer.isFeed(text) : FeedSniffer.isJson(text);
      return feed ? finding(document.uri(), feeds.read(text, document.uri())) : null;
    } catch (FeedException e) {
      return null;
    }
  }

  private static Finding finding(URI uri, ParsedFeed feed) {
    FeedItems items = new FeedItems("", feed, "");
    List<ParsedFeed.Item> newestFirst = new ArrayList<>(items.oldestFirst());
    Collections.reverse(newestFirst);
    long whole =
        newestFirst.stream()
            .filter(item -> items.draft(item).body().length() >= FeedHarvest.SHORT)
            .count();
    return new Finding(
        Finding.Kind.FEED,
        uri,
        SafeHtml.line(feed.title()),
        Languages.reconciled(feed.language(), titles(newestFirst)),
        newestFirst.size(),
        newestFirst.stream()
            .map(item -> item.published() == null ? item.updated() : item.published())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null),
        2 * whole > newestFirst.size(),
        newestFirst.stream()
            .map(ParsedFeed.Item::title)
            .filter(title -> !title.isEmpty())
            .limit(MAX_EXAMPLES)
            .toList(),
        List.of());
  }

  private static String titles(List<ParsedFeed.Item> items) {
    StringBuilder titles = new StringBuilder();
    items.forEach(item -> titles.append(item.title()).append('\n'));
    return titles.toString();
  }

  private @Nullable Finding sitemap(Fetched.Fresh document) {
    try {
      byte[] bytes = document.body().bytes();
      boolean packed = SitemapReader.isPacked(bytes);
      String text =
          packed
              ? Decoding.decode(SitemapReader.unpacked(bytes, settings.maxBytes()), "")
              : document.text(null);
      if (!FeedSniffer.isMarkup(text)) {
        return null;
      }
      ParsedSitemap sitemap = SitemapReader.read(text);
      List<ParsedSitemap.Entry> newestFirst =
          sitemap.entries().stream()
              .sorted(Comparator.comparing(SitemapPoll::date).reversed())
              .toList();
      return new Finding(
          Finding.Kind.SITEMAP,
          document.uri(),
          "",
          "",
          sitemap.index() ? 0 : newestFirst.size(),
          newestFirst.isEmpty() ? null : newestFirst.get(0).date(),
          false,
          newestFirst.stream()
              .map(entry -> entry.title().isEmpty() ? entry.address() : entry.title())
              .limit(MAX_EXAMPLES)
              .toList(),
          List.of());
    } catch (FeedException e) {
      return null;
    }
  }

  @Override
  public void close() {
    web.close();
  }
}
