package dev.vedette.poll;

import java.time.Clock;
import java.time.Duration;
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

  private final WebSub webSub;
  private final Predicate<String> polled;
  private final Consumer<HubEvent> told;
  private final Clock clock;
  private final CallBudget questions;
  private final CallBudget pings;

  /**
   * @param polled whether a source of that id is to be polled
   * @param told takes what is believed; throws if it cannot
   */
  public HubCalls(WebSub webSub, Predicate<String> polled, Consumer<HubEvent> told, Clock clock) {
    this.webSub = webSub;
    this.polled = polled;
    this.told = told;
    this.clock = clock;
    this.questions = new CallBudget(clock);
    this.pings = new CallBudget(clock);
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

  /** Whether one more ping of a source is heard now. */
  public boolean hasTime(String source) {
    return pings.take(source);
  }

  /** Whether one more question of a source's hub is answered now, however many pings there are. */
  public boolean hasTimeToAnswer(String source) {
    return questions.take(source);
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
