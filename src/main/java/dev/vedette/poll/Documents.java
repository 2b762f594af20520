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

/**
 * Articles out of files: a feed gives its items, an HTML page its article, and any other text is an
 * article verbatim. Which one it is, the content says, not the name.
 */
public final class Documents {

  /** One NUL in this many bytes makes a file that is no text. */
  private static final int NULS = 100;

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
    String text = Decoding.decode(bytes, null);
    if (isBinary(text)) {
      throw new IOException("it is no text");
    }
    List<Article> articles = new ArrayList<>();
    for (Draft draft : drafts(source, name, text, bytes, defaultLanguage)) {
      if (!draft.isEmpty()) {
        articles.add(draft.from(source, fetchedAt));
      }
    }
    return articles;
  }

  private List<Draft> drafts(
      String source, String name, String text, byte[] bytes, String defaultLanguage) {
    boolean markup = FeedSniffer.isMarkup(text);
    if ((markup && FeedSniffer.isFeed(text)) || FeedSniffer.isJson(text)) {
      try {
        ParsedFeed feed = feeds.read(bytes, null, URI.create("about:blank"));
        FeedItems items = new FeedItems(source, feed, defaultLanguage);
        return items.oldestFirst().stream().map(items::draft).toList();
      } catch (FeedException onlyLooksLikeOne) {
        return List.of(verbatim(source, name, text, defaultLanguage));
      }
    }
    return List.of(
        markup && FeedSniffer.isHtml(text)
            ? page(source, name, text, defaultLanguage)
            : verbatim(source, name, text, defaultLanguage));
  }

  private static Draft page(String source, String name, String html, String defaultLanguage) {
    PageText page = PageReader.read(html, URI.create("about:blank"), "");
    String url = page.canonicalUrl();
    return new Draft(
        url.isEmpty() ? Fingerprint.of(source, name) : Fingerprint.of(CanonicalUrl.identity(url)),
        url,
        page.title(),
        page.text(),
        page.zones(),
        page.language().isEmpty() ? defaultLanguage : page.language(),
        page.author(),
        page.publishedAt());
  }

  private static Draft verbatim(String source, String name, String text, String defaultLanguage) {
    String language = Languages.of(text);
    return new Draft(
        Fingerprint.of(source, name),
        "",
        text.lines().filter(line -> !line.isBlank()).findFirst().orElse(""),
        text,
        TextZones.of(text),
        language.isEmpty() ? defaultLanguage : language,
        "",
        null);
  }

  private static boolean isBinary(String text) {
    long nuls = text.chars().filter(c -> c == 0).count();
    return nuls > 0 && nuls >= text.length() / NULS;
  }
}
