package dev.vedette.poll;

import dev.vedette.document.Redact;
import dev.vedette.document.RetryAfter;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a reply means for the request that it answers.
 *
 * @param uri where it was found, after redirects
 * @param moved as in {@link Fetched.Notice}
 * @param maxBytes after decompression
 */
record Answer(Fetcher.Request request, URI uri, @Nullable URI moved, long maxBytes) {

  private static final int MAX_VALIDATOR = 1_024;

  Fetched of(Reply reply) {
    int status = reply.status();
    if (Reply.isSuccess(status)) {
      return document(reply);
    }
    String why = "HTTP " + status + " from " + shown();
    return switch (status) {
      case 304 -> new Fetched.NotModified(notice(reply));
      case 410 -> new Fetched.Gone(why);
      default ->
          new Fetched.Failed(
              why, RetryAfter.parse(reply.header("Retry-After"), request.now()), isPassing(status));
    };
  }

  /** What a server says of itself, or of too much haste; not what it says of the address. */
  private static boolean isPassing(int status) {
    return status < 400 || status >= 500 || status == 408 || status == 425 || status == 429;
  }

  private Fetched document(Reply reply) {
    String encoding = reply.header("Content-Encoding");
    BoundedBody body = BoundedBody.unpack(reply, encoding, maxBytes);
    return switch (body.end()) {
      case TOO_LARGE -> failed("more than " + size(maxBytes) + " from " + shown());
      case UNREADABLE -> failed("the answer from %s is no valid '%s'".formatted(shown(), encoding));
      case WHOLE -> fresh(body, reply, true);
      case CUT_SHORT ->
          body.bytes().length == 0
              ? failed("the answer from " + shown() + " ended before it began")
              : fresh(body, reply, false);
    };
  }

  private Fetched fresh(BoundedBody body, Reply reply, boolean whole) {
    return new Fetched.Fresh(
        new Fetched.Body(body.bytes()),
        reply.header("Content-Type"),
        whole ? validator(reply, "ETag") : null,
        whole ? validator(reply, "Last-Modified") : null,
        uri,
        whole ? notice(reply) : Fetched.Notice.NONE);
  }

  private Fetched.Notice notice(Reply reply) {
    return new Fetched.Notice(Freshness.of(reply, request.now()), moved, HubHeader.of(reply, uri));
  }

  private static @Nullable String validator(Reply reply, String name) {
    String value = reply.header(name);
    return value == null || value.length() > MAX_VALIDATOR ? null : value;
  }

  private String shown() {
    return Redact.url(uri.toString());
  }

  private static String size(long bytes) {
    return bytes % (1 << 20) == 0 ? (bytes >> 20) + " MB" : bytes + " bytes";
  }

  private static Fetched failed(String why) {
    return new Fetched.Failed(why, null);
  }
}
