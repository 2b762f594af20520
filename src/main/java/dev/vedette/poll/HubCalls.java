package dev.vedette.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Judges what hubs call with. A call is no news by itself, however well it is signed: it makes its
 * source due, and what is new is read from the source. Thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/websub/#hub-verifies-intent">WebSub, verification</a>
 */
public final class HubCalls {

  /** A hub that says nothing of the lease gives what was asked for. */
  private static final long USUAL_LEASE = HubClient.LEASE.toSeconds();

  private static final long LONGEST_LEASE = Duration.ofDays(90).toSeconds();

  /** How many calls of one source are taken at once, and how long until the next one. */
  private static final int MOST_CALLS = 20;

  private static final Duration PER_CALL = Duration.ofSeconds(5);

  private final WebSub webSub;
  private final Predicate<String> polled;
  private final Consumer<HubEvent> told;
  private final Clock clock;
  private final Map<String, Instant> busyUntil = new ConcurrentHashMap<>();

  /**
   * @param polled whether a source of that id is to be polled
   * @param told takes what is believed; throws if it cannot
   */
  public HubCalls(WebSub webSub, Predicate<String> polled, Consumer<HubEvent> told, Clock clock) {
    this.webSub = webSub;
    this.polled = polled;
    this.told = told;
    this.clock = clock;
  }

  /** Whether a callback was made by us. */
  public boolean knows(String source, String mark) {
    return webSub.topicHash(source, mark) != null;
  }

  /**
   * The hub asks whether it was really us who asked it.
   *
   * @param lease in seconds, as it is written; empty where it is not
   * @return whether it was
   */
  public boolean confirms(String source, String mark, String mode, String topic, String lease) {
    String hash = webSub.topicHash(source, mark);
    if (hash == null || !hash.equals(Subscription.topicHash(topic))) {
      return false;
    }
    boolean wanted = polled.test(source);
    if (mode.equals("subscribe") && wanted) {
      told.accept(HubEvent.confirmed(source, hash, seconds(lease), clock.instant()));
      return true;
    }
    return mode.equals("unsubscribe") && !wanted;
  }

  /** The hub says that it will not tell what is new, or no more. */
  public void denied(String source, String mark, String reason) {
    String hash = webSub.topicHash(source, mark);
    if (hash != null && polled.test(source)) {
      String why = reason.isBlank() ? "it gives no reason" : Draft.cut(reason.strip(), 200);
      told.accept(HubEvent.denied(source, hash, why, clock.instant()));
    }
  }

  private static long seconds(String lease) {
    return lease.matches("\\d{1,12}") && Long.parseLong(lease) > 0
        ? Math.min(Long.parseLong(lease), LONGEST_LEASE)
        : USUAL_LEASE;
  }

  /** Whether one more call of a source is heard now: many at once are, and few a minute. */
  public boolean hasTime(String source) {
    Instant now = clock.instant();
    Instant bound = now.plus(PER_CALL.multipliedBy(MOST_CALLS));
    Instant[] before = new Instant[1];
    busyUntil.compute(
        source,
        (id, until) -> {
          before[0] = until == null || until.isBefore(now) ? now : until;
          Instant next = before[0].plus(PER_CALL);
          return next.isAfter(bound) ? before[0] : next;
        });
    return !before[0].plus(PER_CALL).isAfter(bound);
  }

  /** What computes the signature of a call; null where its method is not known. */
  public @Nullable Mac signer(String source, String mark, String method) {
    String hash = webSub.topicHash(source, mark);
    return hash == null ? null : webSub.signer(source, hash, method);
  }

  /** The hub says that there is something new, and has signed that. */
  public void pinged(String source, String mark) {
    String hash = webSub.topicHash(source, mark);
    if (hash != null) {
      told.accept(HubEvent.pinged(source, hash, clock.instant()));
    }
  }
}
