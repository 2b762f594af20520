package dev.vedette.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * RSS in any spelling becomes the RSS that Rome reads: each channel and item keeps what tells about
 * an article, under its usual name, and takes from other vocabularies what it lacks.
 */
final class RssDialect {

  private static final Namespace DC =
      Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
  private static final Namespace CONTENT =
      Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
  private static final Namespace RDF =
      Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
  private static final Namespace RSS_1_0 = Namespace.getNamespace("http://purl.org/rss/1.0/");

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
          Map.entry("items", new Usual("items", null)),
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
          Map.entry("content:encoded", List.of("xhtml:body", "body", "fullitem", "atom:content")),
          Map.entry(
              "dc:creator",
              List.of("dc:author", "author", "itunes:author", "atom:author", "managingeditor")),
          Map.entry("category", List.of("dc:subject", "itunes:category", "tags")),
          Map.entry(
              "pubdate",
              List.of(
                  "dcterms:issued", "atom:published", "dc:date", "dcterms:created", "published")),
          Map.entry("dc:date", List.of("dcterms:modified", "atom:updated", "lastbuilddate")),
          Map.entry("language", List.of("dc:language")),
          Map.entry("guid", List.of("id", "atom:id")));

  /** The namespace of the elements as they are written. */
  private final Namespace written;

  /** The namespace that they get. */
  private final Namespace own;

  private RssDialect(Namespace written, Namespace own) {
    this.written = written;
    this.own = own;
  }

  private record Usual(String name, @Nullable Namespace namespace) {}

  /** Changes the tree in place. */
  static void unify(Element root) {
    boolean isRdf = root.getName().equals("RDF");
    RssDialect dialect =
        new RssDialect(root.getNamespace(), isRdf ? insideRdf(root) : Namespace.NO_NAMESPACE);
    root.setNamespace(isRdf ? RDF : Namespace.NO_NAMESPACE);
    for (Element child : List.copyOf(root.getChildren())) {
      dialect.unifyPart(child);
    }
    if (root.getChildren().stream().noneMatch(child -> child.getName().equals("channel"))) {
      root.addContent(0, new Element("channel", dialect.own));
    }
  }

  /** RSS 0.9 and 1.0 differ by this namespace. */
  private static Namespace insideRdf(Element root) {
    return root.getChildren().stream()
        .filter(child -> child.getName().toLowerCase(Locale.ROOT).matches("channel|item"))
        .map(Element::getNamespaceURI)
        .filter(uri -> !uri.isEmpty())
        .findFirst()
        .map(Namespace::getNamespace)
        .orElse(RSS_1_0);
  }

  /** A channel or an item: its children are renamed, completed and weeded. */
  private void unifyPart(Element part) {
    Map<String, List<Element>> found = new LinkedHashMap<>();
    part.setName(part.getName().toLowerCase(Locale.ROOT));
    part.setNamespace(own);
    for (Element child : List.copyOf(part.getChildren())) {
      String key = key(child);
      if (key.equals("item") || key.equals("channel")) {
        unifyPart(child);
      } else {
        found.computeIfAbsent(key, any -> new ArrayList<>()).add(child.detach());
      }
    }
    complete(found);
    found.forEach(
        (key, elements) -> {
          Usual usual = USUAL.get(key);
          if (usual != null) {
            elements.forEach(element -> part.addContent(renamed(element, usual)));
          }
        });
  }

  private static void complete(Map<String, List<Element>> found) {
    List<Element> original = found.get("feedburner:origlink");
    if (original != null) {
      found.put("link", original);
    }
    ELSEWHERE.forEach(
        (name, others) -> {
          for (String other : others) {
            if (isEmpty(found.get(name)) && !isEmpty(found.get(other))) {
              found.put(name, copies(found.getOrDefault(other, List.of())));
            }
          }
        });
  }

  private static List<Element> copies(List<Element> elements) {
    return elements.stream().map(Element::clone).toList();
  }

  private static boolean isEmpty(@Nullable List<Element> elements) {
    return elements == null || elements.stream().allMatch(RssDialect::isEmpty);
  }

  private static boolean isEmpty(Element element) {
    return element.getTextTrim().isEmpty()
        && element.getChildren().isEmpty()
        && element.getAttribute("text") == null
        && element.getAttribute("href") == null;
  }

  /** Under its usual name, and with its text where RSS has it. */
  private Element renamed(Element element, Usual usual) {
    element.setName(usual.name());
    element.setNamespace(
        usual.namespace() != null ? usual.namespace() : own(usual.name(), element));
    if (element.getTextTrim().isEmpty()) {
      String text = element.getAttributeValue("text", element.getAttributeValue("href", ""));
      String name = usual.name().equals("creator") ? nameInside(element) : "";
      if (!text.isEmpty() || !name.isEmpty()) {
        element.setText(name.isEmpty() ? text : name);
      }
    }
    for (Attribute attribute : List.copyOf(element.getAttributes())) {
      if (attribute.getName().equalsIgnoreCase("isPermaLink")) {
        attribute.setName("isPermaLink");
      }
    }
    return element;
  }

  /** RSS 1.0 has no date of its own. */
  private Namespace own(String name, Element element) {
    boolean borrowed = name.equals("pubDate") && !own.equals(Namespace.NO_NAMESPACE);
    if (borrowed) {
      element.setName("date");
    }
    return borrowed ? DC : own;
  }

  private static String nameInside(Element element) {
    return element.getChildren().stream()
        .filter(child -> child.getName().equalsIgnoreCase("name"))
        .map(Element::getTextTrim)
        .findFirst()
        .orElse("");
  }

  /** {@code family:name} in lower case; the bare name for RSS's own. */
  private String key(Element element) {
    String name = element.getName().toLowerCase(Locale.ROOT);
    if (isOwn(element.getNamespace())) {
      return name;
    }
    String family = FeedDialect.family(element.getNamespace());
    return (family.isEmpty() ? "other" : family) + ":" + name;
  }

  private boolean isOwn(Namespace namespace) {
    String uri = namespace.getURI();
    boolean isRss10 = uri.contains("purl.org/rss/1.0/") && !uri.contains("modules");
    return uri.isEmpty()
        || namespace.equals(written)
        || namespace.equals(own)
        || isRss10
        || uri.contains("backend.userland.com");
  }
}
