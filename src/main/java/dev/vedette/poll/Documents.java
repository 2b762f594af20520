package dev.vedette.poll;

import dev.vedette.article.Article;
import dev.vedette.article.Fingerprint;
import dev.vedette.document.CanonicalUrl;
import dev.vedette.document.Decoding;
import dev.vedette.document.Languages;
import dev.vedette.feed.FeedException;
import dev.vedette.feed.FeedReader;
import dev.vedette.feed.FeedSniffer;
import dev.vedette.feed.ParsedFeed;
import dev.vedette.page.PageReader;
import dev.vedette.page.PageText;
import dev.vedette.page.TextZones;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Articles out of files: a feed gives its items, an HTML page its article, and any other text is an
 * article verbatim. Which one it is, the content says, not the name.
 */
public final class Documents {

  /** One NUL in this many bytes makes a file that is no text. */
  private static final int NULS = 100;

  /** The base of what has none. */
  private static final URI NOWHERE = URI.create("about:blank");

  private final FeedReader feeds = new FeedReader();

  /** Whether a file of a directory is taken for an article by its name: a text, page or feed. */
  public static boolean isNamedLikeOne(Path file) {
    return !FolderPoll.isPassedOver(file) && FolderPoll.isArticle(file);
  }

  /**
   * The articles of one file.
   *
   * @param source the id that the articles carry
   * @param defaultLanguage BCP 47, for articles that do not tell; empty where unknown
   * @return oldest first; empty for an empty file
   * @throws IOException if the file cannot be read, or is no text
   */
  public List<Article> read(String source, Path file, Instant fetchedAt, String defaultLanguage)
      throws IOException {
    String name = String.valueOf(file.getFileName());
    return read(source, name, Files.readAllBytes(file), fetchedAt, defaultLanguage);
  }

  /**
   * The articles of what stands in a file.
   *
   * @param name by which the file is known again within its source
   * @throws IOException if the bytes are no text
   */
  public List<Article> read(
      String source, String name, byte[] bytes, Instant fetchedAt, String defaultLanguage)
      throws IOException {
    return read(new Found(source, name, NOWHERE, defaultLanguage), bytes, null, fetchedAt);
  }

  /** The articles of a document of the web, whose address is its name. */
  List<Article> read(
      String source, Fetched.Fresh document, Instant fetchedAt, String defaultLanguage)
      throws IOException {
    Found found = new Found(source, document.uri().toString(), document.uri(), defaultLanguage);
    return read(found, document.body().bytes(), document.contentType(), fetchedAt);
  }

  /**
   * What is known of a document besides its bytes.
   *
   * @param base where its relative links start; {@link #NOWHERE} if it is a file
   */
  private record Found(String source, String name, URI base, String defaultLanguage) {

    /** What makes an article without an address known again. */
    String id() {
      return Fingerprint.of(source, name);
    }

    /** The address of an article that does not tell its own; empty where there is none. */
    String address() {
      return base.equals(NOWHERE) ? "" : base.toString();
    }
  }

  private List<Article> read(
      Found found, byte[] bytes, @Nullable String contentType, Instant fetchedAt)
      throws IOException {
    String text = Decoding.decode(bytes, contentType);
    if (isBinary(text)) {
      throw new IOException("it is no text");
    }
    List<Article> articles = new ArrayList<>();
    for (Draft draft : drafts(found, text, bytes, contentType)) {
      if (!draft.isEmpty()) {
        articles.add(draft.from(found.source(), fetchedAt));
      }
    }
    return articles;
  }

  private List<Draft> drafts(Found found, String text, byte[] bytes, @Nullable String contentType) {
    boolean markup = FeedSniffer.isMarkup(text);
    if ((markup && FeedSniffer.isFeed(text)) || FeedSniffer.isJson(text)) {
      try {
        ParsedFeed feed = feeds.read(bytes, contentType, found.base());
        FeedItems items = new FeedItems(found.source(), feed, found.defaultLanguage());
        return items.oldestFirst().stream().map(items::draft).toList();
      } catch (FeedException onlyLooksLikeOne) {
        return List.of(verbatim(found, text));
      }
    }
    return List.of(markup && FeedSniffer.isHtml(text) ? page(found, text) : verbatim(found, text));
  }

  private static Draft page(Found found, String html) {
    PageText page = PageReader.read(html, found.base(), "");
    String url = page.canonicalUrl().isEmpty() ? found.address() : page.canonicalUrl();
    return new Draft(
        url.isEmpty() ? found.id() : Fingerprint.of(CanonicalUrl.identity(url)),
        url,
        page.title(),
        page.text(),
        page.zones(),
        page.language().isEmpty() ? found.defaultLanguage() : page.language(),
        page.author(),
        page.publishedAt());
  }

  private static Draft verbatim(Found found, String text) {
    String language = Languages.of(text);
    return new Draft(
        found.id(),
        found.address(),
        text.lines().filter(line -> !line.isBlank()).findFirst().orElse(""),
        text,
        TextZones.of(text),
        language.isEmpty() ? found.defaultLanguage() : language,
        "",
        null);
  }

  private static boolean isBinary(String text) {
    long nuls = text.chars().filter(c -> c == 0).count();
    return nuls > 0 && nuls >= text.length() / NULS;
  }
}
