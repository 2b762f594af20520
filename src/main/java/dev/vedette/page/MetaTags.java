package dev.vedette.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The page's {@code meta} tags by the names they go by, whatever attribute holds the name. */
final class MetaTags {

  private static final List<String> NAMES = List.of("property", "name", "itemprop", "http-equiv");

  /** Some put it before the names of OpenGraph that have their own prefix. */
  private static final String NEEDLESS_PREFIX = "og:article:";

  private final Map<String, List<String>> contents = new HashMap<>();

  private MetaTags() {}

  static MetaTags of(Document page) {
    MetaTags tags = new MetaTags();
    for (Element meta : page.getElementsByTag("meta")) {
      String content = meta.attr("content").strip();
      if (!content.isEmpty()) {
        NAMES.forEach(attribute -> tags.put(meta.attr(attribute), content));
      }
    }
    return tags;
  }

  private void put(String names, String content) {
    for (String name : names.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      if (!name.isEmpty()) {
        String plain = name.startsWith(NEEDLESS_PREFIX) ? name.substring(3) : name;
        contents.computeIfAbsent(plain, unseen -> new ArrayList<>()).add(content);
      }
    }
  }

  /** What the tags of this name say, in the page's order. */
  List<String> all(String name) {
    return contents.getOrDefault(name, List.of());
  }

  /** What the first tag of the first of these names says; empty where there is none. */
  String first(String... names) {
    for (String name : names) {
      if (contents.containsKey(name)) {
        return all(name).get(0);
      }
    }
    return "";
  }
}
