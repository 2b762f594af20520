package dev.vedette.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says, whatever its format. Text is empty where the feed gives none; links are
 * absolute.
 *
 * @param title plain text
 * @param link of the site that the feed is about
 * @param description HTML without anything active
 * @param language as the feed writes it
 * @param id as the feed writes it
 * @param author names, parted by commas
 * @param updated null where the feed does not say, or not legibly
 * @param wishes when the feed wants to be asked
 * @param entries in the feed's order, at most {@link #MAX_ENTRIES}
 */
public record ParsedFeed(
    String title,
    String link,
    String description,
    String language,
    String id,
    String author,
    @Nullable Instant updated,
    Wishes wishes,
    List<Item> entries) {

  /** The most that is read of one feed; what comes after is left. */
  public static final int MAX_ENTRIES = 50_000;

  /** A feed that cannot say when it wants to be asked. */
  public ParsedFeed(
      String title,
      String link,
      String description,
      String language,
      String id,
      String author,
      @Nullable Instant updated,
      List<Item> entries) {
    this(title, link, description, language, id, author, updated, Wishes.NONE, entries);
  }

  /** Copies its list. */
  public ParsedFeed {
    entries = List.copyOf(entries);
  }

  /**
   * One entry.
   *
   * @param id its guid; empty where the feed gives none
   * @param title plain text
   * @param link http, https or demo; a guid that is a permalink where there is no other
   * @param published null where the feed does not say, or not legibly
   * @param updated null where the feed does not say, or not legibly
   * @param author names, parted by commas
   * @param summaryHtml HTML without anything active
   * @param contentHtml HTML without anything active
   * @param categories plain text
   */
  public record Item(
      String id,
      String title,
      String link,
      @Nullable Instant published,
      @Nullable Instant updated,
      String author,
      String summaryHtml,
      String contentHtml,
      List<String> categories) {

    /** Copies its list. */
    public Item {
      categories = List.copyOf(categories);
    }
  }
}
