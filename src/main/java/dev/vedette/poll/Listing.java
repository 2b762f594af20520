package dev.vedette.poll;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list.
 *
 * @param text a CSS selector of the text on each page; empty means: find it
 * @param pages by {@link ListedPages#key}, in the list's order: the newest first
 * @param etag to ask with next time, once all pages are read; null where there is none
 * @param lastModified likewise
 * @param whole whether all is there that the source shows
 * @param rechecks which of its pages were to be asked for again
 * @param complaint about a part of the list, in words; null where there is none
 */
record Listing(
    String text,
    Map<String, Listed> pages,
    @Nullable String etag,
    @Nullable String lastModified,
    boolean whole,
    List<Recheck> rechecks,
    @Nullable String complaint) {

  /** Of one that is as it was: nothing is new, but some of its pages may have been edited. */
  static Listing unchanged(String text, PollState state) {
    return new Listing(
        text, Map.of(), state.etag(), state.lastModified(), false, state.rechecks(), null);
  }
}
