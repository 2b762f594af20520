package dev.vedette.watchlist;

import dev.vedette.article.Zone;
import java.util.List;
import java.util.Objects;

/**
 * A mention, with the proof of it.
 *
 * @param field in which field of the article it stands
 * @param zone in which part of the page
 * @param start UTF-16 offset into the field
 * @param end UTF-16 offset into the field, exclusive
 * @param surface the words as they stand there
 * @param name the entry's name, or part of its query, that they are a mention of
 * @param how the steps from that name to these words: {@code exact} or {@code query} alone, or some
 *     of {@code width} (full and half width, ligatures, digits of other scripts), {@code case},
 *     {@code accents}, {@code hyphen}, {@code apostrophe}, {@code punctuation} (full stops of an
 *     abbreviation, quotation marks inside) and {@code spacing} (joined, parted, or broken over two
 *     lines), in this order; never empty. Each takes a little off the score
 * @param strength whether it counts by itself
 */
public record Hit(
    Field field,
    Zone zone,
    int start,
    int end,
    String surface,
    String name,
    List<String> how,
    Strength strength) {

  /** The parts of an article that are searched. */
  public enum Field {
    TITLE,
    BODY
  }

  /** What a mention is worth. */
  public enum Strength {
    STRONG,
    WEAK
  }

  /**
   * Copies its list.
   *
   * @throws NullPointerException if something is missing, as in what others have written
   */
  public Hit {
    Objects.requireNonNull(field, "hits.field is missing");
    Objects.requireNonNull(zone, "hits.zone is missing");
    Objects.requireNonNull(surface, "hits.surface is missing");
    Objects.requireNonNull(name, "hits.name is missing");
    Objects.requireNonNull(strength, "hits.strength is missing");
    how = List.copyOf(Objects.requireNonNull(how, "hits.how is missing"));
  }
}
