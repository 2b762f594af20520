package dev.vedette.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Atom under any address, or under none, and Atom 0.3 become Atom 1.0. */
final class AtomDialect {

  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

  /** Names of Atom 0.3, and of those who mistake Atom for RSS, and what they are in Atom 1.0. */
  private static final Map<String, String> IN_1_0 =
      Map.of(
          "item", "entry",
          "tagline", "subtitle",
          "modified", "updated",
          "issued", "published");

  /** What is kept; the rest says nothing to a reader of articles. */
  private static final List<String> KEPT =
      List.of(
          "title",
          "subtitle",
          "summary",
          "content",
          "id",
          "link",
          "author",
          "category",
          "published",
          "updated");

  /** Where else the same may stand, the best first. */
  private static final Map<String, List<String>> ELSEWHERE =
      Map.of(
          "title", List.of("media:title", "dc:title"),
          "summary", List.of("media:description", "dc:description", "description"),
          "published", List.of("created", "dcterms:issued", "dc:date", "pubdate"),
          "updated", List.of("dcterms:modified"),
          "author", List.of("dc:creator"),
          "id", List.of("guid"));

  /** The namespace of the feed's own elements as they are written. */
  private final Namespace written;

  private AtomDialect(Namespace written) {
    this.written = written;
  }

  /** Changes the tree in place. */
  static void unify(Element root) {
    root.setName("feed");
    root.addContent(new AtomDialect(root.getNamespace()).unifyPart(root));
  }

  /**
   * A feed or an entry.
   *
   * @return the entries that were in it, in order; entries that stand inside others, because an end
   *     is missing, come behind them
   */
  private List<Element> unifyPart(Element part) {
    Map<String, List<Element>> said = new LinkedHashMap<>();
    List<Element> inside = new ArrayList<>();
    sort(part, said, inside);
    FeedDialect.complete(said, ELSEWHERE);
    said.getOrDefault("feedburner:origlink", List.of()).forEach(link -> addFirst(link, said));
    FeedDialect.rename(part, part.getName(), ATOM);
    for (String name : KEPT) {
      said.getOrDefault(name, List.of()).forEach(one -> part.addContent(renamed(one, name)));
    }
    List<Element> entries = new ArrayList<>();
    for (Element entry : inside) {
      entry.setName("entry");
      List<Element> nested = unifyPart(entry);
      entries.add(entry);
      entries.addAll(nested);
    }
    return entries;
  }

  /** Takes the part's children out of it, entries to the entries and the others by their names. */
  private void sort(Element part, Map<String, List<Element>> said, List<Element> entries) {
    for (Content content : part.removeContent()) {
      if (content instanceof Element child) {
        String key = key(child);
        if (key.equals("entry")) {
          entries.add(child);
        } else if (key.equals("media:group")) {
          sort(child, said, entries);
        } else {
          said.computeIfAbsent(key, any -> new ArrayList<>()).add(child);
        }
      }
    }
  }

  private static void addFirst(Element link, Map<String, List<Element>> said) {
    said.computeIfAbsent("link", any -> new ArrayList<>()).add(0, link);
  }

  private static Element renamed(Element element, String name) {
    if (element.getName().equalsIgnoreCase("description")) {
      element.setAttribute("type", "html"); // it is RSS's, and so is its content
    }
    String text = element.getTextTrim();
    FeedDialect.rename(element, name, ATOM);
    if (name.equals("link") && element.getAttribute("href") == null) {
      element.setAttribute("href", text);
    } else if (name.equals("author")) {
      if (element.getChildren().isEmpty()) {
        element.setContent(new Element("name").setText(text));
      }
      for (Element of : element.getChildren()) {
        FeedDialect.rename(of, of.getName().toLowerCase(Locale.ROOT), ATOM);
      }
    }
    return element;
  }

  /** The bare name in Atom 1.0 for Atom's own elements, {@code family:name} for the others. */
  private String key(Element element) {
    Namespace namespace = element.getNamespace();
    boolean isOwn =
        namespace.equals(written)
            || namespace.getURI().isEmpty()
            || FeedDialect.family(namespace).equals("atom");
    String name = element.getName().toLowerCase(Locale.ROOT);
    return isOwn ? IN_1_0.getOrDefault(name, name) : FeedDialect.key(element);
  }
}
