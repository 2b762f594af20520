package dev.vedette.alert;

import dev.vedette.watchlist.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the events of one entry to its {@link Limits}. New alerts beyond so many in an hour are
 * only counted, and told as one summary when the hour is over. Copies of a story that was told a
 * moment ago wait, and the last of them is told for all.
 *
 * <p>A story that was only counted is told when another copy of it comes while there is room: to
 * its readers it is new then, and it counts no more. What else becomes of it, edits and
 * withdrawals, is as little told as it was, and changes no count: what is withdrawn may come back.
 * What is silenced disturbs nobody: it is neither limited nor counted.
 */
public final class FloodControl {

  private final StoryMemory stories;
  private final FloodMemory memory;
  private final List<Alert> told = new ArrayList<>();
  private final List<Alert> suppressed = new ArrayList<>();

  /**
   * The limits of one entry.
   *
   * @param stories those of the entry, among them that of each event
   */
  public FloodControl(StoryMemory stories, FloodMemory memory) {
    this.stories = stories;
    this.memory = memory;
  }

  /**
   * What is to be told of an event.
   *
   * @param now on the clock
   */
  public Outcome take(Telling telling, Instant now) {
    Alert alert = telling.alert();
    Hour hour = memory.hour();
    if (hour != null && hour.isOver(alert.raisedAt(), now)) {
      end(hour);
    }
    long number = number(alert);
    if (alert.silenced() != null) {
      takeSilenced(alert, number);
    } else if (isSuppressed(number)) {
      takeSuppressed(alert, number, telling.limits(), now);
    } else {
      switch (alert.type()) {
        case RAISED -> raise(alert, number, telling.limits(), now);
        case UPDATED -> update(alert, number, telling.limits(), now);
        case CORRECTED, WITHDRAWN, SUMMARY -> {
          release(number);
          told.add(alert);
        }
      }
    }
    return outcome();
  }

  /** What is told when the clock has reached the end of the hour. */
  public Outcome hourEnds(Instant now) {
    Hour hour = memory.hour();
    if (hour != null && !now.isBefore(hour.deadline())) {
      end(hour);
    }
    return outcome();
  }

  /** What is told when the clock has reached the time at which a story may be told of again. */
  public Outcome intervalEnds(long story, Instant now) {
    Held held = memory.held(story);
    if (held != null && !now.isBefore(held.due())) {
      if (held.waiting() == null) {
        memory.held(story, null);
      } else {
        told.add(held.waiting());
        memory.held(story, new Held(null, now.plus(held.interval()), held.interval()));
      }
    }
    return outcome();
  }

  private void end(Hour hour) {
    Alert summary = hour.summary();
    if (summary != null) {
      told.add(summary);
    }
    memory.hour(null);
  }

  private void takeSilenced(Alert alert, long number) {
    switch (alert.type()) {
      case RAISED -> unsuppress(alert, number);
      case CORRECTED, WITHDRAWN -> release(number);
      case UPDATED, SUMMARY -> {}
    }
    told.add(alert);
  }

  private void takeSuppressed(Alert alert, long number, Limits limits, Instant now) {
    boolean isShown = alert.type() == Alert.Type.RAISED || alert.type() == Alert.Type.UPDATED;
    if (isShown && hasRoom(alert, limits, now)) {
      unsuppress(alert, number);
      raise(alert.asRaised(), number, limits, now);
    } else {
      suppressed.add(alert);
    }
  }

  private void raise(Alert alert, long number, Limits limits, Instant now) {
    if (!hasRoom(alert, limits, now)) {
      memory.hour(hour(alert, now).withCounted(alert));
      suppress(number);
      suppressed.add(alert);
      return;
    }
    if (limits.maxPerHour() != Limits.ALL) {
      memory.hour(hour(alert, now).withTold());
    }
    told.add(alert);
    begin(number, limits, now);
  }

  private boolean hasRoom(Alert alert, Limits limits, Instant now) {
    return limits.maxPerHour() == Limits.ALL || hour(alert, now).told() < limits.maxPerHour();
  }

  private Hour hour(Alert alert, Instant now) {
    Hour hour = memory.hour();
    return hour == null ? Hour.beginning(alert.raisedAt(), now) : hour;
  }

  private void update(Alert alert, long number, Limits limits, Instant now) {
    Held held = memory.held(number);
    Instant due = held == null ? now : earlier(held.due(), now.plus(limits.repeatInterval()));
    if (due.isAfter(now)) {
      memory.held(number, new Held(alert, due, limits.repeatInterval()));
      return;
    }
    told.add(alert);
    if (held != null) {
      memory.held(number, null);
    }
    begin(number, limits, now);
  }

  /** Its readers have just heard of the story. */
  private void begin(long number, Limits limits, Instant now) {
    if (!limits.repeatInterval().isZero()) {
      Instant due = now.plus(limits.repeatInterval());
      memory.held(number, new Held(null, due, limits.repeatInterval()));
    }
  }

  /** What waits is told before what is known of the story by now. */
  private void release(long number) {
    Held held = memory.held(number);
    if (held != null && held.waiting() != null) {
      told.add(held.waiting());
      memory.held(number, new Held(null, held.due(), held.interval()));
    }
  }

  private boolean isSuppressed(long number) {
    Told story = stories.get(number);
    return story != null && story.suppressed();
  }

  private void suppress(long number) {
    Told story = stories.get(number);
    if (story != null) {
      stories.put(number, story.suppressed(true));
    }
  }

  /** A story that is told after all needs no summary to stand for it. */
  private void unsuppress(Alert alert, long number) {
    Told story = stories.get(number);
    if (story == null || !story.suppressed()) {
      return;
    }
    stories.put(number, story.suppressed(false));
    Hour hour = memory.hour();
    if (hour != null && hour.counts(story.since())) {
      memory.hour(hour.without(alert.id()));
    }
  }

  private Outcome outcome() {
    Outcome outcome = new Outcome(told, suppressed);
    told.clear();
    suppressed.clear();
    return outcome;
  }

  private static long number(Alert alert) {
    return Told.number(alert.story().first());
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isAfter(b) ? b : a;
  }
}
