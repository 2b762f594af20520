package dev.vedette.poll;

import dev.vedette.document.Dates;
import dev.vedette.document.Links;
import dev.vedette.document.SafeHtml;
import dev.vedette.feed.ParsedFeed;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page whose articles stand on it, read as a feed: each item has its text, and where they are
 * there, a heading, a link, a time and an author. One without a heading is called by its first
 * line.
 */
final class PageItems {

  private static final int LONGEST_TITLE = 200;

  private final Source.Page source;
  private final Source.Items kind;
  private final List<ParsedFeed.Item> items = new ArrayList<>();
  private String language = "";
  private boolean matched;

  PageItems(Source.Page source, Source.Items kind) {
    this.source = source;
    this.kind = kind;
  }

  /** Adds what stands on one page; whether any of it is new. */
  boolean add(Document page, URI base, Seen seen) {
    Element html = page.selectFirst("html[lang]");
    language = html == null ? language : html.attr("lang");
    List<ParsedFeed.Item> here = new ArrayList<>();
    for (Element element : page.select(kind.item())) {
      matched = true;
      ParsedFeed.Item item = item(element, base);
      if (item != null) {
        here.add(item);
      }
    }
    items.addAll(here);
    FeedItems keys = new FeedItems(source.id(), feed(here), "");
    return here.stream().anyMatch(item -> keys.keys(item).news(seen) == ItemKeys.News.NEW);
  }

  String selector() {
    return kind.item();
  }

  /** Whether there were any items, with or without text. */
  boolean hasMatched() {
    return matched;
  }

  /** All items with text so far, page by page. */
  ParsedFeed feed() {
    return feed(items);
  }

  private ParsedFeed feed(List<ParsedFeed.Item> entries) {
    return new ParsedFeed("", source.url().toString(), "", language, "", "", null, entries);
  }

  /** Null where the item has no text. */
  private ParsedFeed.@Nullable Item item(Element element, URI base) {
    List<Element> texts =
        source.text().isEmpty() ? List.of(element) : element.select(source.text());
    StringBuilder html = new StringBuilder();
    texts.forEach(text -> html.append(text.outerHtml()));
    String first = texts.isEmpty() ? "" : firstLine(texts.get(0));
    if (first.isEmpty()) {
      return null;
    }
    Element heading = element.selectFirst("h1, h2, h3, h4, h5, h6");
    return new ParsedFeed.Item(
        "",
        heading == null ? first : SafeHtml.line(heading.text()),
        link(element, base),
        time(element),
        null,
        author(element),
        "",
        SafeHtml.clean(html.toString()),
        List.of());
  }

  private String link(Element element, URI base) {
    for (Element chosen : element.select(String.join(", ", source.links().selectors()))) {
      Element link = chosen.hasAttr("href") ? chosen : chosen.selectFirst("a[href]");
      String address = link == null ? "" : Links.resolve(base, link.attr("href"));
      URI uri = address.isEmpty() ? null : Links.uri(address);
      if (uri != null && Links.isFetchable(uri) && source.links().allow(uri)) {
        return address;
      }
    }
    return "";
  }

  private @Nullable Instant time(Element element) {
    Element time = kind.time().isEmpty() ? null : element.selectFirst(kind.time());
    if (time == null) {
      return null;
    }
    return Dates.parse(time.hasAttr("datetime") ? time.attr("datetime") : time.text());
  }

  private String author(Element element) {
    Element author = kind.author().isEmpty() ? null : element.selectFirst(kind.author());
    return author == null ? "" : SafeHtml.line(author.text());
  }

  private static String firstLine(Element text) {
    String line =
        text.wholeText()
            .lines()
            .map(SafeHtml::line)
            .filter(l -> !l.isEmpty())
            .findFirst()
            .orElse("");
    return line.length() <= LONGEST_TITLE ? line : Draft.cut(line, LONGEST_TITLE) + "…";
  }
}
