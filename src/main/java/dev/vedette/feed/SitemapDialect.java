package dev.vedette.feed;

import java.util.List;
import java.util.Map;
import org.jdom2.Element;

/**
 * A news sitemap, in which each address has a title and a date, is a feed under other names. Other
 * sitemaps are none: they name addresses and say nothing about them.
 */
final class SitemapDialect {

  /** Names in sitemaps, and what RSS calls them. */
  private static final Map<String, String> IN_RSS =
      Map.of(
          "loc", "link",
          "news:title", "title",
          "news:publication_date", "pubdate",
          "news:keywords", "tags",
          "news:genres", "category",
          "lastmod", "lastbuilddate");

  private SitemapDialect() {}

  /** Changes the tree in place. */
  static void unify(Element root) {
    Element channel = new Element("channel");
    for (Element address : List.copyOf(root.getChildren())) {
      Element item = new Element("item");
      translate(address, item, channel);
      channel.addContent(item);
    }
    root.setName("rss");
    root.setContent(channel);
    RssDialect.unify(root);
  }

  /** The publication's name and language are the same for all: the first says it for the feed. */
  private static void translate(Element part, Element item, Element channel) {
    for (Element child : part.getChildren()) {
      String family = FeedDialect.family(child.getNamespace());
      String key = (family.isEmpty() ? "" : family + ":") + child.getName();
      if (key.equals("news:news") || key.equals("news:publication")) {
        translate(child, item, channel);
      } else if (key.equals("news:name") || key.equals("news:language")) {
        String name = key.equals("news:name") ? "title" : "language";
        if (channel.getChild(name) == null) {
          channel.addContent(new Element(name).setText(child.getTextTrim()));
        }
      } else if (IN_RSS.containsKey(key)) {
        item.addContent(new Element(IN_RSS.get(key)).setText(child.getTextTrim()));
      }
    }
  }
}
