package dev.vedette.poll;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Gets one document. Thread-safe; never fails for anything that the other side does. */
interface Fetcher {

  /**
   * What becomes of a request, once the manners of the host have let it go and the answer is there.
   * Returns at once.
   */
  CompletableFuture<Fetched> fetch(Request request);

  /**
   * What is asked for.
   *
   * @param uri absolute
   * @param accept the media types that are wanted
   * @param etag of the last answer; null where there was none
   * @param lastModified of the last answer, verbatim; null where there was none
   * @param robots whether the host's robots.txt has a say: not in a feed, which is there for
   *     programs
   * @param now the time of the poll
   * @param headers besides our own, for the host of the address only: no redirect takes them along
   * @param form to be posted, URL-encoded; null where a document is asked for
   */
  record Request(
      URI uri,
      String accept,
      @Nullable String etag,
      @Nullable String lastModified,
      boolean robots,
      Instant now,
      Map<String, String> headers,
      @Nullable String form) {

    private static final String FEED =
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
            + " text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

    private static final String PAGE = "text/html, application/xhtml+xml, */*;q=0.1";

    /** For a feed, unless it is what it was. */
    static Request feed(URI uri, @Nullable String etag, @Nullable String modified, Instant now) {
      return new Request(uri, FEED, etag, modified, false, now, Map.of(), null);
    }

    /** For a page that is polled, unless it is what it was. */
    static Request list(URI uri, @Nullable String etag, @Nullable String modified, Instant now) {
      return new Request(uri, PAGE, etag, modified, true, now, Map.of(), null);
    }

    /** For the page of an article. */
    static Request page(URI uri, Instant now) {
      return new Request(uri, PAGE, null, null, true, now, Map.of(), null);
    }

    /** For the page of an article that was read before, unless it is what it was. */
    static Request again(URI uri, @Nullable String etag, @Nullable String modified, Instant now) {
      return new Request(uri, PAGE, etag, modified, true, now, Map.of(), null);
    }

    /** For what a host says of robots. */
    static Request robots(URI uri, Instant now) {
      return new Request(uri, "text/plain, */*;q=0.1", null, null, false, now, Map.of(), null);
    }

    /** For something that is to be done. */
    static Request post(URI uri, String form, Instant now) {
      return new Request(uri, "*/*", null, null, false, now, Map.of(), form);
    }

    /** The same with what its source wants said besides. */
    Request of(Source source) {
      return new Request(
          uri, accept, etag, lastModified, robots, now, source.headersFor(uri), form);
    }

    /** The same at another address, of another host perhaps. */
    Request at(URI other) {
      return new Request(other, accept, etag, lastModified, robots, now, headersFor(other), form);
    }

    /** What is said besides at an address that the request was led to. */
    Map<String, String> headersFor(URI other) {
      return other.getHost().equalsIgnoreCase(uri.getHost()) ? headers : Map.of();
    }
  }
}
