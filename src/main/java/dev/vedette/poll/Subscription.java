package dev.vedette.poll;

import dev.vedette.feed.Hub;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed with the hub that a source names. Events may come twice and late: each is heard
 * once.
 *
 * @param hub its address
 * @param topic what the source is called there
 * @param tried when the hub was last asked to tell what is new; null if never
 * @param tries how many times it, or one that was named before, was asked since one last confirmed
 * @param error why it does not, in words; null where it did not refuse
 * @param since when it last confirmed; null if never
 * @param until the end of what it confirmed; null likewise
 * @param pinged when it last told of something new; null if never
 * @param missed how many times in a row something new was found of which it had not told
 */
public record Subscription(
    String hub,
    String topic,
    @Nullable Instant tried,
    int tries,
    @Nullable String error,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable Instant pinged,
    int missed) {

  /** After that many misses, a hub is no reason to poll more rarely. */
  static final int MOST_MISSED = 3;

  private static final Duration FIRST_RETRY = Duration.ofHours(1);
  private static final Duration LONGEST_RETRY = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 5;

  /** Within this time, hubs ask back. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Cuts what the hub decides over. */
  public Subscription {
    error = error == null ? null : Draft.cut(error, PollState.MAX_ERROR);
  }

  /** A topic in 16 hex digits. */
  static String topicHash(String topic) {
    return Seen.hash(topic);
  }

  /** After an event; as before where it is of another topic, or was heard already. */
  static @Nullable Subscription after(@Nullable Subscription before, HubEvent event) {
    Hub asked = event.hub();
    if (asked != null && (before == null || !before.isWith(asked))) {
      int tries = before == null ? 1 : before.tries + 1; // a feed may name another at every poll
      return new Subscription(
          asked.address(), asked.topic(), event.at(), tries, null, null, null, null, 0);
    }
    return before == null || !topicHash(before.topic).equals(event.topic())
        ? before
        : before.after(event);
  }

  private Subscription after(HubEvent event) {
    Instant at = event.at();
    return switch (event.kind()) {
      case ASKED ->
          isLater(at, tried)
              ? new Subscription(hub, topic, at, tries + 1, null, since, until, pinged, missed)
              : this;
      case REFUSED ->
          isLater(at, since)
              ? new Subscription(
                  hub, topic, tried, tries, event.why(), since, until, pinged, missed)
              : this;
      case DENIED ->
          isLater(at, since) && isLater(at, tried)
              ? new Subscription(
                  hub, topic, at, Math.max(1, tries), event.why(), since, null, pinged, missed)
              : this;
      case CONFIRMED -> {
        Instant end = at.plusSeconds(event.lease());
        yield isLater(at, since)
            ? new Subscription(hub, topic, tried, 0, null, at, end, pinged, missed)
            : this;
      }
      case PINGED ->
          isLater(at, pinged)
              ? new Subscription(hub, topic, tried, tries, error, since, until, at, 0)
              : this;
    };
  }

  /** After something new was found in a poll. */
  Subscription afterNews(@Nullable Instant lastPolled, Instant now) {
    boolean told = lastPolled == null || isLater(pinged, lastPolled);
    boolean watched = lastPolled != null && since != null && !lastPolled.isBefore(since);
    return isLive(now) && watched && !told
        ? new Subscription(
            hub, topic, tried, tries, error, since, until, pinged, Math.min(missed + 1, 99))
        : this;
  }

  boolean isWith(Hub other) {
    return hub.equals(other.address()) && topic.equals(other.topic());
  }

  /** Whether the hub has promised to tell what is new. */
  public boolean isLive(Instant now) {
    return until != null && now.isBefore(until);
  }

  /** Whether it is known to keep that promise, or at least not known to break it. */
  boolean isTrusted() {
    return missed < MOST_MISSED;
  }

  /** When it last said anything; null if never. */
  @Nullable Instant told() {
    return isLater(since, pinged) ? since : pinged;
  }

  /** When it is to be asked to go on: with a quarter of the time left. */
  Instant renewal() {
    return since == null || until == null
        ? Instant.EPOCH
        : since.plusSeconds(Duration.between(since, until).toSeconds() * 3 / 4);
  }

  /** Whether it is to be asked, again perhaps. */
  boolean isToBeAsked(Instant now) {
    return !(isLive(now) && now.isBefore(renewal())) && (tries == 0 || hasRested(now));
  }

  /** Whether enough time has passed since a hub was asked, for another to be asked in its place. */
  boolean hasRested(Instant now) {
    Duration wait =
        FIRST_RETRY.multipliedBy(1L << Math.min(Math.max(0, tries - 1), MOST_DOUBLINGS));
    wait = wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
    return tried == null || !now.isBefore(tried.plus(wait));
  }

  /**
   * Where this stands, in words; empty where there is nothing to say, or no more.
   *
   * @param named the hub that the feed names now; null where it names none
   */
  String note(@Nullable Hub named, Instant now) {
    boolean isNamed = named != null && isWith(named);
    if (isLive(now)) {
      String who = isNamed ? "its hub" : "a hub that its feed names no more";
      String end = "until " + String.valueOf(until).substring(0, 10);
      return isTrusted()
          ? "%s tells what is new, %s, so it is asked less often".formatted(who, end)
          : "%s has not told of what was new for %d polls".formatted(who, missed);
    }
    if (!isNamed) {
      return "";
    }
    if (error != null) {
      return "its hub does not tell what is new: " + error;
    }
    if (tried == null || !now.isAfter(tried.plus(PATIENCE))) {
      return "";
    }
    return "its hub was asked %s and has not asked back: see whether poll.websub.callback can be reached from outside"
        .formatted(tried.truncatedTo(ChronoUnit.SECONDS));
  }

  private static boolean isLater(@Nullable Instant one, @Nullable Instant other) {
    return one != null && (other == null || one.isAfter(other));
  }
}
