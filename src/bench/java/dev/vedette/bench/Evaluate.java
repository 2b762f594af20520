package dev.vedette.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vedette.alert.Alert;
import dev.vedette.alert.StorySorter;
import dev.vedette.article.Article;
import dev.vedette.feed.FeedException;
import dev.vedette.feed.FeedReader;
import dev.vedette.feed.ParsedFeed;
import dev.vedette.page.PageReader;
import dev.vedette.page.PageText;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Filters;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Name;
import dev.vedette.watchlist.Severity;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Runs the production code over a data set: {@code evaluate feeds|pages|copies|mentions|names IN
 * OUT}. The formats are those of the scorers.
 */
public final class Evaluate {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Evaluate() {}

  /** Runs one mode. */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      System.err.println("usage: evaluate feeds|pages|copies|mentions|names IN OUT");
      System.exit(2);
    }
    Path in = Path.of(args[1]);
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[2])))) {
      switch (args[0]) {
        case "feeds" -> files(in, out, Evaluate::feed);
        case "pages" -> files(in, out, Evaluate::page);
        case "copies" -> copies(in, out);
        case "mentions" -> mentions(in, out);
        case "names" -> names(in, out);
        default -> {
          System.err.println(
              "mode: '" + args[0] + "' (expected: feeds, pages, copies, mentions or names)");
          System.exit(2);
        }
      }
    }
  }

  private interface Reading {
    void read(byte[] bytes, String contentType, URI url, ObjectNode line) throws FeedException;
  }

  private static void files(Path directory, PrintWriter out, Reading reading) throws IOException {
    for (String row : Files.readAllLines(directory.resolve("index.jsonl"))) {
      JsonNode item = MAPPER.readTree(row);
      byte[] bytes = Files.readAllBytes(directory.resolve(item.path("file").asText()));
      ObjectNode line = MAPPER.createObjectNode().put("file", item.path("file").asText());
      long start = System.nanoTime();
      try {
        line.put("ok", true);
        reading.read(
            bytes,
            item.path("content_type").asText(null),
            address(item.path("url").asText()),
            line);
      } catch (FeedException | RuntimeException e) {
        line.put("ok", false).put("error", String.valueOf(e.getMessage()));
      }
      line.put("ms", (System.nanoTime() - start) / 1e6);
      out.println(MAPPER.writeValueAsString(line));
    }
  }

  /** Addresses as they were written down, blanks and all. */
  private static URI address(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.strip().getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > ' ' && b < 127 && "<>\"{}|\\^`".indexOf(b) < 0;
      encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b & 0xff));
    }
    return URI.create(encoded.toString());
  }

  private static void feed(byte[] bytes, String contentType, URI url, ObjectNode line)
      throws FeedException {
    ParsedFeed feed = new FeedReader().read(bytes, contentType, url);
    line.put("title", feed.title());
    line.put("link", feed.link());
    line.put("description", feed.description());
    line.put("language", feed.language());
    line.put("id", feed.id());
    line.put("author", feed.author());
    line.put("updated", text(feed.updated()));
    ArrayNode entries = line.putArray("entries");
    for (ParsedFeed.Item item : feed.entries()) {
      ObjectNode entry = entries.addObject();
      entry.put("id", item.id());
      entry.put("title", item.title());
      entry.put("link", item.link());
      entry.put("published", text(item.published()));
      entry.put("updated", text(item.updated()));
      entry.put("author", item.author());
      entry.put("summary", item.summaryHtml());
      entry.put("content", item.contentHtml());
      item.categories().forEach(entry.withArray("categories")::add);
    }
  }

  private static void page(byte[] bytes, String contentType, URI url, ObjectNode line) {
    PageText page = new PageReader().read(bytes, contentType, url);
    line.put("title", page.title());
    line.put("text", page.prose());
    line.put(
        "published", page.published() == null ? null : page.published().toLocalDate().toString());
    line.put("author", page.author());
    line.put("url", page.canonicalUrl());
    line.put("language", page.language());
    line.put("site", page.site());
  }

  /** Every document is a candidate of one entry. */
  private static void copies(Path in, PrintWriter out) throws IOException {
    StorySorter sorter = new StorySorter(null);
    for (String row : Files.readAllLines(in)) {
      JsonNode item = MAPPER.readTree(row);
      String text = item.path("text").asText();
      Article article =
          new Article(
              item.path("id").asText(),
              "",
              "s",
              item.path("url").asText(),
              item.path("title").asText(),
              text,
              List.of(),
              "",
              "",
              null,
              Instant.EPOCH,
              false);
      ObjectNode line = MAPPER.createObjectNode().put("id", article.id());
      Alert alert = sorter.tell(StorySorter.candidate(article));
      line.put("cluster", alert == null ? article.id() : alert.story().id());
      out.println(MAPPER.writeValueAsString(line));
    }
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static void mentions(Path in, PrintWriter out) throws IOException {
    for (String row : Files.readAllLines(in)) {
      JsonNode item = MAPPER.readTree(row);
      List<String> names = new ArrayList<>();
      item.path("names").forEach(name -> names.add(name.asText()));
      ObjectNode line = MAPPER.createObjectNode().put("id", item.path("id").asText());
      ArrayNode hits = line.putArray("hits");
      for (Match match :
          match(kind(item.path("kind").asText()), names, item.path("text").asText())) {
        match
            .hits()
            .forEach(hit -> hits.addObject().put("start", hit.start()).put("end", hit.end()));
      }
      out.println(MAPPER.writeValueAsString(line));
    }
  }

  private static void names(Path in, PrintWriter out) throws IOException {
    out.println("id,score,match");
    for (List<String> row : rows(Files.readString(in))) {
      if (row.get(0).equals("id")) {
        continue;
      }
      List<Match> matches =
          match(kind(row.get(1)), List.of(row.get(3)), row.get(2)).stream()
              .filter(Match::alerts)
              .toList();
      double score = matches.isEmpty() ? 0 : matches.get(0).score();
      out.printf(Locale.ROOT, "%s,%.3f,%b%n", row.get(0), score, !matches.isEmpty());
    }
  }

  /** Rows of a CSV file (RFC 4180). */
  private static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted) {
        boolean escaped = c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
        if (c != '"' || escaped) {
          field.append(c);
          i += escaped ? 1 : 0;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        row.add(field.toString().strip());
        field.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        field.append(c);
      }
    }
    return rows;
  }

  private static Kind kind(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "person" -> Kind.PERSON;
      case "vessel" -> Kind.VESSEL;
      case "weapon" -> Kind.WEAPON;
      case "place", "address" -> Kind.PLACE;
      default -> Kind.ORGANIZATION;
    };
  }

  private static List<Match> match(Kind kind, List<String> names, String text) {
    Entry entry =
        new Entry(
            "entry",
            kind,
            "entry",
            names.stream()
                .filter(name -> name.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(name -> new Name(name, Name.Mode.VARIANTS, 1, false))
                .toList(),
            List.of(),
            List.of(),
            List.of(),
            null,
            Severity.MEDIUM,
            Set.of(),
            Filters.NONE,
            null,
            Entry.Tests.NONE);
    Article article =
        new Article("a", "", "s", "", "", text, List.of(), "", "", null, Instant.EPOCH, false);
    Watchlist list = new Watchlist("list", "list", List.of(entry), false);
    return Watchlists.of(List.of(list), "").match(article);
  }
}
