package dev.vedette.poll;

import dev.vedette.article.Origin;
import dev.vedette.article.Trust;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where articles come from. */
public sealed interface Source {

  /** What they all have. */
  Settings settings();

  /** What its articles carry of it. */
  default Origin origin() {
    return new Origin(settings().tags(), settings().trust(), false);
  }

  /** How much of what it has when it is first read is news: of the web, a day. */
  default Backfill backfill() {
    Backfill own = settings().backfill();
    return own != null ? own : web() == null ? Backfill.ALL : Backfill.DAY;
  }

  /** The id that its articles carry. */
  default String id() {
    return settings().id();
  }

  /** What it is, in a word. */
  default String kind() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Where on the web it is: http, https, or demo; null where it is not. */
  default @Nullable URI web() {
    return null;
  }

  /** The address whose change makes the validators worthless. */
  String address();

  /** What decides the partition: sources with the same home are polled by the same instance. */
  default String home() {
    URI web = web();
    return web == null ? id() : host(web);
  }

  /**
   * What to send with a request for an address: what is configured goes to the source's own host
   * only, as it may be a login.
   */
  default Map<String, String> headersFor(URI uri) {
    return host(uri).equalsIgnoreCase(home()) ? settings().headers() : Map.of();
  }

  /**
   * What every source has.
   *
   * @param id unique among the sources; letters, digits, dots, hyphens and underscores
   * @param title for people; the id where none is given
   * @param every how long to wait between two polls; at least a second
   * @param language BCP 47, for articles that do not tell; empty where unknown
   * @param enabled whether it is polled at all
   * @param headers of HTTP, to send besides our own; to its own host only
   * @param charset of everything it sends, whatever that says of itself; null where it may say
   * @param tags that its alerts carry
   * @param trust in it, which its alerts carry
   * @param backfill how much of what it has when it is first read is news; null for what is usual
   */
  record Settings(
      String id,
      String title,
      Duration every,
      String language,
      boolean enabled,
      Map<String, String> headers,
      @Nullable Charset charset,
      List<String> tags,
      Trust trust,
      @Nullable Backfill backfill) {

    /** Copies its map and list. */
    public Settings {
      headers = Map.copyOf(headers);
      tags = List.copyOf(tags);
    }

    /** Of a source that needs nothing out of the ordinary. */
    public Settings(String id, String title, Duration every, String language, boolean enabled) {
      this(id, title, every, language, enabled, Map.of(), null, List.of(), Trust.NORMAL);
    }

    /** Of a source that is first read as is usual. */
    public Settings(
        String id,
        String title,
        Duration every,
        String language,
        boolean enabled,
        Map<String, String> headers,
        @Nullable Charset charset,
        List<String> tags,
        Trust trust) {
      this(id, title, every, language, enabled, headers, charset, tags, trust, null);
    }
  }

  /** Whether a feed's items are whole articles, or their links must be followed. */
  enum FullText {
    /** Follow the link where the feed gives less than a few paragraphs. */
    AUTO,
    /** Always follow the link. */
    PAGE,
    /** Never. */
    FEED
  }

  /** By what the items of a feed are known again. */
  enum Identity {
    /** By guid and link as far as they tell items apart, and by the text if both change. */
    AUTO,
    /** By the guid alone: for feeds that change links and texts. */
    GUID,
    /** By the link alone: for feeds that make up guids. */
    LINK,
    /** By the text: an edited item is a new one. */
    CONTENT
  }

  /**
   * An RSS, Atom or JSON feed.
   *
   * @param url http, https, or demo
   * @param fullText where an article's text comes from
   * @param identity by what its items are known again
   * @param text a CSS selector of the article's text on its page; empty means: find it
   */
  record Feed(Settings settings, URI url, FullText fullText, Identity identity, String text)
      implements Source {

    /** One that needs nothing out of the ordinary. */
    public Feed(Settings settings, URI url, FullText fullText) {
      this(settings, url, fullText, Identity.AUTO, "");
    }

    @Override
    public URI web() {
      return url;
    }

    @Override
    public String address() {
      return url.toString();
    }
  }

