package dev.vedette.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an article by the source that it comes from.
 *
 * @param tags of the source
 * @param trust in the source
 * @param past whether it comes from an archive, or was there long before its source was first read:
 *     it is kept and can be searched, and is no news
 */
public record Origin(List<String> tags, Trust trust, boolean past) {

  /** Of a source that nothing is said about. */
  public static final Origin PLAIN = new Origin(List.of(), Trust.NORMAL, false);

  /** Copies its list; what an older version did not write is as in {@link #PLAIN}. */
  public Origin(@Nullable List<String> tags, @Nullable Trust trust, boolean past) {
    this.tags = tags == null ? List.of() : List.copyOf(tags);
    this.trust = trust == null ? Trust.NORMAL : trust;
    this.past = past;
  }

  /** The same of an article that is no news. */
  public Origin asPast() {
    return new Origin(tags, trust, true);
  }
}
