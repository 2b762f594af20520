package dev.vedette.route;

import dev.vedette.sink.Notification;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts that are told in their order, one notification after the other. */
final class Lane {

  /** More than that nobody reads at once, and few destinations take. */
  static final int MOST_AT_ONCE = 200;

  final Route route;
  final String key;

  /** Tells lanes apart that are due at the same time. */
  final long number;

  final Deque<Parcel> waiting = new ArrayDeque<>();

  /** When the queue takes it out; only changed while it is not in the queue. */
  Instant due = Instant.MAX;

  /** In flight: not to be taken a second time. */
  boolean away;

  /** Told before its time, to make room. */
  boolean hurried;

  int failures;

  /** Since when the first in the lane was tried in vain; null if it was not. */
  @Nullable Instant failingSince;

  private Instant notBefore = Instant.MIN;
  private @Nullable Instant lastTold;

  Lane(Route route, String key, long number) {
    this.route = route;
    this.key = key;
    this.number = number;
  }

  /** It was told then, by another. */
  void recall(Instant told) {
    lastTold = told;
  }

  /** Not to be told before a time, whatever else holds. */
  void hold(Instant until) {
    notBefore = until;
  }

  /** When the next notification is due; not later than that because of what is added. */
  Instant due() {
    Parcel first = waiting.peek();
    if (first == null) {
      return Instant.MAX;
    }
    Instant due = hurried ? first.since() : route.due(first.since(), lastTold);
    Instant held = due.isBefore(notBefore) ? notBefore : due;
    return awake(held);
  }

  /** The first time from this one on that is not quiet for what waits here. */
  Instant awake(Instant time) {
    boolean urgent =
        route.quiet().periods().isEmpty()
            || waiting.stream()
                .anyMatch(parcel -> route.quiet().isUrgent(parcel.alert().severity()));
    return urgent ? time : route.quiet().after(time);
  }

  /** What is told next; it stays here until it has arrived. */
  List<Parcel> next() {
    List<Parcel> next = new ArrayList<>();
    for (Parcel parcel : waiting) {
      if (next.size() == (route.gathers() ? MOST_AT_ONCE : 1)) {
        break;
      }
      next.add(parcel);
    }
    return next;
  }

  Notification.Kind kind() {
    if (route.digest() != null) {
      return Notification.Kind.DIGEST;
    }
    return route.groupBy() == null ? Notification.Kind.ALERT : Notification.Kind.GROUP;
  }

  /** So many from the head have come to an end. */
  void ended(int count, Instant now) {
    for (int i = 0; i < count; i++) {
      waiting.remove();
    }
    failures = 0;
    failingSince = null;
    notBefore = Instant.MIN;
    hurried &= !waiting.isEmpty();
    lastTold = now;
  }

  void failed(Instant now, Instant again) {
    failures++;
    failingSince = failingSince == null ? now : failingSince;
    notBefore = again;
  }

  /** Whether forgetting it changes nothing any more. */
  boolean isForgettable(Instant now) {
    return waiting.isEmpty()
        && !away
        && (lastTold == null || !lastTold.plus(route.groupInterval()).isAfter(now));
  }
}
