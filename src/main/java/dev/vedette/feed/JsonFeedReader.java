package dev.vedette.feed;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vedette.document.Dates;
import dev.vedette.document.Links;
import dev.vedette.document.SafeHtml;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeedReader {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(100).build())
                  .build())
          .build();

  private JsonFeedReader() {}

  static ParsedFeed read(String text, URI base) throws FeedException {
    JsonNode feed = parse(text);
    boolean isFeed =
        feed.isObject()
            && (feed.path("version").asText().contains("jsonfeed")
                || (feed.path("items").isArray() && feed.hasNonNull("title")));
    if (!isFeed) {
      throw new FeedException("not a feed: JSON, but no JSON Feed");
    }
    String author = authors(feed);
    List<ParsedFeed.Item> items = new ArrayList<>();
    for (JsonNode item : feed.path("items")) {
      if (item.isObject() && items.size() < ParsedFeed.MAX_ENTRIES) {
        items.add(item(item, base, author));
      }
    }
    return new ParsedFeed(
        SafeHtml.text(text(feed, "title")),
        Links.resolve(
            base, text(feed, feed.hasNonNull("home_page_url") ? "home_page_url" : "feed_url")),
        SafeHtml.escape(text(feed, "description")),
        text(feed, "language"),
        text(feed, "feed_url"),
        author,
        null,
        Wishes.NONE.with(hub(feed, base)),
        items);
  }

  /** Of several, the first that speaks WebSub, or its older name. */
  private static @Nullable Hub hub(JsonNode feed, URI base) {
    for (JsonNode hub : feed.path("hubs")) {
      String type = text(hub, "type");
      if (type.equalsIgnoreCase("WebSub") || type.equalsIgnoreCase("PubSubHubbub")) {
        return Hub.of(base, text(hub, "url"), text(feed, "feed_url"));
      }
    }
    return null;
  }

  private static JsonNode parse(String text) throws FeedException {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      JsonLocation at = malformed.getLocation(); // Jackson's own words name its classes
      throw new FeedException(
          "not a feed: JSON that breaks off or is wrong"
              + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr()));
    }
  }

  private static ParsedFeed.Item item(JsonNode item, URI base, String feedAuthor) {
    String author = authors(item);
    String link = text(item, "url");
    String html = text(item, "content_html");
    List<String> tags = new ArrayList<>();
    item.path("tags").forEach(tag -> tags.add(SafeHtml.line(tag.asText())));
    return new ParsedFeed.Item(
        text(item, "id"),
        SafeHtml.text(text(item, "title")),
        Links.resolve(base, link.isEmpty() ? text(item, "external_url") : link),
        Dates.parse(text(item, "date_published")),
        Dates.parse(text(item, "date_modified")),
        author.isEmpty() ? feedAuthor : author, // as version 1.1 says
        SafeHtml.escape(text(item, "summary")),
        html.isEmpty() ? SafeHtml.escape(text(item, "content_text")) : SafeHtml.clean(html),
        tags);
  }

  /** {@code authors} of version 1.1 and {@code author} of 1.0; each is written both ways. */
  private static String authors(JsonNode of) {
    List<String> names = new ArrayList<>();
    for (String field : List.of("authors", "author")) {
      JsonNode authors = of.path(field);
      if (authors.isArray()) {
        authors.forEach(author -> names.add(name(author)));
      } else {
        names.add(name(authors));
      }
    }
    return names.stream().filter(name -> !name.isEmpty()).distinct().collect(joining(", "));
  }

  private static String name(JsonNode author) {
    return SafeHtml.line(author.isTextual() ? author.asText() : text(author, "name"));
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
  }
}
