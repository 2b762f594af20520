package dev.vedette.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.vedette.document.Dates;
import dev.vedette.document.Links;
import dev.vedette.document.SafeHtml;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about its article in the places made for that: JSON-LD, OpenGraph, meta tags,
 * {@code <time>}, the headline, and at last the address.
 */
record PageMeta(
    String title,
    @Nullable Instant published,
    String author,
    String canonicalUrl,
    String language,
    String site) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Pattern ARTICLE_TYPE = Pattern.compile("(?i).*(article|posting|report).*");

  private static final Pattern DATE_IN_ADDRESS =
      Pattern.compile("/((?:19|20)\\d\\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\\d|3[01])(?=\\D|$)");

  private static final Pattern SITE_SUFFIX = Pattern.compile("\\s+[|–—·»:-]\\s+[^|–—·»]{1,60}$");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*");

  private static final int MOST_AUTHORS = 10;

  static PageMeta of(Document page) {
    List<JsonNode> linked = linkedData(page);
    String site = first(meta(page, "og:site_name"), meta(page, "application-name"));
    return new PageMeta(
        title(page, linked, site),
        published(page, linked),
        author(page, linked),
        canonicalUrl(page),
        language(page),
        SafeHtml.line(site));
  }

  private static String title(Document page, List<JsonNode> linked, String site) {
    String written = SafeHtml.text(page.title());
    for (String candidate :
        List.of(
            meta(page, "og:title"),
            field(linked, "headline"),
            meta(page, "twitter:title"),
            headline(page),
            written)) {
      String title = SafeHtml.text(candidate);
      if (!title.isEmpty()) {
        return withoutSite(title, site);
      }
    }
    return "";
  }

  /** The only h1, if there is one. */
  private static String headline(Document page) {
    List<Element> headings = page.select("article h1, main h1, h1[itemprop=headline]");
    List<Element> any = headings.isEmpty() ? page.select("h1") : headings;
    return any.isEmpty() ? "" : any.get(0).text();
  }

  private static String withoutSite(String title, String site) {
    Matcher suffix = SITE_SUFFIX.matcher(title);
    if (suffix.find() && suffix.start() >= 15) {
      String end = title.substring(suffix.start()).toLowerCase(Locale.ROOT);
      boolean named = !site.isEmpty() && end.contains(site.toLowerCase(Locale.ROOT));
      if (named || title.charAt(suffix.start() + 1) == '|') {
        return title.substring(0, suffix.start()).strip();
      }
    }
    return title;
  }

  private static @Nullable Instant published(Document page, List<JsonNode> linked) {
    List<String> candidates = new ArrayList<>();
    candidates.add(meta(page, "article:published_time"));
    candidates.add(field(linked, "datePublished"));
    for (String name :
        List.of(
            "datepublished",
            "date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publication_date",
            "dc.date",
            "dc.date.issued",
            "dcterms.date",
            "dcterms.created",
            "dcterms.issued",
            "dc.date.created",
            "sailthru.date",
            "parsely-pub-date",
            "article.published",
            "article_date_original",
            "og:published_time",
            "og:pubdate",
            "cxenseparse:recs:publishtime",
            "date.release",
            "originalpublicationdate",
            "citation_publication_date",
            "bt:pubdate",
            "published",
            "pub_date",
            "article:post_date",
            "displaydate",
            "rnews:datepublished")) {
      candidates.add(meta(page, name));
    }
    for (Element time :
        page.select(
            "[itemprop=datePublished], time[pubdate], article time[datetime], .entry-date, .published, time[datetime]")) {
      candidates.add(first(time.attr("datetime"), first(time.attr("content"), time.attr("title"))));
      candidates.add(time.text());
    }
    candidates.add(meta(page, "article:modified_time"));
    candidates.add(field(linked, "dateModified"));
    for (String candidate : candidates) {
      Instant instant = Dates.parse(candidate);
      if (instant != null) {
        return instant;
      }
    }
    return inAddress(first(canonicalUrl(page), page.baseUri()));
  }

  private static @Nullable Instant inAddress(String url) {
    Matcher matcher = DATE_IN_ADDRESS.matcher(url);
    return matcher.find()
        ? Dates.parse(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3))
        : null;
  }

  private static String author(Document page, List<JsonNode> linked) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode one : linked) {
      people(one.path("author"), names);
    }
    for (String name :
        List.of(
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "byl",
            "citation_author")) {
      if (names.isEmpty()) {
        page.select("meta[name=" + name + "], meta[property=" + name + "]")
            .forEach(meta -> person(meta.attr("content"), names));
      }
    }
    for (String selector :
        List.of(
            "[itemprop=author] [itemprop=name]",
            "[rel=author]",
            "[itemprop=author]",
            ".byline a",
            ".author-name",
            ".author a",
            ".byline",
            ".author")) {
      if (names.isEmpty()) {
        page.select(selector).stream().limit(3).forEach(element -> person(element.text(), names));
      }
    }
    return String.join(", ", names.stream().limit(MOST_AUTHORS).toList());
  }

  private static void people(JsonNode author, Set<String> names) {
    if (author.isArray()) {
      author.forEach(one -> people(one, names));
    } else if (author.isObject()) {
      JsonNode name = author.path("name");
      if (name.isArray()) {
        name.forEach(one -> person(one.asText(), names));
      } else {
        person(name.asText(), names);
      }
    } else {
      person(author.asText(), names);
    }
  }

  private static void person(String written, Set<String> names) {
    String name =
        SafeHtml.text(written)
            .replaceFirst("^(?i)(?:by|von|par|por|di|written by|posted by)\\s*:?\\s+", "")
            .strip();
    if (name.length() >= 2
        && name.length() <= 80
        && !name.contains("://")
        && !name.startsWith("@")) {
      names.add(name);
    }
  }

  private static String canonicalUrl(Document page) {
    Element link = page.selectFirst("link[rel~=(?i)^canonical$][href]");
    String url = link == null ? "" : link.absUrl("href");
    if (url.isEmpty()) {
      url = meta(page, "og:url");
    }
    URI uri = url.isEmpty() ? null : Links.uri(url);
    return uri != null && Links.isFetchable(uri) && !uri.isOpaque() ? uri.toString() : "";
  }

  private static String language(Document page) {
    Element html = page.selectFirst("html");
    String said = html == null ? "" : first(html.attr("lang"), html.attr("xml:lang"));
    said = first(said, meta(page, "content-language"));
    said = first(said, meta(page, "og:locale"));
    return LANGUAGE.matcher(said).matches() ? said.replace('_', '-') : "";
  }

  /** The articles that the page's JSON-LD tells of; a block that is no JSON says nothing. */
  private static List<JsonNode> linkedData(Document page) {
    List<JsonNode> articles = new ArrayList<>();
    for (Element script : page.select("script[type~=(?i)ld\\+json]")) {
      collect(json(script.data().strip()), articles, 0);
    }
    return articles;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      return MissingNode.getInstance();
    }
  }

  private static void collect(JsonNode node, List<JsonNode> articles, int depth) {
    if (node.isArray()) {
      node.forEach(one -> collect(one, articles, depth + 1));
    } else if (node.isObject() && depth < 6) {
      if (ARTICLE_TYPE.matcher(node.path("@type").toString()).matches()) {
        articles.add(node);
      }
      collect(node.path("@graph"), articles, depth + 1);
      collect(node.path("mainEntity"), articles, depth + 1);
    }
  }

  private static String field(List<JsonNode> nodes, String name) {
    for (JsonNode node : nodes) {
      if (node.path(name).isTextual() && !node.path(name).asText().isBlank()) {
        return node.path(name).asText();
      }
    }
    return "";
  }

  private static String meta(Document page, String name) {
    for (Element meta : page.getElementsByTag("meta")) {
      boolean named =
          meta.attr("name").equalsIgnoreCase(name)
              || meta.attr("property").equalsIgnoreCase(name)
              || meta.attr("itemprop").equalsIgnoreCase(name)
              || meta.attr("http-equiv").equalsIgnoreCase(name);
      if (named && !meta.attr("content").isBlank()) {
        return meta.attr("content").strip();
      }
    }
    return "";
  }

  private static String first(String one, String other) {
    return one.isBlank() ? other : one;
  }
}
