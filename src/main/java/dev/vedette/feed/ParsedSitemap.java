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
   * @param published when the page appeared; null where a news sitemap does not say
   * @param changed when it last changed; null where it is not said
   * @param title of a news sitemap; empty where there is none
   */
  public record Entry(
      String address, @Nullable Instant published, @Nullable Instant changed, String title) {

    /** When the page appeared, or else when it last changed; null where neither is said. */
    public @Nullable Instant date() {
      return published == null ? changed : published;
    }
  }
}
