package dev.vedette.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sitemap says.
 *
 * @param index whether its addresses are those of other sitemaps
 * @param entries in its order, at most {@link #MAX_ENTRIES}
 */
public record ParsedSitemap(boolean index, List<Entry> entries) {

  /** As many as the protocol allows. */
  public static final int MAX_ENTRIES = 50_000;

  /** Copies its list. */
  public ParsedSitemap {
    entries = List.copyOf(entries);
  }

  /**
   * One address.
   *
   * @param address as it stands there
   * @param date when the page appeared, or else when it last changed; null where neither is said
   * @param title of a news sitemap; empty where there is none
   * @param published whether the date is that of publication
   */
  public record Entry(String address, @Nullable Instant date, String title, boolean published) {}
}
