package dev.vedette.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * RSS in any spelling, RDF included, becomes the RSS 2.0 that Rome reads: one channel that holds
 * all items; channel and items keep what tells about an article, under its usual name, and take
 * from other vocabularies what they lack.
 */
final class RssDialect {

  private static final Namespace DC =
      Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
  private static final Namespace CONTENT =
      Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");

  /** What is kept, and as what; a null namespace is RSS's own. */
  private static final Map<String, Usual> USUAL =
      Map.ofEntries(
          Map.entry("title", new Usual("title", null)),
          Map.entry("link", new Usual("link", null)),
          Map.entry("description", new Usual("description", null)),
          Map.entry("language", new Usual("language", null)),
          Map.entry("guid", new Usual("guid", null)),
          Map.entry("author", new Usual("author", null)),
          Map.entry("category", new Usual("category", null)),
          Map.entry("pubdate", new Usual("pubDate", null)),
          Map.entry("lastbuilddate", new Usual("lastBuildDate", null)),
          Map.entry("content:encoded", new Usual("encoded", CONTENT)),
          Map.entry("dc:creator", new Usual("creator", DC)),
          Map.entry("dc:date", new Usual("date", DC)),
          Map.entry("dc:language", new Usual("language", DC)));

  /** Where else the same may stand, the best first. */
  private static final Map<String, List<String>> ELSEWHERE =
      Map.ofEntries(
          Map.entry("title", List.of("dc:title", "media:title", "itunes:title", "atom:title")),
          Map.entry(
              "description",
              List.of(
                  "dc:description",
                  "summary",
                  "atom:summary",
                  "itunes:summary",
                  "media:description",
                  "itunes:subtitle")),
          Map.entry(
              "content:encoded",
              List.of(
                  "xhtml:body",
                  "xhtml:div",
                  "body",
                  "fullitem",
                  "atom:content",
                  "yandex:full-text",
                  "yandex:content",
                  "full-text",
                  "fulltext",
                  "content")),
          Map.entry(
              "dc:creator",
              List.of("dc:author", "author", "itunes:author", "atom:author", "managingeditor")),
          Map.entry(
              "pubdate",
              List.of(
                  "dcterms:issued", "atom:published", "dc:date", "dcterms:created", "published")),
          Map.entry("dc:date", List.of("dcterms:modified", "atom:updated", "lastbuilddate")),
          Map.entry("language", List.of("dc:language")),
          Map.entry("guid", List.of("id", "atom:id", "rdf:about")));

  /** The namespaces of RSS's own elements as this document writes them. */
  private final List<Namespace> written = new ArrayList<>();

  private RssDialect() {}

  private record Usual(String name, @Nullable Namespace namespace) {}

  /** Changes the tree in place. */
  static void unify(Element root) {
    RssDialect dialect = new RssDialect();
    dialect.written.add(root.getNamespace());
    Element channel = dialect.channel(root);
    Map<String, List<Element>> said = new LinkedHashMap<>();
    List<Element> items = new ArrayList<>();
    dialect.sort(root, said, items);
    dialect.sort(channel, said, items);
    fill(channel, "channel", said);
    for (Element item : items) {
      dialect.addItem(item, channel);
    }
    FeedDialect.rename(root, "rss", Namespace.NO_NAMESPACE);
    root.setAttribute("version", "2.0");
    root.setContent(channel);
  }

  /** The channel on its own; an empty one where the feed has none. */
  private Element channel(Element root) {
    for (Element child : root.getChildren()) {
      if (child.getName().equalsIgnoreCase("channel")) {
        written.add(child.getNamespace());
        child.detach();
        return child;
      }
    }
    return new Element("channel");
  }

  /** An item, and behind it the items that were written inside it because its end is missing. */
  private void addItem(Element item, Element channel) {
    Map<String, List<Element>> said = new LinkedHashMap<>();
    List<Element> inside = new ArrayList<>();
    sort(item, said, inside);
    fill(item, "item", said);
    channel.addContent(item);
    for (Element nested : inside) {
      addItem(nested, channel);
    }
  }

  /** Takes the part's children out of it, items to the items and the others by their names. */
  private void sort(Element part, Map<String, List<Element>> said, List<Element> items) {
    for (Attribute attribute : part.getAttributes()) {
      if (attribute.getName().equals("about")) {
        said.put("rdf:about", List.of(new Element("about").setText(attribute.getValue())));
      }
    }
    for (Content content : part.removeContent()) {
      if (content instanceof Element child) {
        sort(child, key(child), said, items);
      }
    }
  }

  private void sort(
      Element child, String key, Map<String, List<Element>> said, List<Element> items) {
    switch (key) {
      case "item" -> items.add(child);
      case "channel", "items", "media:group" -> sort(child, said, items);
      default -> said.computeIfAbsent(key, any -> new ArrayList<>()).add(child);
    }
    if (key.equals("media:content")) {
      sort(child, said, items);
    }
  }

  private static void fill(Element part, String name, Map<String, List<Element>> said) {
    secondText(said);
    FeedDialect.complete(said, ELSEWHERE);
    RssLinks.choose(said);
    said.put("category", Categories.of(said));
    FeedDialect.rename(part, name, Namespace.NO_NAMESPACE);
    said.forEach(
        (key, elements) -> {
          Usual usual = USUAL.get(key);
          if (usual != null) {
            elements.forEach(element -> part.addContent(renamed(element, usual)));
          }
        });
  }

  /** A summary beside a description is a text of its own, and there is room for two. */
  private static void secondText(Map<String, List<Element>> said) {
    List<Element> summary = said.get("summary");
    if (summary != null && !FeedDialect.isEmpty(said.get("description"))) {
      said.putIfAbsent("content:encoded", summary);
    }
  }

  /** Under its usual name, and with its text where RSS has it. */
  private static Element renamed(Element element, Usual usual) {
    Namespace namespace = usual.namespace();
    FeedDialect.rename(
        element, usual.name(), namespace == null ? Namespace.NO_NAMESPACE : namespace);
    if (element.getTextTrim().isEmpty()) {
      String text = element.getAttributeValue("text", element.getAttributeValue("href", ""));
      String name = usual.name().equals("creator") ? nameInside(element) : "";
      if (!text.isEmpty() || !name.isEmpty()) {
        element.setText(name.isEmpty() ? text : name);
      }
    }
    return element;
  }

  private static String nameInside(Element element) {
    return element.getChildren().stream()
        .filter(child -> child.getName().equalsIgnoreCase("name"))
        .map(Element::getTextTrim)
        .findFirst()
        .orElse("");
  }

  /** The bare name for RSS's own elements, {@code family:name} for the others. */
  private String key(Element element) {
    return isOwn(element.getNamespace())
        ? element.getName().toLowerCase(Locale.ROOT)
        : FeedDialect.key(element);
  }

  private boolean isOwn(Namespace namespace) {
    String uri = namespace.getURI();
    boolean isRss10 = uri.contains("purl.org/rss/1.0/") && !uri.contains("modules");
    return uri.isEmpty()
        || written.contains(namespace)
        || isRss10
        || uri.contains("netscape.com")
        || uri.contains("backend.userland.com");
  }
}
