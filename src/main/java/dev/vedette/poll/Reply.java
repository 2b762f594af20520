package dev.vedette.poll;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * What came back over the wire.
 *
 * @param head status and headers
 * @param body as it was sent, so perhaps compressed; empty unless the status is one of success
 * @param share of the memory for all bodies; to be closed when the body has been unpacked
 */
@SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
record Reply(HttpResponse head, byte[] body, End end, BodyBudget.Share share) {

  /** How the body ended. */
  enum End {
    WHOLE,
    /** The other side stopped in the middle. */
    CUT_SHORT,
    TOO_LARGE
  }

  int status() {
    return head.getCode();
  }

  /** A header, verbatim; null where there is none. */
  @Nullable String header(String name) {
    Header header = head.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  /** Whether there is, or could be, a document in it. */
  static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }
}
