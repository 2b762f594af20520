package dev.vedette.page;

import dev.vedette.document.SafeHtml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The article's title. The heading that readers see goes before what the page tells search engines
 * and networks, as long as the two have words in common: a heading that is only the site's name or
 * that of a section has none.
 *
 * @param text empty where the page has none
 * @param heading the element that shows it; null where none does
 */
record Headline(String text, @Nullable Element heading) {

  /** How alike a heading and a title must be, as the share of common words among all. */
  private static final double ALIKE = 0.3;

  /** How much more alike a heading of the second level must be. */
  private static final double LESSER = 0.5;

  /** Of each level, so many headings are looked at. */
  private static final int MOST = 50;

  /** A title of no more words may be the site's name, and one of fewer is that of a section. */
  private static final int FEW = 3;

  private static final int LONGEST = 200;

  private static final Pattern PARTS = Pattern.compile("\\s[|–—:·»-]\\s");

  private static final Pattern TITLE = Pattern.compile("(?i)(?<![a-z])(?:title|headline)(?![a-z])");

  private static final Pattern WORD =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{M}\\p{N}]+");

  private static final Pattern LITTLE =
      Pattern.compile("\\p{IsLatin}{1,2}|the|and|der|die|das|les|des|los");

  static Headline of(Document page, StructuredData structured, MetaTags tags, SiteName site) {
    List<String> told = new ArrayList<>();
    told.add(tags.first("og:title"));
    told.addAll(structured.ofArticle("headline"));
    told.addAll(structured.ofPage("headline"));
    told.add(tags.first("twitter:title", "headline", "dc.title", "dcterms.title", "title"));
    told.replaceAll(title -> site.cutOff(SafeHtml.text(title)));
    told.removeIf(String::isEmpty);
    boolean declared = !told.isEmpty();
    String title = SafeHtml.text(page.title());
    if (!title.isEmpty() && (told.isEmpty() || !title.contains(told.get(0)))) {
      told.add(site.cutOff(title));
    }
    Element heading = heading(page, told);
    if (heading != null) {
      return new Headline(site.cutOffName(SafeHtml.line(heading.text())), heading);
    }
    if (told.isEmpty()) {
      return alone(page);
    }
    Element shown = showing(page, told.get(0));
    if (shown == null && !declared) {
      shown = standingFor(page, title.isEmpty() ? told.get(0) : title);
      return new Headline(shown == null ? told.get(0) : SafeHtml.line(shown.text()), shown);
    }
    return new Headline(told.get(0), shown);
  }

  /**
   * Where nothing but the page's title tells the article's, and it may be more than that or only
   * the site's name: the part of it that the page shows, or what is marked as a title on a page
   * without headings. Null where there is neither.
   */
  private static @Nullable Element standingFor(Document page, String title) {
    for (String part : PARTS.split(title, -1)) {
      Element shown = words(part).size() < FEW ? null : showing(page, part.strip());
      if (shown != null && isOfArticle(shown)) {
        return shown;
      }
    }
    if (words(title).size() > FEW || page.selectFirst("h1, h2, h3") != null) {
      return null;
    }
    return page.body().stream()
        .filter(element -> TITLE.matcher(element.className() + " " + element.id()).find())
        .filter(Headline::isOfArticle)
        .filter(element -> words(element.text()).size() > words(title).size())
        .filter(element -> element.text().length() <= LONGEST)
        .findFirst()
        .orElse(null);
  }

  private static boolean isOfArticle(Element element) {
    return element.closest("nav, header, footer, aside, a, li, title") == null;
  }

  /** The heading that is most like one of the titles; null where none is like any. */
  private static @Nullable Element heading(Document page, List<String> titles) {
    Element best = null;
    double most = ALIKE;
    for (String level : List.of("h1", "h2")) {
      double handicap = level.equals("h1") ? 0 : LESSER;
      for (Element heading : first(page.getElementsByTag(level))) {
        double alike = alike(heading, titles) - handicap;
        if (alike > most && heading.closest("nav, footer, aside") == null) {
          best = heading;
          most = alike;
        }
      }
    }
    return best;
  }

  private static List<Element> first(List<Element> headings) {
    return headings.subList(0, Math.min(MOST, headings.size()));
  }

  private static double alike(Element heading, List<String> titles) {
    Set<String> words = words(heading.text());
    return titles.stream().mapToDouble(title -> alike(words, words(title))).max().orElse(0);
  }

  private static double alike(Set<String> one, Set<String> other) {
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    int all = one.size() + other.size();
    return all == 0 ? 0 : 2.0 * common.size() / all;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      if (!LITTLE.matcher(matcher.group()).matches()) {
        words.add(matcher.group());
      }
    }
    return words;
  }

  /** Whatever else shows the title word by word; null where nothing does. */
  private static @Nullable Element showing(Document page, String title) {
    return page.body().stream()
        .filter(element -> element.ownText().equalsIgnoreCase(title))
        .findFirst()
        .orElse(null);
  }

  private static Headline alone(Document page) {
    Element heading = page.selectFirst("article h1, main h1");
    heading = heading == null ? page.selectFirst("h1") : heading;
    return new Headline(heading == null ? "" : SafeHtml.line(heading.text()), heading);
  }
}
