package dev.vedette.feed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdom2.Attribute;
import org.jdom2.Element;

/** Which of the addresses in a channel or an item of RSS leads to it. */
final class RssLinks {

  /** Where the address may stand, the best first. */
  private static final List<String> WHERE = List.of("feedburner:origlink", "link", "atom:link");

  private static final Pattern ABSOLUTE = Pattern.compile("(?i)\\s*https?://.*");

  private RssLinks() {}

  /**
   * Leaves at most one link. Of several that are written alike the last holds, as in other readers;
   * a guid is one only if it is an address.
   */
  static void choose(Map<String, List<Element>> said) {
    String chosen = "";
    for (String key : WHERE) {
      for (Element link :
          chosen.isEmpty() ? said.getOrDefault(key, List.of()) : List.<Element>of()) {
        chosen = isAlternate(link) && !address(link).isEmpty() ? address(link) : chosen;
      }
    }
    said.remove("link");
    if (!chosen.isEmpty()) {
      said.put("link", List.of(new Element("link").setText(chosen)));
    }
    for (Element guid : said.getOrDefault("guid", List.of())) {
      boolean permanent =
          !"false".equals(permanence(guid)) && ABSOLUTE.matcher(guid.getText()).matches();
      guid.setAttributes(List.of(new Attribute("isPermaLink", String.valueOf(permanent))));
    }
  }

  private static boolean isAlternate(Element link) {
    String role = link.getAttributeValue("rel", "alternate");
    return role.equalsIgnoreCase("alternate");
  }

  private static String address(Element link) {
    String text = link.getTextTrim();
    return text.isEmpty() ? link.getAttributeValue("href", "").strip() : text;
  }

  /** What the guid says of itself, in whatever capitals; empty where it says nothing. */
  private static String permanence(Element guid) {
    for (Attribute attribute : guid.getAttributes()) {
      if (attribute.getName().equalsIgnoreCase("isPermaLink")) {
        return attribute.getValue().strip().toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }
}
