package dev.vedette.watchlist;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that keeps an entry from an alert. */
public sealed interface Obstacle {

  /**
   * The article is from a source in which the entry does not look.
   *
   * @param source the article's
   * @param wanted the entry's; not empty
   */
  record OtherSource(String source, Set<String> wanted) implements Obstacle {}

  /**
   * The article is in a language in which the entry does not look.
   *
   * @param language the article's tag
   * @param wanted the entry's primary tags; not empty
   */
  record OtherLanguage(String language, Set<String> wanted) implements Obstacle {}

  /**
   * A mention stands where mentions do not alert by themselves.
   *
   * @param hit the mention
   */
  record QuietZone(Hit hit) implements Obstacle {}

  /**
   * A weak mention, and nothing that vouches for it.
   *
   * @param hit the mention
   * @param elsewhere strong names and words of context that do stand in the text, but in zones that
   *     do not count
   */
  record Alone(Hit hit, List<Hit> elsewhere) implements Obstacle {

    /** Copies its list. */
    public Alone {
      elsewhere = List.copyOf(elsewhere);
    }
  }

  /**
   * A mention lies within a name that is listed under {@code not}.
   *
   * @param hit the mention
   * @param other the longer name
   */
  record SomebodyElse(Hit hit, Hit other) implements Obstacle {}

  /**
   * There are mentions that count, but they differ too much from the names.
   *
   * @param hit the best of them
   * @param score what it is worth
   * @param least what the entry asks for
   */
  record LowScore(Hit hit, double score, double least) implements Obstacle {}

  /**
   * Words of the text are nearly one of the entry's names.
   *
   * @param name the name
   * @param hit the words; {@link Hit#how()} says what changes of the entry would find them
   * @param nearness what is missing
   */
  record NearMiss(Name name, Hit hit, Nearness nearness) implements Obstacle {}

  /** No name stands in the text, nor anything like one. */
  record NoName() implements Obstacle {}

  /**
   * A part of the query asks for words that are nowhere in the text.
   *
   * @param part in the query's own words
   */
  record Absent(String part) implements Obstacle {}

  /**
   * The words of a part of the query stand only where mentions do not count: in a quiet zone, or,
   * for {@code title:}, outside the headline.
   *
   * @param part in the query's own words
   * @param hit the first of them
   */
  record OutOfScope(String part, Hit hit) implements Obstacle {}

  /**
   * Both sides of a NEAR or ONEAR are there, but not as it asks.
   *
   * @param part in the query's own words
   * @param left the mention of the left side that comes nearest
   * @param right the mention of the right side that comes nearest
   * @param words how many words they are apart; 0 if they stand in different fields
   * @param most how many the query allows
   */
  record Apart(String part, Hit left, Hit right, int words, int most) implements Obstacle {}

  /**
   * The query says NOT, and there it is.
   *
   * @param part what must not be there, in the query's own words
   * @param hit the first mention of it; null where it is a condition on the article
   */
  record Excluded(String part, @Nullable Hit hit) implements Obstacle {}

  /**
   * The query asks for another source, site, address or language.
   *
   * @param part in the query's own words
   * @param known what the article has
   */
  record Otherwise(String part, String known) implements Obstacle {}

  /** What keeps words from being a mention of a name. */
  sealed interface Nearness {

    /**
     * Misprints.
     *
     * @param edits letters that are added, lost, replaced or swapped
     * @param allowed the name's {@code fuzzy}
     */
    record Misprints(int edits, int allowed) implements Nearness {}

    /** Capitals, as the name says {@code case: true} or is an abbreviation. */
    record OtherCase() implements Nearness {}

    /**
     * Endings, spelling or script, as the name is not sought in its variants.
     *
     * @param match how it is sought
     */
    record Variant(Name.Mode match) implements Nearness {}

    /**
     * All its words are there in their order, but what stands between or beside them forbids it.
     */
    record Parted() implements Nearness {}

    /**
     * Some words of the name are not there.
     *
     * @param words those that are missing; not empty
     */
    record Part(List<String> words) implements Nearness {

      /** Copies its list. */
      public Part {
        words = List.copyOf(words);
      }
    }
  }
}
