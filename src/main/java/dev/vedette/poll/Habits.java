package dev.vedette.poll;

import dev.vedette.feed.Wishes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt of a source, and what it asks for; nothing at first.
 *
 * @param published how many articles came in {@code watched}; the past counts less and less, half
 *     of it after two days
 * @param watched for how long it was looked at, likewise
 * @param wishes when its feed wants to be asked
 * @param later why the next poll is later than the source's own rhythm says, in words; null where
 *     it is not
 * @param moved the address that it gives for good instead of its own; null where it gives none, or
 *     one with a secret in it
 * @param movedTimes how many polls in a row it gave that one
 * @param gone how many polls in a row it said that it will not come back
 * @param rhythm how long it usually says nothing
 * @param contact the first one, while it lasts; null afterwards
 */
public record Habits(
    double published,
    Duration watched,
    Wishes wishes,
    @Nullable String later,
    @Nullable String moved,
    int movedTimes,
    int gone,
    Rhythm rhythm,
    @Nullable Contact contact) {

  /** Of a source that is not known yet. */
  public static final Habits NONE =
      new Habits(0, Duration.ZERO, Wishes.NONE, null, null, 0, 0, Rhythm.NONE, null);

  /** What earlier versions did not write is not known. */
  @SuppressWarnings("ConstantValue")
  public Habits {
    rhythm = rhythm == null ? Rhythm.NONE : rhythm;
  }

  /** Of a source whose pauses are not known. */
  public Habits(
      double published,
      Duration watched,
      Wishes wishes,
      @Nullable String later,
      @Nullable String moved,
      int movedTimes,
      int gone) {
    this(published, watched, wishes, later, moved, movedTimes, gone, Rhythm.NONE, null);
  }

  /** How often it must say that it has moved, or gone, before it is believed. */
  static final int TIMES = 3;

  /** Before it was watched for so long, nothing is known of its rhythm. */
  private static final Duration ENOUGH = Duration.ofDays(1);

  private static final double HALF_LIFE_MILLIS = Duration.ofDays(2).toMillis();

  /** Whether it is asked no more. */
  public boolean retired() {
    return gone >= TIMES;
  }

  /** The time that usually passes from one article to the next; null while that is not known. */
  public @Nullable Duration gap() {
    if (watched.compareTo(ENOUGH) < 0) {
      return null;
    }
    return Duration.ofSeconds((long) (watched.toSeconds() / Math.max(1, published)));
  }

  /** The address to ask instead of the source's own; null where that one is to be asked. */
  public @Nullable String settled() {
    return movedTimes >= TIMES ? moved : null;
  }

  /**
   * After one more look at it.
   *
   * @param since when it was looked at before; null where this is the first time, when all that it
   *     has is new
   */
  Habits seen(int articles, @Nullable Instant since, Instant now) {
    if (since == null || now.isBefore(since)) {
      return this;
    }
    Duration passed = Duration.between(since, now);
    double kept = Math.pow(0.5, passed.toMillis() / HALF_LIFE_MILLIS);
    Duration before = Duration.ofMillis((long) (watched.toMillis() * kept));
    return new Habits(
        published * kept + articles,
        before.plus(passed),
        wishes,
        later,
        moved,
        movedTimes,
        0,
        rhythm.after(articles, now),
        contact);
  }

  Habits wishing(Wishes asked) {
    return new Habits(published, watched, asked, later, moved, movedTimes, gone, rhythm, contact);
  }

  Habits later(@Nullable String why) {
    return new Habits(published, watched, wishes, why, moved, movedTimes, gone, rhythm, contact);
  }

  /**
   * After it answered from its own address.
   *
   * @param to what it gives instead; null where it stays
   */
  Habits moving(@Nullable String to) {
    int times = to != null && to.equals(moved) ? Math.min(movedTimes + 1, TIMES) : 1;
    return new Habits(
        published, watched, wishes, later, to, to == null ? 0 : times, gone, rhythm, contact);
  }

  /** Under another address: it is not gone there. */
  Habits here() {
    return new Habits(published, watched, wishes, later, moved, movedTimes, 0, rhythm, contact);
  }

  Habits oneMoreGone() {
    return new Habits(
        published, watched, wishes, later, moved, movedTimes, gone + 1, rhythm, contact);
  }

  Habits contact(@Nullable Contact now) {
    return new Habits(published, watched, wishes, later, moved, movedTimes, gone, rhythm, now);
  }
}
