package dev.vedette.poll;

import dev.vedette.article.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of a source between two polls.
 *
 * @param source its id
 * @param url its address when this was written, as {@link #shortened}, and without secrets: where
 *     it has any, a hash that stands for the whole follows; a change of address forgets the
 *     validators
 * @param etag of the last answer; null where it had none, or one of over {@link #MAX_VALIDATOR}
 *     characters
 * @param lastModified of the last answer, verbatim; null likewise
 * @param seen 8-byte hashes, as 16 hex digits, of the articles that are not new any more, most
 *     recent first; at most {@link #MAX_SEEN}
 * @param nextDue when to poll again
 * @param failures how many polls in a row have failed; 0 when the last one succeeded
 * @param lastError in words, at most {@link #MAX_ERROR} UTF-16 units; null when the last one
 *     succeeded in all its parts: one that read some files or pages and failed on others is a
 *     success with an error
 * @param lastPolled when it was last tried; null if never
 * @param lastSuccess when it last succeeded; null if never
 * @param articles how many articles it has given in all
 * @param habits what was learnt of it
 * @param rechecks which of its pages are to be asked for again, since they may be edited; at most
 *     {@link PageEdits#MOST}
 * @param leftOut hashes likewise, of the ids of articles that were no news at the first contact, so
 *     that their edits are none either; at most {@link #MAX_LEFT_OUT}, the newest last
 * @param subscription what is agreed with the hub that it names; null where nothing was tried
 */
public record PollState(
    String source,
    String url,
    @Nullable String etag,
    @Nullable String lastModified,
    List<String> seen,
    Instant nextDue,
    int failures,
    @Nullable String lastError,
    @Nullable Instant lastPolled,
    @Nullable Instant lastSuccess,
    long articles,
    Habits habits,
    List<Recheck> rechecks,
    List<String> leftOut,
    @Nullable Subscription subscription) {

  /** The name and major version of its JSON. */
  public static final String SCHEMA = "vedette.poll-state/1";

  /** The most articles that are remembered per source: 20,000 hashes are 380 KB of JSON. */
  public static final int MAX_SEEN = 20_000;

  /** The most articles of which it is remembered that they are the past. */
  public static final int MAX_LEFT_OUT = 5_000;

  /** The longest validator that is kept; without one, everything is asked for again. */
  static final int MAX_VALIDATOR = 1_000;

  static final int MAX_ERROR = 500;

  /** A hub that tells of something at all times does not get more than this. */
  private static final Duration BETWEEN_TOLD = Duration.ofSeconds(10);

  /** Copies its list, and keeps the rest small: a source decides over much of it. */
  @SuppressWarnings("ConstantValue") // what earlier versions wrote has none of these
  public PollState {
    url = shortened(url);
    etag = validator(etag);
    lastModified = validator(lastModified);
    seen = HashList.of(seen);
    habits = habits == null ? Habits.NONE : habits;
    rechecks = rechecks == null ? List.of() : List.copyOf(rechecks);
    leftOut = leftOut == null ? List.of() : newest(leftOut);
    lastError = lastError == null ? null : Draft.cut(lastError, MAX_ERROR);
  }

  private static List<String> newest(List<String> leftOut) {
    int size = leftOut.size();
    return HashList.of(size <= MAX_LEFT_OUT ? leftOut : leftOut.subList(size - MAX_LEFT_OUT, size));
  }

  /** Of a source of which nothing is learnt yet. */
  public PollState(
      String source,
      String url,
      @Nullable String etag,
      @Nullable String lastModified,
      List<String> seen,
      Instant nextDue,
      int failures,
      @Nullable String lastError,
      @Nullable Instant lastPolled,
      @Nullable Instant lastSuccess,
      long articles) {
    this(
        source,
        url,
        etag,
        lastModified,
        seen,
        nextDue,
        failures,
        lastError,
        lastPolled,
        lastSuccess,
        articles,
        Habits.NONE,
        List.of(),
        List.of(),
        null);
  }

  /** The address, or where it is very long, its beginning and a hash that stands for the whole. */
  static String shortened(String url) {
    if (url.length() <= Draft.MAX_URL) {
      return url;
    }
    String hash = '#' + Fingerprint.of(url);
    return Draft.cut(url, Draft.MAX_URL - hash.length()) + hash;
  }

  private static @Nullable String validator(@Nullable String header) {
    return header == null || header.length() > MAX_VALIDATOR ? null : header;
  }

  /** The name and major version of its JSON. */
  public String schema() {
    return SCHEMA;
  }

  /** Of a source that was never polled: due at once. */
  public static PollState fresh(Source source, String url) {
    return new PollState(
        source.id(), url, null, null, List.of(), Instant.EPOCH, 0, null, null, null, 0);
  }

  /**
   * At another address, due at once: the validators mean nothing there, nor does what was learnt of
   * moves, and the next poll that succeeds is the first contact.
   */
  PollState at(String address) {
    return new PollState(
        source,
        address,
        null,
        null,
        seen,
        Instant.EPOCH,
        failures,
        lastError,
        lastPolled,
        null,
        articles,
        habits.moving(null).here(),
        rechecks,
        leftOut,
        null);
  }

  /** After an answer without anything new. */
  PollState same(Instant now, Instant due, Habits learnt) {
    return new PollState(
        source,
        url,
        etag,
        lastModified,
        seen,
        due,
        0,
        null,
        now,
        now,
        articles,
        learnt,
        rechecks,
        leftOut,
        subscription);
  }

  /** After an answer that was read. */
  PollState harvested(
      Instant now,
      Instant due,
      Habits learnt,
      Outcome.Harvest harvest,
      @Nullable String complaint) {
    return new PollState(
        source,
        url,
        harvest.etag(),
        harvest.lastModified(),
        harvest.seen(),
        due,
        0,
        complaint,
        now,
        now,
        articles + harvest.articles().size(),
        learnt,
        harvest.rechecks(),
        leftOut,
        subscription);
  }

  /** After a poll that failed. */
  PollState failed(Instant now, Instant due, Habits learnt, @Nullable String why) {
    return new PollState(
        source,
        url,
        etag,
        lastModified,
        seen,
        due,
        failures + 1,
        why,
        now,
        lastSuccess,
        articles,
        learnt,
        rechecks,
        leftOut,
        subscription);
  }

  /** As before, only later. */
  PollState postponed(Instant due, @Nullable String why) {
    return new PollState(
        source,
        url,
        etag,
        lastModified,
        seen,
        due,
        failures,
        why,
        lastPolled,
        lastSuccess,
        articles,
        habits,
        rechecks,
        leftOut,
        subscription);
  }

  /** With another list of what is no news. */
  PollState leavingOut(List<String> hashes) {
    return new PollState(
        source,
        url,
        etag,
        lastModified,
        seen,
        nextDue,
        failures,
        lastError,
        lastPolled,
        lastSuccess,
        articles,
        habits,
        rechecks,
        hashes,
        subscription);
  }

  /** With what is agreed with its hub now. */
  public PollState with(@Nullable Subscription agreed) {
    return new PollState(
        source,
        url,
        etag,
        lastModified,
        seen,
        nextDue,
        failures,
        lastError,
        lastPolled,
        lastSuccess,
        articles,
        habits,
        rechecks,
        leftOut,
        agreed);
  }

  /** After what happened between it and its hub. */
  public PollState heard(HubEvent event) {
    Subscription after = Subscription.after(subscription, event);
    return Objects.equals(after, subscription) ? this : with(after);
  }

  /** Where it stands with its hub, in words; empty where there is nothing to say. */
  public String hubNote(Instant now) {
    return subscription == null ? "" : subscription.note(habits.wishes().hub(), now);
  }

  /**
   * When to poll again, as far as its hub has a say: soon after it told of something, and of a
   * source that fails not even then.
   */
  public Instant due() {
    Instant told = subscription == null ? null : subscription.told();
    if (told == null || lastPolled == null || !told.isAfter(lastPolled)) {
      return nextDue;
    }
    Instant soon = lastPolled.plus(BETWEEN_TOLD);
    soon = soon.isAfter(told) ? soon : told;
    return failures > 0 || habits.retired() || nextDue.isBefore(soon) ? nextDue : soon;
  }

  /** Without validators. */
  PollState bare() {
    return new PollState(
        source,
        url,
        null,
        null,
        seen,
        nextDue,
        failures,
        lastError,
        lastPolled,
        lastSuccess,
        articles,
        habits,
        rechecks,
        leftOut,
        subscription);
  }
}
