package dev.vedette.poll;

import dev.vedette.article.Article;
import dev.vedette.article.Fingerprint;
import dev.vedette.article.ZoneSpan;
import dev.vedette.document.SafeHtml;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as it was found, before the house's limits are laid on it.
 *
 * @param id as {@link Article#id}
 * @param url as {@link Article#url}
 * @param title any length, any characters
 * @param body any length
 * @param zones of the body
 * @param publishedAt as its publisher says, even if that is in the future; null where unknown
 */
record Draft(
    String id,
    String url,
    String title,
    String body,
    List<ZoneSpan> zones,
    String language,
    String author,
    @Nullable Instant publishedAt) {

  /** The longest address that is kept, in UTF-16 units; half of a longer one leads nowhere. */
  static final int MAX_URL = 2_000;

  static final int MAX_AUTHOR = 500;

  /** As long as RFC 5646 wants every language tag to find room. */
  static final int MAX_LANGUAGE = 35;

  /**
   * The article: title on one line, everything within its limit, whole characters only, and no date
   * after the one on which it was read. All but title and body is small, so that whoever stores the
   * article need look at these two only.
   */
  Article from(String source, Instant fetchedAt) {
    String shortTitle = cut(whole(SafeHtml.line(title)), Article.MAX_TITLE);
    String shortBody = cut(whole(body), Article.MAX_BODY);
    Instant published =
        publishedAt != null && publishedAt.isAfter(fetchedAt) ? fetchedAt : publishedAt;
    return new Article(
        id,
        Fingerprint.of(shortTitle, shortBody),
        source,
        url.length() > MAX_URL ? "" : whole(url),
        shortTitle,
        shortBody,
        within(zones, shortBody.length()),
        cut(whole(language), MAX_LANGUAGE),
        cut(whole(author), MAX_AUTHOR),
        published,
        fetchedAt,
        shortBody.length() < body.length());
  }

  /** Whether there is anything to be read in it. */
  boolean isEmpty() {
    return title.isBlank() && body.isBlank();
  }

  /**
   * The beginning of the text, at most so many UTF-16 units, without half a character at its end.
   */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean inside = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, inside ? most - 1 : most);
  }

  /** Half characters cannot be written as UTF-8; each is replaced by one mark, so offsets stay. */
  private static String whole(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, '\ufffd');
      }
    }
    return mended == null ? text : mended.toString();
  }

  private static List<ZoneSpan> within(List<ZoneSpan> zones, int length) {
    List<ZoneSpan> kept = new ArrayList<>();
    for (ZoneSpan zone : zones) {
      if (zone.end() <= length) {
        kept.add(zone);
      } else if (zone.start() < length) {
        kept.add(new ZoneSpan(zone.zone(), zone.start(), length));
      }
    }
    return kept;
  }
}
