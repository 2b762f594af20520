package dev.vedette.feed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * The Channel Definition Format, RSS's elder: a channel without anything around it, whose facts are
 * attributes.
 */
final class CdfDialect {

  /** Names of attributes and elements, and what RSS calls them. */
  private static final Map<String, String> IN_RSS =
      Map.of("href", "link", "lastmod", "pubdate", "abstract", "description");

  private CdfDialect() {}

  /** Changes the tree in place. */
  static void unify(Element root) {
    Element channel = root.clone();
    root.setAttributes(List.of());
    root.setName("rss");
    root.setContent(channel);
    translate(channel);
    RssDialect.unify(root);
  }

  private static void translate(Element part) {
    for (Element child : part.getChildren()) {
      String name = child.getName().toLowerCase(Locale.ROOT);
      child.setName(IN_RSS.getOrDefault(name, name));
      translate(child);
    }
    for (Attribute attribute : List.copyOf(part.getAttributes())) {
      String name = attribute.getName().toLowerCase(Locale.ROOT);
      if (name.equals("base")) {
        part.setAttribute("base", attribute.getValue(), Namespace.XML_NAMESPACE);
      } else if (IN_RSS.containsKey(name)) {
        Element fact = new Element(IN_RSS.get(name), part.getNamespace());
        part.addContent(fact.setText(attribute.getValue()));
      }
    }
  }
}
