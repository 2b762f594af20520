package dev.vedette.poll;

import dev.vedette.document.Redact;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The page of an article that is asked for again, to see whether it was edited: after half an hour,
 * then after twice as long each time it was not, and again after half an hour when it was. Most
 * edits are made soon, so it ends after about three days, or with the fifth edit: such a page
 * counts its readers, or tells the time.
 *
 * @param url without secrets
 * @param etag of its last answer; null where it had none, or a long one
 * @param lastModified likewise
 * @param said a hash of what it said, without what stands around the article
 * @param unchanged how many times in a row it had not changed
 * @param edits how many times it had
 * @param next when it is to be asked for
 */
public record Recheck(
    String url,
    @Nullable String etag,
    @Nullable String lastModified,
    String said,
    int unchanged,
    int edits,
    Instant next) {

  private static final Duration SOON = Duration.ofMinutes(30);
  private static final int MOST_UNCHANGED = 7;
  private static final int MOST_EDITS = 5;

  /** In UTF-16 units; there are some of these for each source. */
  private static final int LONGEST_URL = 500;

  private static final int LONGEST_VALIDATOR = 200;

  /** Keeps short what servers decide over. */
  public Recheck {
    etag = brief(etag);
    lastModified = brief(lastModified);
  }

  private static @Nullable String brief(@Nullable String header) {
    return header == null || header.length() > LONGEST_VALIDATOR ? null : header;
  }

  /** Of a page that was read for the first time; null where its address is none to be kept. */
  static @Nullable Recheck of(URI page, Fetched.Fresh fresh, String said, Instant now) {
    String url = page.toString();
    boolean kept = url.length() <= LONGEST_URL && Redact.url(url).equals(url);
    return kept
        ? new Recheck(url, fresh.etag(), fresh.lastModified(), said, 0, 0, now.plus(SOON))
        : null;
  }

  /** It says what it said, or could not be had; null where it was asked often enough. */
  @Nullable Recheck unchanged(Instant now) {
    return unchanged + 1 >= MOST_UNCHANGED
        ? null
        : new Recheck(
            url,
            etag,
            lastModified,
            said,
            unchanged + 1,
            edits,
            now.plus(SOON.multipliedBy(2L << unchanged)));
  }

  /** It says something else; null where it does so too often. */
  @Nullable Recheck edited(Fetched.Fresh fresh, String nowSaid, Instant now) {
    return edits + 1 >= MOST_EDITS
        ? null
        : new Recheck(
            url, fresh.etag(), fresh.lastModified(), nowSaid, 0, edits + 1, now.plus(SOON));
  }

  boolean isDue(Instant now) {
    return !next.isAfter(now);
  }
}
