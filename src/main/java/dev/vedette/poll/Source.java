package dev.vedette.poll;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Where articles come from. */
public sealed interface Source {

  /** What they all have. */
  Settings settings();

  /** The id that its articles carry. */
  default String id() {
    return settings().id();
  }

  /** What decides the partition: sources with the same home are polled by the same instance. */
  String home();

  /**
   * What every source has.
   *
   * @param id unique among the sources; letters, digits, dots, hyphens and underscores
   * @param title for people; the id where none is given
   * @param every how long to wait between two polls; at least a second
   * @param language BCP 47, for articles that do not tell; empty where unknown
   * @param enabled whether it is polled at all
   */
  record Settings(String id, String title, Duration every, String language, boolean enabled) {}

  /** Whether a feed's items are whole articles, or their links must be followed. */
  enum FullText {
    /** Follow the link where the feed gives less than a few paragraphs. */
    AUTO,
    /** Always follow the link. */
    PAGE,
    /** Never. */
    FEED
  }

  /**
   * An RSS, Atom or JSON feed.
   *
   * @param url http, https, or demo
   * @param fullText where an article's text comes from
   */
  record Feed(Settings settings, URI url, FullText fullText) implements Source {
    @Override
    public String home() {
      return host(url);
    }
  }

  /**
   * A page that lists articles.
   *
   * @param url http, https, or demo
   * @param links a CSS selector of the links to follow
   * @param text a CSS selector of the article's text on its page; empty means: find it
   */
  record Page(Settings settings, URI url, String links, String text) implements Source {
    @Override
    public String home() {
      return host(url);
    }
  }

  /**
   * A directory of feeds, HTML pages or text files; a new file is a new article.
   *
   * @param directory absolute
   */
  record Folder(Settings settings, Path directory) implements Source {
    @Override
    public String home() {
      return id();
    }
  }

  private static String host(URI url) {
    return url.getHost() == null ? url.toString() : url.getHost();
  }
}
