package dev.vedette.poll;

import dev.vedette.article.Article;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** One document of the web, for a command that is given its address. */
public final class WebDocument {

  private WebDocument() {}

  /**
   * The articles in it, fetched once with the manners of the settings; the host itself need not be
   * public, only those that it redirects to.
   *
   * @param uri http or https
   * @param source the id that the articles carry
   * @return oldest first; empty for an empty document
   * @throws IOException if it cannot be had; says why, with the address redacted
   */
  public static List<Article> read(String source, URI uri, PollSettings settings, Instant now)
      throws IOException {
    return fetched(source, uri, settings.forReader(host(uri)), now);
  }

  /**
   * The same for an address that an outsider may have chosen: its host must be public too, or be
   * allowed by the settings.
   */
  public static List<Article> readPublic(String source, URI uri, PollSettings settings, Instant now)
      throws IOException {
    return fetched(source, uri, settings, now);
  }

  private static List<Article> fetched(String source, URI uri, PollSettings settings, Instant now)
      throws IOException {
    try (HttpFetcher web = new HttpFetcher(settings, Runnable::run)) {
      Fetched fetched = web.fetch(Fetcher.Request.page(uri, now)).join();
      if (fetched instanceof Fetched.Fresh fresh) {
        return new Documents().read(source, fresh, now, "");
      }
      throw new IOException(FetchedWords.of(fetched));
    }
  }

  private static String host(URI uri) {
    return PrivateNames.bare(String.valueOf(uri.getHost()));
  }
}
