package dev.vedette.poll;

import dev.vedette.document.Links;
import dev.vedette.document.SafeHtml;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which links of a page lead to articles: those with a headline's length of words whose
 * addresses begin alike. The beginning that most of them share is what a source may include.
 */
final class LinkList {

  /** Fewer letters are the name of a section. */
  private static final int HEADLINE = 25;

  private static final int FEWEST = 3;
  private static final int MAX_EXAMPLES = 3;

  private LinkList() {}

  /** Null where the page lists nothing. */
  static @Nullable Finding on(Document page, URI address) {
    Element own = page.selectFirst("base[href]");
    URI base = Links.withBase(address, own == null ? null : own.attr("href"));
    Map<String, Set<String>> byBeginning = new LinkedHashMap<>();
    Map<String, String> titles = new LinkedHashMap<>();
    for (Element link : page.select("a[href]")) {
      URI uri = Links.uri(Links.resolve(base, link.attr("href")));
      String title = SafeHtml.line(link.text());
      if (uri == null || title.length() < HEADLINE || !address.getHost().equals(uri.getHost())) {
        continue;
      }
      titles.putIfAbsent(uri.getRawPath(), title);
      for (String beginning : beginnings(uri.getRawPath())) {
        byBeginning.computeIfAbsent(beginning, b -> new LinkedHashSet<>()).add(uri.getRawPath());
      }
    }
    String best = best(byBeginning);
    if (best == null) {
      return null;
    }
    Set<String> paths = byBeginning.getOrDefault(best, Set.of());
    List<String> examples = new ArrayList<>();
    paths.stream()
        .limit(MAX_EXAMPLES)
        .forEach(path -> examples.add(titles.getOrDefault(path, path)));
    Element html = page.selectFirst("html[lang]");
    return new Finding(
        Finding.Kind.PAGE,
        address,
        SafeHtml.line(page.title()),
        html == null ? "" : html.attr("lang"),
        paths.size(),
        null,
        false,
        examples,
        List.of(best + "*"));
  }

  /** {@code /a/}, {@code /a/b/} and so on, of the directories above a path. */
  private static List<String> beginnings(String path) {
    List<String> beginnings = new ArrayList<>();
    for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
      if (slash < path.length() - 1) {
        beginnings.add(path.substring(0, slash + 1));
      }
    }
    return beginnings;
  }

  /** The one with the most links, or the longest below it that still has most of them. */
  private static @Nullable String best(Map<String, Set<String>> byBeginning) {
    String best = null;
    for (Map.Entry<String, Set<String>> beginning : byBeginning.entrySet()) {
      int links = beginning.getValue().size();
      int most = best == null ? FEWEST - 1 : byBeginning.getOrDefault(best, Set.of()).size();
      boolean longer = best != null && beginning.getKey().startsWith(best) && 3 * links > 2 * most;
      if (links > most || longer) {
        best = beginning.getKey();
      }
    }
    return best;
  }
}
