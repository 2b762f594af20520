package dev.vedette.feed;

import dev.vedette.document.Dates;
import dev.vedette.document.Links;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.XMLOutputter;

/**
 * Puts a feed's tree into the shape that Rome reads in full: one dialect, absolute links, ISO
 * dates, markup as text.
 */
final class FeedTree {

  private static final Namespace XML = Namespace.XML_NAMESPACE;

  private static final Set<String> DATES =
      Set.of(
          "pubDate",
          "date",
          "published",
          "updated",
          "modified",
          "issued",
          "created",
          "lastBuildDate");

  private static final Set<String> TEXTS =
      Set.of("title", "description", "subtitle", "tagline", "encoded");

  private static final Set<String> PACKED =
      Set.of("title", "subtitle", "tagline", "summary", "content");

  private FeedTree() {}

  /** Changes the tree in place. */
  static void tidy(Element root, URI base) {
    FeedDialect.unify(root);
    walk(root, Links.withBase(base, root.getAttributeValue("base", XML)));
  }

  private static void walk(Element element, URI base) {
    String name = element.getName();
    unpack(element);
    if (TEXTS.contains(name)) {
      flatten(element);
    }
    if (DATES.contains(name)) {
      Instant instant = Dates.parse(element.getText());
      element.setText(instant == null ? "" : instant.toString());
    } else if (name.equals("link") && !element.getTextTrim().isEmpty()) {
      element.setText(Links.resolve(base, element.getTextTrim()));
    }
    for (String reference : List.of("href", "src")) {
      Attribute attribute = element.getAttribute(reference);
      if (attribute != null) {
        attribute.setValue(Links.resolve(base, attribute.getValue()));
      }
    }
    for (Element child : List.copyOf(element.getChildren())) {
      walk(child, Links.withBase(base, child.getAttributeValue("base", XML)));
    }
    element.removeAttribute("base", XML);
  }

  /** What the root, or its channel, says its language is; empty where neither does. */
  static String language(Element root) {
    String language = root.getAttributeValue("lang", XML);
    Element channel = root.getChild("channel");
    if (language == null && channel != null) {
      language = channel.getAttributeValue("lang", XML);
    }
    return language == null ? "" : language.strip();
  }

  /** Markup that stands bare where text belongs becomes text that holds markup. */
  private static void flatten(Element element) {
    if (element.getChildren().isEmpty()) {
      return;
    }
    String inner = new XMLOutputter().outputElementContentString(element);
    element.setText(inner);
    element.setAttribute("type", "html");
    element.removeAttribute("mode");
  }

  /**
   * Atom 0.3 says when its content is base64; Atom 1.0 means it by a media type that is no text.
   */
  private static void unpack(Element element) {
    String type = element.getAttributeValue("type", "").toLowerCase(Locale.ROOT);
    boolean media =
        type.contains("/")
            && !type.startsWith("text/")
            && !type.endsWith("xml")
            && type.length() > 2;
    boolean said = "base64".equals(element.getAttributeValue("mode"));
    if (!said && !(media && PACKED.contains(element.getName()))) {
      return;
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(element.getTextTrim());
      element.setText(new String(bytes, StandardCharsets.UTF_8));
      element.removeAttribute("mode");
      element.setAttribute("type", "html");
    } catch (IllegalArgumentException notBase64) {
      element.removeAttribute("mode");
    }
  }
}
