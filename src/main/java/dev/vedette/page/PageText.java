package dev.vedette.page;

import dev.vedette.article.Zone;
import dev.vedette.article.ZoneSpan;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says, without the site around it. Text is empty where the page gives none.
 *
 * @param title the headline
 * @param text the article with its captions and pointers, paragraphs parted by line feeds
 * @param zones what the parts of the text are, in order and without overlap; what none covers is
 *     {@link Zone#BODY}
 * @param published in the publisher's own zone, so that its day is the one that the page shows;
 *     null where the page does not say
 * @param author names, parted by commas
 * @param canonicalUrl where the page says that it lives, absolute
 * @param language a BCP 47 tag
 * @param site the publication's name for itself
 */
public record PageText(
    String title,
    String text,
    List<ZoneSpan> zones,
    @Nullable OffsetDateTime published,
    String author,
    String canonicalUrl,
    String language,
    String site) {

  /** Copies its list. */
  public PageText {
    zones = List.copyOf(zones);
  }

  /** When it appeared; null where the page does not say. */
  public @Nullable Instant publishedAt() {
    return published == null ? null : published.toInstant();
  }

  /** The running text alone: without headline, captions, pointers, bylines and notices. */
  public String prose() {
    return ZoneSpan.prose(text, zones);
  }
}
