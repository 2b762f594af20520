package dev.vedette.cli;

import dev.vedette.document.Decoding;
import dev.vedette.document.SafeHtml;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Lists of feeds as other readers write them.
 *
 * @see <a href="https://opml.org/spec2.opml">OPML 2.0</a>
 */
final class Opml {

  private Opml() {}

  /**
   * One feed.
   *
   * @param folders that it stands in, the outermost first, or that its categories name
   */
  record Feed(String title, String address, String language, List<String> folders) {}

  /**
   * The feeds of a list, in its order; damaged ones as far as they are whole. Empty if there are
   * none.
   */
  static List<Feed> read(byte[] bytes) {
    List<Feed> feeds = new ArrayList<>();
    String text = Decoding.decode(bytes, "");
    for (Element outline : Jsoup.parse(text, "", Parser.xmlParser()).select("outline[xmlUrl]")) {
      feeds.add(
          new Feed(
              title(outline),
              outline.attr("xmlUrl").strip(),
              outline.attr("language"),
              folders(outline)));
    }
    return feeds;
  }

  private static String title(Element outline) {
    String title = outline.attr("title");
    return SafeHtml.text(title.isBlank() ? outline.attr("text") : title);
  }

  private static List<String> folders(Element outline) {
    List<String> folders = new ArrayList<>();
    for (Element above : outline.parents()) {
      if (above.normalName().equals("outline") && !title(above).isEmpty()) {
        folders.add(0, title(above));
      }
    }
    for (String category : outline.attr("category").split(",", -1)) {
      String name = SafeHtml.line(category.replace('/', ' '));
      if (!name.isEmpty() && !folders.contains(name)) {
        folders.add(name);
      }
    }
    return folders;
  }

  /** A list of these feeds. */
  static String write(String title, List<Feed> feeds) {
    StringBuilder opml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    opml.append("<opml version=\"2.0\">\n<head><title>").append(escaped(title));
    opml.append("</title></head>\n<body>\n");
    for (Feed feed : feeds) {
      opml.append("<outline type=\"rss\"");
      attribute(opml, "text", feed.title());
      attribute(opml, "title", feed.title());
      attribute(opml, "xmlUrl", URI.create(feed.address()).toASCIIString());
      attribute(opml, "language", feed.language());
      attribute(opml, "category", String.join(",", feed.folders()));
      opml.append("/>\n");
    }
    return opml.append("</body>\n</opml>\n").toString();
  }

  private static void attribute(StringBuilder opml, String name, String value) {
    if (!value.isEmpty()) {
      opml.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }
  }

  private static String escaped(String text) {
    return SafeHtml.escape(text).replace("\"", "&quot;");
  }
}
