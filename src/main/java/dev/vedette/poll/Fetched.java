package dev.vedette.poll;

import dev.vedette.document.Decoding;
import dev.vedette.feed.Hub;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a request. */
sealed interface Fetched {

  /**
   * The document, in whole or as far as it arrived.
   *
   * @param body decompressed; nobody changes it
   * @param contentType the header, verbatim; null where there is none
   * @param etag to ask with next time; null where there is none, or where the body is cut short
   * @param lastModified likewise
   * @param uri where it was found, after redirects
   */
  record Fresh(
      Body body,
      @Nullable String contentType,
      @Nullable String etag,
      @Nullable String lastModified,
      URI uri,
      Notice notice)
      implements Fetched {

    /** Without notice. */
    Fresh(
        Body body,
        @Nullable String contentType,
        @Nullable String etag,
        @Nullable String lastModified,
        URI uri) {
      this(body, contentType, etag, lastModified, uri, Notice.NONE);
    }

    /** Whether it is said to be something that can be read as a page. */
    boolean isPage() {
      String type = contentType == null ? "text/html" : contentType.toLowerCase(Locale.ROOT);
      return type.startsWith("text/") || type.contains("html") || type.contains("xml");
    }

    /**
     * The body in characters.
     *
     * @param charset that it is in, whatever it says; null where it may say
     */
    String text(@Nullable Charset charset) {
      return charset == null
          ? Decoding.decode(body.bytes(), contentType)
          : Decoding.decodeAs(body.bytes(), charset);
    }
  }

  /** As it was when the validators were given out. */
  record NotModified(Notice notice) implements Fetched {}

  /** It was there and will not come back. */
  record Gone(String why) implements Fetched {}

  /**
   * It was not asked for, since the host has asked to be left alone; nobody's failure.
   *
   * @param why in words
   * @param left how much longer
   */
  record Postponed(String why, Duration left) implements Fetched {}

  /**
   * It was not asked for and will not be, as robots.txt closes it to us.
   *
   * @param why in words, with the address redacted
   */
  record Barred(String why) implements Fetched {}

  /**
   * It could not be had this time.
   *
   * @param why in words, with the address redacted
   * @param retryAfter how long the server wants to be left alone; null where it does not say
   * @param passing whether another time may do better: a server that has no such page, or does not
   *     give it to us, will not have thought better of it in a quarter of an hour
   */
  record Failed(String why, @Nullable Duration retryAfter, boolean passing) implements Fetched {

    Failed(String why, @Nullable Duration retryAfter) {
      this(why, retryAfter, true);
    }
  }

  /**
   * What an answer says of the next one.
   *
   * @param fresh how long it says that nothing will change; zero where it says nothing
   * @param moved the address that it gives for good instead of the one that was asked; null where
   *     that one stays
   * @param hub that its head names; null where it names none
   */
  record Notice(Duration fresh, @Nullable URI moved, @Nullable Hub hub) {
    static final Notice NONE = new Notice(Duration.ZERO, null);

    /** Of an answer that names no hub. */
    Notice(Duration fresh, @Nullable URI moved) {
      this(fresh, moved, null);
    }
  }

  /** Bytes that are not compared. */
  @SuppressWarnings("ArrayRecordComponent") // identity is what is wanted of a body
  record Body(byte[] bytes) {}
}
