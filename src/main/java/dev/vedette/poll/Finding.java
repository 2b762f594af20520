package dev.vedette.poll;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a site offers to a source.
 *
 * @param kind what it can be read as
 * @param uri of the feed, sitemap or list
 * @param title as it calls itself; empty where it does not
 * @param language BCP 47; empty where it does not say
 * @param articles how many it shows now
 * @param newest when the last of them appeared; null where none says
 * @param wholeTexts whether it gives the texts themselves
 * @param examples of titles or addresses, the newest first
 * @param include patterns of the addresses to follow; empty where all are
 */
public record Finding(
    Kind kind,
    URI uri,
    String title,
    String language,
    int articles,
    @Nullable Instant newest,
    boolean wholeTexts,
    List<String> examples,
    List<String> include) {

  /** Copies its lists. */
  public Finding {
    examples = List.copyOf(examples);
    include = List.copyOf(include);
  }

  /** What a source can be. */
  public enum Kind {
    FEED,
    SITEMAP,
    PAGE
  }
}