  /**
   * A page that lists articles.
   *
   * @param url http, https, or demo
   * @param links which of its links to follow
   * @param paging where the list goes on
   * @param text a CSS selector of the article's text on its page, or within its item; empty means:
   *     find it
   * @param items what its items are where they stand on the page itself; null where its links lead
   *     to them
   */
  record Page(
      Settings settings, URI url, Links links, Paging paging, String text, @Nullable Items items)
      implements Source {

    /** One page of links that one selector names. */
    public Page(Settings settings, URI url, String links, String text) {
      this(settings, url, Links.of(links), Paging.NONE, text, null);
    }

    @Override
    public URI web() {
      return url;
    }

    @Override
    public String address() {
      return url.toString();
    }
  }

  /**
   * Which links count.
   *
   * @param selectors CSS selectors, of links or of what holds them; what any of them selects counts
   * @param include patterns of addresses, one of which must fit; empty means: all do
   * @param exclude patterns of addresses, none of which may fit
   */
  record Links(List<String> selectors, List<String> include, List<String> exclude) {

    /** Copies its lists. */
    public Links {
      selectors = List.copyOf(selectors);
      include = List.copyOf(include);
      exclude = List.copyOf(exclude);
    }

    /** All that one selector names. */
    public static Links of(String selector) {
      return new Links(List.of(selector), List.of(), List.of());
    }

    /** Whether the patterns let an address through. */
    boolean allow(URI uri) {
      return (include.isEmpty() || include.stream().anyMatch(p -> AddressPattern.fits(p, uri)))
          && exclude.stream().noneMatch(p -> AddressPattern.fits(p, uri));
    }
  }

  /**
   * Where a list goes on.
   *
   * @param next a CSS selector of the link to the next page, or an address with {@code {page}} in
   *     the place of its number; empty where it does not go on
   * @param pages the most that are read, the first included
   */
  record Paging(String next, int pages) {

    /** What stands for the number in an address. */
    public static final String NUMBER = "{page}";

    /** One page only. */
    public static final Paging NONE = new Paging("", 1);

    /** Whether it is an address rather than a selector. */
    boolean isAddress() {
      return next.contains(NUMBER);
    }
  }

  /**
   * Articles that stand on the page that lists them, one in each item.
   *
   * @param item a CSS selector of them
   * @param time one of the element, within an item, that says when it appeared; empty where none
   *     does
   * @param author one of who wrote it; empty where nobody is named
   */
  record Items(String item, String time, String author) {}

  /**
   * A sitemap, or an index of them: the addresses of a site's pages, with or without dates.
   *
   * @param url http or https
   * @param links which addresses count; no selectors
   * @param since how far back an address with a date is news
   * @param text a CSS selector of the article's text on its page; empty means: find it
   */
  record Sitemap(Settings settings, URI url, Links links, Duration since, String text)
      implements Source {
    @Override
    public URI web() {
      return url;
    }

    @Override
    public String address() {
      return url.toString();
    }
  }

  /**
   * A directory of feeds, HTML pages or text files; a new file is a new article.
   *
   * @param directory absolute
   */
  record Folder(Settings settings, Path directory) implements Source {
    @Override
    public String address() {
      return directory.toString();
    }
  }

  /**
   * Past articles, which are kept and can be searched but raise no alert: a WARC file, or a
   * directory of such, feeds, HTML pages or text files.
   *
   * @param path absolute
   */
  record Archive(Settings settings, Path path) implements Source {
    @Override
    public Origin origin() {
      return new Origin(settings().tags(), settings().trust(), true);
    }

    @Override
    public String address() {
      return path.toString();
    }
  }

  private static String host(URI url) {
    return url.getHost() == null ? url.toString() : url.getHost();
  }
}
