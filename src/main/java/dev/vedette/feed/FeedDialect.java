package dev.vedette.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Two dialects for all feeds: RSS 2.0 and Atom 1.0. The same fact has many names: capitals, old or
 * misspelt namespaces, Dublin Core, iTunes and Media RSS beside the format's own. What has a usual
 * name gets it; what says nothing to a reader of articles is dropped, so that it cannot break the
 * rest either.
 */
final class FeedDialect {

  /** Parts of a namespace's address that tell which one is meant, whatever its version. */
  private static final Map<String, String> FAMILIES = families();

  private FeedDialect() {}

  private static Map<String, String> families() {
    Map<String, String> families = new LinkedHashMap<>();
    families.put("purl.org/dc/elements", "dc");
    families.put("purl.org/dc/terms", "dcterms");
    families.put("modules/content", "content");
    families.put("itunes.com/", "itunes");
    families.put("search.yahoo.com/mrss", "media");
    families.put("w3.org/2005/atom", "atom");
    families.put("purl.org/atom/", "atom");
    families.put("1999/xhtml", "xhtml");
    families.put("feedburner", "feedburner");
    families.put("22-rdf-syntax", "rdf");
    families.put("yandex.ru", "yandex");
    families.put("schemas/sitemap-news", "news");
    return families;
  }

  /** Changes the tree in place. */
  static void unify(Element root) {
    switch (root.getName().toLowerCase(Locale.ROOT)) {
      case "feed" -> AtomDialect.unify(root);
      case "urlset" -> SitemapDialect.unify(root);
      case "channel" -> CdfDialect.unify(root);
      default -> RssDialect.unify(root);
    }
  }

  /** A short name for what the namespace is about; empty where it is none of those known. */
  static String family(Namespace namespace) {
    String uri = namespace.getURI().toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> family : FAMILIES.entrySet()) {
      if (uri.contains(family.getKey())) {
        return family.getValue();
      }
    }
    return "";
  }

  /** {@code family:name} in lower case. */
  static String key(Element element) {
    String family = family(element.getNamespace());
    return (family.isEmpty() ? "other" : family) + ":" + element.getName().toLowerCase(Locale.ROOT);
  }

  /** Takes what says the same under another name, wherever the usual name says nothing. */
  static void complete(Map<String, List<Element>> said, Map<String, List<String>> elsewhere) {
    elsewhere.forEach(
        (name, others) -> {
          for (String other : others) {
            if (isEmpty(said.get(name)) && !isEmpty(said.get(other))) {
              said.put(name, copies(said.getOrDefault(other, List.of())));
            }
          }
        });
  }

  /** Gives the element another name; what it declares about namespaces is forgotten. */
  static void rename(Element element, String name, Namespace namespace) {
    for (Namespace declared : List.copyOf(element.getAdditionalNamespaces())) {
      element.removeNamespaceDeclaration(declared);
    }
    element.setName(name);
    element.setNamespace(namespace);
  }

  static boolean isEmpty(@Nullable List<Element> elements) {
    return elements == null || elements.stream().allMatch(FeedDialect::isEmpty);
  }

  private static boolean isEmpty(Element element) {
    return element.getTextTrim().isEmpty()
        && element.getChildren().isEmpty()
        && element.getAttribute("text") == null
        && element.getAttribute("href") == null;
  }

  private static List<Element> copies(List<Element> elements) {
    return new ArrayList<>(elements.stream().map(Element::clone).toList());
  }
}
