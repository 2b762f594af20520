package dev.vedette.feed;

import java.util.Locale;
import java.util.Map;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * One dialect for all feeds. The same fact has many names: capitals, old or misspelt namespaces,
 * Dublin Core, iTunes and Media RSS beside RSS's own. What has a usual name gets it; what says
 * nothing to a reader of articles is dropped, so that it cannot break the rest either.
 */
final class FeedDialect {

  /** Parts of a namespace's address that tell which one is meant, whatever its version. */
  private static final Map<String, String> FAMILIES =
      Map.of(
          "purl.org/dc/elements", "dc",
          "purl.org/dc/terms", "dcterms",
          "modules/content", "content",
          "itunes.com/", "itunes",
          "search.yahoo.com/mrss", "media",
          "w3.org/2005/atom", "atom",
          "purl.org/atom/", "atom",
          "1999/xhtml", "xhtml",
          "feedburner", "feedburner",
          "22-rdf-syntax", "rdf");

  private FeedDialect() {}

  /** Changes the tree in place. */
  static void unify(Element root) {
    String name = root.getName().toLowerCase(Locale.ROOT);
    root.setName(name.equals("rdf") ? "RDF" : name);
    if (name.equals("feed")) {
      AtomDialect.unify(root);
    } else {
      RssDialect.unify(root);
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
}
