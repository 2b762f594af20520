package dev.vedette.feed;

import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Text;
import org.jsoup.parser.Tag;

/**
 * XHTML, and what else stands bare in a feed, as HTML: without namespaces, and with an end to every
 * element that HTML knows as one that holds something. {@code <script/>} would else swallow what
 * follows it.
 */
final class Markup {

  private Markup() {}

  /** What stands between the element's tags. */
  static String inside(Element element) {
    StringBuilder html = new StringBuilder();
    writeInside(element, html);
    return html.toString();
  }

  private static void writeInside(Element element, StringBuilder html) {
    for (Content content : element.getContent()) {
      if (content instanceof Element child) {
        write(child, html);
      } else if (content instanceof Text text) {
        escape(text.getText(), html);
      }
    }
  }

  private static void write(Element element, StringBuilder html) {
    html.append('<').append(element.getName());
    for (Attribute attribute : element.getAttributes()) {
      html.append(' ').append(attribute.getName()).append("=\"");
      escape(attribute.getValue(), html);
      html.append('"');
    }
    html.append('>');
    writeInside(element, html);
    if (!Tag.valueOf(element.getName()).isEmpty()) {
      html.append("</").append(element.getName()).append('>');
    }
  }

  private static void escape(String text, StringBuilder html) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        default -> html.append(c);
      }
    }
  }
}
