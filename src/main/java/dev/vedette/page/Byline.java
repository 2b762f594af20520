package dev.vedette.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Who wrote an article: people by what the page declares, then by what it shows; an organisation
 * only where no person is named anywhere.
 */
final class Byline {

  private static final int MOST = 10;

  /** How far under the title the marked names of the authors may be, in characters of text. */
  private static final int NEAR = 1500;

  /** How far under it the line that is not marked. */
  private static final int NEXT = 400;

  private static final int LONGEST = 120;

  private static final int MOST_LINES = 4;

  private static final String[] TAGS = {
    "author",
    "article:author_name",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dc:creator",
    "dcterms.creator",
    "byl",
    "byline",
    "citation_author",
    "cxenseparse:author",
    "article.author",
    "authors",
    "article_author",
    "twitter:data1"
  };

  /** What is marked as an author: names of any kind. */
  private static final List<String> MARKED =
      List.of(
          "[itemprop=author] [itemprop=name], [itemprop=creator] [itemprop=name]",
          "[rel~=\\bauthor\\b], [itemprop=author], [itemprop=creator]",
          "a[href*=/author/], a[href*=/authors/], a[href*=/autor/], a[href*=/auteur/], a[href*=/autoren/]");

  /** What is merely called so: full names, for there may be sections and buttons beside them. */
  private static final List<String> CALLED =
      List.of(
          "[class*=byline] a, [class*=Byline] a, [class*=author-name], [class*=authorName],"
              + " [class*=author_name], [class*=AuthorName]",
          "[class*=author] a, [class*=Author] a",
          "[class*=byline], [class*=Byline]",
          "[class*=author], [class*=Author], [class~=(?i)\\bautor], .vcard");

  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?i)(?<![a-z])(?:comment|disqus|reply|replies|related|recommend|sidebar|widget|footer|teaser|latest|popular"
              + "|recent|trending|promo|most-?read|read-?more|next|prev|nav|menu|carousel|slider)");

  private final Document page;
  private final PageHeading heading;
  private final SiteName site;
  private List<String> organisations = List.of();

  private Byline(Document page, Headline headline, SiteName site) {
    this.page = page;
    this.heading = new PageHeading(headline.heading());
    this.site = site;
  }

  /** The names, parted by commas; empty where there is none. */
  static String of(
      Document page, StructuredData structured, MetaTags tags, Headline headline, SiteName site) {
    Byline byline = new Byline(page, headline, site);
    return String.join(", ", byline.find(structured, tags).stream().limit(MOST).toList());
  }

  private List<String> find(StructuredData structured, MetaTags tags) {
    List<String> people =
        Stream.<Supplier<List<String>>>of(
                () -> linked(structured), () -> tagged(tags), this::shown, this::besideTitle)
            .map(Supplier::get)
            .filter(names -> !names.isEmpty())
            .findFirst()
            .orElse(List.of());
    return people.isEmpty() ? organisations : people;
  }

  private List<String> linked(StructuredData structured) {
    List<String> people = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (StructuredData.Credit credit : structured.authors()) {
      (credit.person() ? people : others).add(credit.written());
    }
    List<String> named = people(people);
    if (organisations.isEmpty()) {
      organisations = others;
    }
    return named;
  }

  private List<String> tagged(MetaTags tags) {
    for (String name : TAGS) {
      List<String> people = people(tags.all(name));
      if (!people.isEmpty()) {
        return people;
      }
    }
    return List.of();
  }

  /**
   * Under the title first; elsewhere only if nobody is declared, for it may be of other articles.
   */
  private List<String> shown() {
    Set<Node> near = heading.below(NEAR);
    List<String> people = shown(near::contains);
    return people.isEmpty() && organisations.isEmpty() ? shown(element -> true) : people;
  }

  private List<String> shown(Predicate<Element> where) {
    for (String selector : MARKED) {
      List<String> people = people(lines(selector, where));
      if (!people.isEmpty()) {
        return people;
      }
    }
    for (String selector : CALLED) {
      List<String> people = people(lines(selector, where));
      people.removeIf(name -> !Credits.isPerson(name));
      if (!people.isEmpty()) {
        return people;
      }
    }
    return List.of();
  }

  private List<String> lines(String selector, Predicate<Element> where) {
    return page.select(selector).stream()
        .filter(where)
        .filter(this::isHere)
        .map(Element::text)
        .filter(line -> !line.isBlank())
        .limit(MOST_LINES)
        .toList();
  }

  private boolean isHere(Element element) {
    for (Element one = element; one != null && !heading.isInside(one); one = one.parent()) {
      boolean furniture =
          switch (one.normalName()) {
            case "nav", "footer", "aside", "figure" -> true;
            case "body", "html" -> false;
            default -> ELSEWHERE.matcher(one.className() + ' ' + one.id()).find();
          };
      if (furniture) {
        return false;
      }
    }
    return true;
  }

  /** A line under the title that begins as such lines do. */
  private List<String> besideTitle() {
    for (Node node : heading.below(NEXT)) {
      Element holder = node instanceof TextNode text && !text.isBlank() ? text.parent() : null;
      String line = holder == null ? "" : holder.text();
      if (line.length() <= LONGEST && Credits.isCredit(line)) {
        return people(List.of(line));
      }
    }
    return List.of();
  }

  /** The people among those who are named in these lines; remembers the others. */
  private List<String> people(List<String> lines) {
    List<String> people = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String line : lines) {
      for (String name : Credits.names(line)) {
        boolean person = !site.is(name) && !Credits.isOrganisation(name) && !Credits.isUser(name);
        List<String> kind = person ? people : others;
        if (!kind.contains(name)) {
          kind.add(name);
        }
      }
    }
    if (organisations.isEmpty()) {
      organisations = others;
    }
    return people;
  }
}
