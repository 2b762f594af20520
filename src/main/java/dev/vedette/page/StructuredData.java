package dev.vedette.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What the page's JSON-LD tells of the article. Blocks that are almost JSON are read as far as they
 * go, since a stray line feed in a description is no reason to lose the date.
 */
final class StructuredData {

  private static final int DEEPEST = 8;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_MISSING_VALUES,
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private static final Pattern ARTICLE = Pattern.compile("(?i)(?:article|posting|report)\\b");

  /** What else a page may be about and be dated by. */
  private static final Pattern WORK =
      Pattern.compile("(?i)(?:page|recipe|review|episode|creativework|howto)\\b");

  private static final Pattern WRAPPING =
      Pattern.compile("^\\s*(?:/\\*\\s*)?(?:<!\\[CDATA\\[|<!--)(?:\\s*\\*/)?|(?:]]>|-->)\\s*$");

  private static final Pattern SALVAGED =
      Pattern.compile(
          "\"(headline|datePublished|dateModified|author)\"\\s*:\\s*(?:\\[?\\s*\\{[^{}]*?\"name\"\\s*:\\s*)?"
              + "\"((?:[^\"\\\\\\n]++|\\\\.){0,200})\"");

  private final Map<String, JsonNode> byId = new HashMap<>();
  private final List<JsonNode> articles = new ArrayList<>();
  private final List<JsonNode> works = new ArrayList<>();

  private StructuredData() {}

  /**
   * Reads the page's blocks.
   *
   * @param address the page's own, by which its article is told from those that it only lists
   */
  static StructuredData of(Document page, String address) {
    StructuredData data = new StructuredData();
    for (Element script : page.getElementsByTag("script")) {
      if (script.attr("type").contains("ld+json")) {
        data.read(WRAPPING.matcher(script.data()).replaceAll(""));
      }
    }
    data.articles.sort(Comparator.comparing(article -> !isAt(article, address)));
    return data;
  }

  private static boolean isAt(JsonNode article, String address) {
    JsonNode place = article.path("mainEntityOfPage");
    return !address.isEmpty()
        && Stream.of(article.path("url"), article.path("@id"), place, place.path("@id"))
            .anyMatch(said -> said.asText("").startsWith(address));
  }

  private void read(String text) {
    try {
      collect(JSON.readTree(text), 0);
    } catch (JsonProcessingException malformed) {
      ObjectNode salvaged = salvage(text);
      if (ARTICLE.matcher(text).find() && !salvaged.isEmpty()) {
        articles.add(salvaged);
      }
    }
  }

  /** The fields that can be made out in a block that is no JSON; the first of each. */
  private static ObjectNode salvage(String text) {
    ObjectNode found = JSON.createObjectNode();
    Matcher field = SALVAGED.matcher(text);
    while (field.find()) {
      if (!found.has(field.group(1))) {
        found.put(field.group(1), unescaped(field.group(2)));
      }
    }
    return found;
  }

  private static String unescaped(String inQuotes) {
    try {
      return JSON.readTree('"' + inQuotes + '"').asText();
    } catch (JsonProcessingException malformed) {
      return inQuotes;
    }
  }

  private void collect(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isArray()) {
      node.forEach(one -> collect(one, depth + 1));
    } else if (node.isObject()) {
      String type = node.path("@type").toString();
      if (ARTICLE.matcher(type).find()) {
        articles.add(node);
      } else if (WORK.matcher(type).find()) {
        works.add(node);
      }
      if (node.size() > 1 && node.path("@id").isTextual()) {
        byId.putIfAbsent(node.path("@id").asText(), node);
      }
      collect(node.path("@graph"), depth + 1);
      collect(node.path("mainEntity"), depth + 1);
    }
  }

  /** What the articles say in a field of text, each once, in the page's order. */
  List<String> ofArticle(String field) {
    return texts(articles, field);
  }

  /** What is said by the other things that the page may be about: the page itself, a recipe. */
  List<String> ofPage(String field) {
    return texts(works, field);
  }

  private static List<String> texts(List<JsonNode> nodes, String field) {
    return nodes.stream()
        .map(node -> node.path(field).asText("").strip())
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  /** Those who are said to have written it. */
  List<Credit> authors() {
    List<Credit> credits = new ArrayList<>();
    for (List<JsonNode> nodes : List.of(articles, works)) {
      for (String role : List.of("author", "creator")) {
        if (credits.isEmpty()) {
          nodes.forEach(node -> credit(node.path(role), credits, 0));
        }
      }
    }
    return credits;
  }

  private void credit(JsonNode author, List<Credit> credits, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (author.isArray()) {
      author.forEach(one -> credit(one, credits, depth + 1));
    } else if (author.isObject()) {
      JsonNode whole = author.has("name") ? author : byId.getOrDefault(id(author), author);
      boolean person = !whole.path("@type").toString().contains("Organization");
      JsonNode name = whole.path("name");
      if (name.isArray()) {
        name.forEach(one -> credits.add(new Credit(one.asText(), person)));
      } else if (!name.asText("").isBlank()) {
        credits.add(new Credit(name.asText(), person));
      }
    } else if (!author.asText("").isBlank()) {
      credits.add(new Credit(author.asText(), true));
    }
  }

  private static String id(JsonNode node) {
    return node.path("@id").asText();
  }

  /** The publication's name for itself; empty where it is not told. */
  String publisher() {
    return articles.stream()
        .map(article -> article.path("publisher").path("name").asText("").strip())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * One who is named as author.
   *
   * @param written the name as it stands there, maybe with a role or several names in one
   * @param person false for what is called an organisation
   */
  record Credit(String written, boolean person) {}
}
