package dev.vedette.alert;

import dev.vedette.article.Article;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries an article matched when it was read last, so that they can be told when it is
 * edited and matches them no longer.
 *
 * @param readings one for each source that read it, at most {@link #MOST_READINGS}
 */
public record Matched(List<Reading> readings) {

  /** The most sources that are told apart; those that come later are left aside. */
  static final int MOST_READINGS = 4;

  /**
   * An article as one source read it.
   *
   * @param source id of the source
   * @param revision of the text
   * @param readAt when
   * @param entries that it matched
   */
  public record Reading(String source, String revision, Instant readAt, List<String> entries) {

    /** Copies its list. */
    public Reading {
      entries = List.copyOf(entries);
    }
  }

  /** Copies its list. */
  public Matched {
    readings = List.copyOf(readings);
  }

  /**
   * What is known after another reading; null where nothing has matched yet.
   *
   * @param before null where the article is new
   */
  public static @Nullable Matched after(
      @Nullable Matched before, Article article, List<String> entries) {
    if (before == null && entries.isEmpty()) {
      return null;
    }
    List<Reading> readings = new ArrayList<>(before == null ? List.of() : before.readings());
    readings.removeIf(reading -> reading.source().equals(article.source()));
    if (readings.size() < MOST_READINGS) {
      readings.add(new Reading(article.source(), article.revision(), article.fetchedAt(), entries));
    }
    return new Matched(readings);
  }

  /**
   * The entries that an edit at the source has taken the article from: those that the same source
   * read it with before, and no other source reads it with. None if the text is the same.
   *
   * @param entries that it matches now
   */
  public List<String> lost(Article article, List<String> entries) {
    List<String> lost = new ArrayList<>();
    for (Reading reading : readings) {
      if (reading.source().equals(article.source())
          && !reading.revision().equals(article.revision())) {
        lost.addAll(reading.entries());
      }
    }
    lost.removeAll(entries);
    for (Reading reading : readings) {
      if (!reading.source().equals(article.source())) {
        lost.removeAll(reading.entries());
      }
    }
    return lost;
  }

  /** When it was read last. */
  public Instant readAt() {
    return readings.stream().map(Reading::readAt).max(Instant::compareTo).orElse(Instant.MIN);
  }
}
