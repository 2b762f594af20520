package dev.vedette.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdom2.Element;

/**
 * What an item is about. Unlike other facts it stands in many vocabularies at once, and all count.
 */
final class Categories {

  /** One category an element. */
  private static final List<String> SINGLE =
      List.of("category", "dc:subject", "atom:category", "media:category", "itunes:category");

  /** Several, parted by commas. */
  private static final List<String> LISTS =
      List.of("tags", "keywords", "itunes:keywords", "media:keywords", "news:keywords");

  private Categories() {}

  /** Each once, as RSS writes them. */
  static List<Element> of(Map<String, List<Element>> said) {
    Set<String> names = new LinkedHashSet<>();
    for (String key : SINGLE) {
      said.getOrDefault(key, List.of()).forEach(element -> add(element, names));
    }
    for (String key : LISTS) {
      for (Element list : said.getOrDefault(key, List.of())) {
        for (String name : list.getValue().split("[,;]", -1)) {
          names.add(name.strip());
        }
      }
    }
    names.remove("");
    List<Element> categories = new ArrayList<>();
    names.forEach(name -> categories.add(new Element("category").setText(name)));
    return categories;
  }

  /** RSS writes it as text, Atom and iTunes as an attribute; iTunes nests them. */
  private static void add(Element element, Set<String> names) {
    for (String attribute : List.of("text", "term", "label")) {
      String said = element.getAttributeValue(attribute, "").strip();
      if (!said.isEmpty()) {
        names.add(said);
        element.getChildren().forEach(child -> add(child, names));
        return;
      }
    }
    names.add(element.getValue().strip());
  }
}
