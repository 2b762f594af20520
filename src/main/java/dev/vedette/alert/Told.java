package dev.vedette.alert;

import dev.vedette.article.Fingerprint;
import dev.vedette.text.Imprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of a story that was told to the readers of one entry.
 *
 * @param since when the article was fetched that it was told with
 * @param headline a hash of that article's, by which a copy under another is known
 * @param imprints thin: of the first text, and of at most {@link #MOST_IMPRINTS} in all of those
 *     that showed more of the story or showed it better
 * @param carriers the articles that carry it: the first, and at most {@link Alert#MAX_COPIES} more
 * @param unlisted numbers ({@link #number}) of articles that came after these, at most {@link
 *     #MOST_UNLISTED}
 * @param totalCopies how many came after the first in all
 * @param suppressed whether its alert was only counted, as its entry had too many
 */
public record Told(
    Instant since,
    int headline,
    List<Imprint> imprints,
    List<Carrier> carriers,
    List<Long> unlisted,
    int totalCopies,
    boolean suppressed) {

  /** The most imprints of one story. */
  static final int MOST_IMPRINTS = 3;

  /** The most articles that are known by their number only. */
  public static final int MOST_UNLISTED = 1_000;

  /**
   * An article that carries the story.
   *
   * @param article its id
   * @param revision a hash of its revision
   * @param hits a hash of what it mentions, by which a correction is known to change that
   * @param source id of the source
   * @param url where a reader finds it; empty for the first, which no list of copies names
   * @param kind how it differs from the first; exact for that itself
   */
  public record Carrier(
      String article, int revision, int hits, String source, String url, Alert.CopyKind kind) {}

  /**
   * Copies its lists.
   *
   * @throws IllegalArgumentException if nothing carries the story
   */
  public Told {
    imprints = List.copyOf(imprints);
    carriers = List.copyOf(carriers);
    unlisted = List.copyOf(unlisted);
    if (carriers.isEmpty()) {
      throw new IllegalArgumentException("carriers: none (expected: at least the first)");
    }
  }

  /** One whose alert was told. */
  public Told(
      Instant since,
      int headline,
      List<Imprint> imprints,
      List<Carrier> carriers,
      List<Long> unlisted,
      int totalCopies) {
    this(since, headline, imprints, carriers, unlisted, totalCopies, false);
  }

  /** The number of an article, by which it is looked up; the first one's is the story's too. */
  static long number(String article) {
    return Long.parseUnsignedLong(Fingerprint.of(article).substring(0, 16), 16);
  }

  /** How many bytes it takes, about. */
  int size() {
    int bytes = 32 + 8 * unlisted.size();
    for (Imprint imprint : imprints) {
      bytes += imprint.bytes().length;
    }
    for (Carrier carrier : carriers) {
      bytes += 24 + carrier.article().length() + carrier.source().length() + carrier.url().length();
    }
    return bytes;
  }

  /** Id of the article that was told first. */
  public String first() {
    return carriers.get(0).article();
  }

  /** The story's id, the same for all copies. */
  public String story(String entry) {
    return Fingerprint.of(entry, first());
  }

  /** This with another text of it, if there is room. */
  Told with(Imprint imprint) {
    if (imprints.size() == MOST_IMPRINTS) {
      return this;
    }
    List<Imprint> more = new ArrayList<>(imprints);
    more.add(imprint.thin());
    return new Told(since, headline, more, carriers, unlisted, totalCopies, suppressed);
  }

  /** This with another state of one of its carriers, the one at this place. */
  Told with(int place, Carrier carrier) {
    List<Carrier> others = new ArrayList<>(carriers);
    others.set(place, carrier);
    return new Told(since, headline, imprints, others, unlisted, totalCopies, suppressed);
  }

  /** This, told or only counted. */
  Told suppressed(boolean now) {
    return new Told(since, headline, imprints, carriers, unlisted, totalCopies, now);
  }

  /** The copies in the order in which they came. */
  List<Alert.Copy> copies() {
    List<Alert.Copy> copies = new ArrayList<>();
    for (Carrier carrier : carriers.subList(1, carriers.size())) {
      copies.add(
          new Alert.Copy(carrier.url(), carrier.source(), carrier.article(), carrier.kind()));
    }
    return copies;
  }

  /** Whether an article carries the story. */
  boolean has(String article) {
    return place(article) >= 0 || unlisted.contains(number(article));
  }

  /** The place of an article among the carriers; -1 if it is none, or not listed. */
  int place(String article) {
    for (int i = 0; i < carriers.size(); i++) {
      if (carriers.get(i).article().equals(article)) {
        return i;
      }
    }
    return -1;
  }
}
