package dev.vedette.feed;

import dev.vedette.document.Dates;
import dev.vedette.document.Links;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * Puts a feed's tree into the shape that Rome reads in full: one dialect, absolute links, ISO
 * dates, markup as text.
 */
final class FeedTree {

  private static final Namespace XML = Namespace.XML_NAMESPACE;

  private static final Set<String> DATES =
      Set.of("pubDate", "date", "published", "updated", "lastBuildDate");

  private static final Set<String> TEXTS =
      Set.of("title", "description", "encoded", "subtitle", "summary", "content");

  /** The form that Rome tries first; each further one costs it as much as all of this class. */
  private static final DateTimeFormatter FOR_ROME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private FeedTree() {}

  /** Changes the tree in place. */
  static void tidy(Element root, URI base) {
    FeedDialect.unify(root);
    walk(root, Links.withBase(site(root, base), root.getAttributeValue("base", XML)));
  }

  /**
   * RSS has relative links start at the site. That matters only where somebody else serves the
   * feed: at the site itself they start at the feed, as on a page.
   */
  private static URI site(Element root, URI base) {
    Element channel = root.getChild("channel");
    String link = channel == null ? null : channel.getChildText("link");
    URI site = link == null ? null : Links.uri(link);
    if (site == null || site.getHost() == null) {
      return base;
    }
    return site.getHost().equalsIgnoreCase(base.getHost()) ? base : site;
  }

  private static void walk(Element element, URI base) {
    String name = element.getName();
    if (TEXTS.contains(name)) {
      unpack(element);
      flatten(element);
    } else if (DATES.contains(name)) {
      Instant instant = Dates.parse(element.getText());
      element.setText(instant == null ? "" : FOR_ROME.format(instant));
    } else if (name.equals("link") && !element.getTextTrim().isEmpty()) {
      element.setText(Links.resolve(base, element.getTextTrim()));
    } else if (name.equals("id") && element.getText().contains("/")) {
      element.setText(Links.resolve(base, element.getTextTrim())); // else it is nobody's own
    }
    for (Attribute attribute : element.getAttributes()) {
      if (attribute.getName().equals("href")) {
        attribute.setValue(Links.resolve(base, attribute.getValue()));
      }
    }
    for (Content child : element.getContent()) {
      if (child instanceof Element inner) {
        walk(inner, Links.withBase(base, inner.getAttributeValue("base", XML)));
      }
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
    if (!element.getChildren().isEmpty()) {
      element.setText(Markup.inside(element));
      element.setAttribute("type", "html");
    }
  }

  /**
   * Atom 0.3 says in a mode when its content is base64; Atom 1.0 means it by a media type that is
   * no text. What is packed so is read if it is text, and HTML then.
   */
  private static void unpack(Element element) {
    String type = element.getAttributeValue("type", "").toLowerCase(Locale.ROOT);
    String mode = element.getAttributeValue("mode", "");
    boolean isMedia = type.contains("/");
    boolean isText = type.startsWith("text/") || type.endsWith("xml");
    if (mode.equals("base64") || (isMedia && !isText)) {
      element.setText(unpacked(element.getTextTrim()));
    }
    if (!mode.isEmpty() || isMedia) {
      boolean isPlain = mode.isEmpty() && type.equals("text/plain");
      element.setAttribute("type", isPlain ? "text" : "html");
    }
  }

  /** Nothing where it is no base64, or no text in it. */
  private static String unpacked(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException notText) {
      return "";
    }
  }
}
