package dev.vedette.poll;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gets one document. Thread-safe; never throws for anything that the other side does. */
interface Fetcher {

  /** Waits for the manners of the host, then for the answer. */
  Fetched fetch(Request request);

  /**
   * What is asked for.
   *
   * @param uri absolute
   * @param accept the media types that are wanted
   * @param etag of the last answer; null where there was none
   * @param lastModified of the last answer, verbatim; null where there was none
   * @param now the time of the poll
   * @param headers besides our own, for the host of the address only: no redirect takes them along
   */
  record Request(
      URI uri,
      String accept,
      @Nullable String etag,
      @Nullable String lastModified,
      Instant now,
      Map<String, String> headers) {

    private static final String FEED =
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
            + " text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

    private static final String PAGE = "text/html, application/xhtml+xml, */*;q=0.1";

    /** For a feed, unless it is what it was. */
    static Request feed(URI uri, @Nullable String etag, @Nullable String modified, Instant now) {
      return new Request(uri, FEED, etag, modified, now, Map.of());
    }

    /** For a page that is polled, unless it is what it was. */
    static Request list(URI uri, @Nullable String etag, @Nullable String modified, Instant now) {
      return new Request(uri, PAGE, etag, modified, now, Map.of());
    }

    /** For the page of an article. */
    static Request page(URI uri, Instant now) {
      return new Request(uri, PAGE, null, null, now, Map.of());
    }

    /** The same with what its source wants said besides. */
    Request of(Source source) {
      return new Request(uri, accept, etag, lastModified, now, source.headersFor(uri));
    }
  }
}
