package dev.vedette.route;

import dev.vedette.sink.Notification;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /** So many of what waits were due with what was told of it last, and are not told yet. */
  private int owed;

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
    Instant due = hurried || owed > 0 ? first.since() : route.due(first.since(), lastTold);
    Instant held = due.isBefore(notBefore) ? notBefore : due;
    return awake(held);
  }

  /** The first time from this one on that is not quiet for what waits here. */
  Instant awake(Instant time) {
    boolean urgent = route.quiet().periods().isEmpty() || waiting.stream().anyMatch(this::isUrgent);
    return urgent ? time : route.quiet().after(time);
  }

  private boolean isUrgent(Parcel parcel) {
    return route.quiet().isUrgent(parcel.alert().severity());
  }

  /**
   * What is told next, now that it is due; it stays here until it has arrived. If it is too much at
   * once, the rest is due when this has arrived; in quiet hours only what is urgent of the rest,
   * and that goes first.
   */
  List<Parcel> next(Instant now) {
    if (!route.gathers()) {
      return List.of(waiting.element());
    }
    boolean quiet = route.quiet().after(now).isAfter(now);
    if (owed == 0) {
      owed = quiet ? (int) waiting.stream().filter(this::isUrgent).count() : waiting.size();
    }
    Set<Parcel> next = new HashSet<>();
    if (quiet) {
      waiting.stream().filter(this::isUrgent).limit(MOST_AT_ONCE).forEach(next::add);
    }
    for (Parcel parcel : waiting) {
      if (next.size() == MOST_AT_ONCE) {
        break;
      }
      next.add(parcel);
    }
    return waiting.stream().filter(next::contains).toList();
  }

  Notification.Kind kind() {
    if (route.digest() != null) {
      return Notification.Kind.DIGEST;
    }
    return route.groupBy() == null ? Notification.Kind.ALERT : Notification.Kind.GROUP;
  }

  /**
   * What was told next has come to an end.
   *
   * @return whether an interval begins: nothing more was due with it
   */
  boolean ended(List<Parcel> told, Instant now) {
    waiting.removeAll(Set.copyOf(told));
    owed = Math.max(0, Math.min(owed - told.size(), waiting.size()));
    failures = 0;
    failingSince = null;
    notBefore = Instant.MIN;
    hurried &= !waiting.isEmpty();
    if (owed > 0) {
      return false;
    }
    lastTold = now;
    return true;
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
