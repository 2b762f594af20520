package dev.vedette.poll;

import dev.vedette.feed.Wishes;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When to poll again: at the source's rhythm, more rarely where it publishes rarely or asks for it,
 * more and more rarely while it fails, and never all sources at one moment. Demo sources keep
 * exactly to their rhythm.
 */
final class Schedule {

  /** Nobody waits longer for what a source asks for, nor for one that fails. */
  static final Duration RAREST = Duration.ofHours(6);

  /** When a source is due that is asked no more. */
  static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** A source that publishes rarely is asked so many times as rarely, at most. */
  private static final int SLOWEST = 4;

  /** Polls from one article to the next, on average. */
  private static final int POLLS_PER_ARTICLE = 4;

  /** After which time to look for what a hub has told of and a poll did not find. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private static final Duration GONE = Duration.ofDays(1);
  private static final double JITTER = 0.1;
  private static final int MOST_DOUBLINGS = 20;
  private static final int HOURS_OF_A_WEEK = 7 * 24;

  private final RandomGenerator random;
  private final boolean adaptive;
  private final boolean hubs;

  /**
   * @param adaptive whether the rhythm follows what was learnt of a source
   * @param hubs whether hubs may tell us what is new
   */
  Schedule(RandomGenerator random, boolean adaptive, boolean hubs) {
    this.random = random;
    this.adaptive = adaptive;
    this.hubs = hubs;
  }

  /**
   * A time.
   *
   * @param later why it is later than the source's rhythm says, in words; null where it is not
   */
  record Due(Instant at, @Nullable String later) {}

  /**
   * @param fresh how long the server says that nothing will change; zero where it says nothing
   */
  Due afterSuccess(Source source, Instant now, Habits habits, Duration fresh) {
    if (isDemo(source)) {
      return new Due(now.plus(source.settings().every()), null);
    }
    Duration wait = source.settings().every();
    String later = null;
    Duration learnt = learnt(wait, habits);
    if (learnt.compareTo(wait) > 0) {
      wait = learnt;
      later = "it publishes rarely";
    }
    Duration asked = atMost(RAREST, longer(fresh, habits.wishes().ttl()));
    if (asked.compareTo(wait) > 0) {
      Instant at = now.plus(asked).plus(jitter(asked)); // never sooner than it asks
      return awake(at, habits.wishes(), "it asks for %s between two polls".formatted(words(asked)));
    }
    return awake(now.plus(jittered(wait)), habits.wishes(), later);
  }

  /**
   * The same where a hub has a say: later while it tells what is new, and soon if it told of
   * something that is not there yet, as servers have caches.
   *
   * @param before what was known before the poll
   * @param usual without a hub
   * @param news whether the poll brought anything
   */
  Due told(Source source, PollState before, Instant now, Due usual, boolean news) {
    Subscription with = before.subscription();
    if (!hubs || with == null || isDemo(source)) {
      return usual;
    }
    Instant told = with.pinged();
    Instant polled = before.lastPolled();
    if (!news && told != null && polled != null && told.isAfter(polled)) {
      Instant again = now.plus(jittered(AGAIN));
      return again.isBefore(usual.at()) ? new Due(again, null) : usual;
    }
    if (!with.isLive(now) || !with.isTrusted()) {
      return usual;
    }
    Duration every = source.settings().every();
    Instant rare = now.plus(jittered(atMost(RAREST, every.multipliedBy(SLOWEST))));
    Instant renewal = with.renewal().isAfter(now) ? with.renewal() : now;
    Instant at = rare.isBefore(renewal) ? rare : renewal;
    return at.isAfter(usual.at()) ? new Due(at, null) : usual;
  }

  /** A quarter of the time between two articles, within bounds. */
  private Duration learnt(Duration every, Habits habits) {
    Duration gap = habits.gap();
    if (!adaptive || gap == null || every.compareTo(RAREST) >= 0) {
      return every;
    }
    Duration bound = atMost(RAREST, every.multipliedBy(SLOWEST));
    return atMost(bound, gap.dividedBy(POLLS_PER_ARTICLE));
  }

  /** The first time from then on in which the source does not sleep. */
  private Due awake(Instant at, Wishes wishes, @Nullable String later) {
    ZonedDateTime then = at.atZone(ZoneOffset.UTC);
    if (!isAsleep(then, wishes)) {
      return new Due(at, later);
    }
    ZonedDateTime hour = then.truncatedTo(ChronoUnit.HOURS);
    for (int i = 0; i < HOURS_OF_A_WEEK && isAsleep(hour, wishes); i++) {
      hour = hour.plusHours(1);
    }
    Duration spread = Duration.ofMinutes((long) (10 * random.nextDouble()));
    return new Due(hour.toInstant().plus(spread), "its feed says that nothing comes before then");
  }

  private static boolean isAsleep(ZonedDateTime time, Wishes wishes) {
    DayOfWeek day = time.getDayOfWeek();
    return wishes.skipHours().contains(time.getHour()) || wishes.skipDays().contains(day);
  }

  /**
   * @param failures in a row, this one included
   * @param retryAfter the least time; null where there is none
   */
  Instant afterFailure(Source source, Instant now, int failures, @Nullable Duration retryAfter) {
    Duration every = source.settings().every();
    if (isDemo(source)) {
      return now.plus(every);
    }
    Duration wait = every;
    if (every.compareTo(RAREST) < 0) {
      long factor = 1L << Math.min(failures, MOST_DOUBLINGS);
      wait = atMost(RAREST, every.multipliedBy(factor));
    }
    Duration jittered = jittered(wait);
    return retryAfter != null && retryAfter.compareTo(jittered) > 0
        ? afterPause(now, retryAfter)
        : now.plus(jittered);
  }

  /** After the time that a host wants to be left alone, and not all of its sources at once. */
  Instant afterPause(Instant now, Duration pause) {
    return now.plus(pause).plus(jitter(pause));
  }

  /** A source that says it is gone is asked a few times more, a day apart. */
  Instant afterGone(Instant now, Habits habits) {
    return habits.retired() ? NEVER : now.plus(jittered(GONE));
  }

  /** From nothing to a tenth. */
  private Duration jitter(Duration duration) {
    return Duration.ofMillis((long) (duration.toMillis() * JITTER * random.nextDouble()));
  }

  /** A tenth more or less. */
  private Duration jittered(Duration duration) {
    double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Duration.ofMillis((long) (duration.toMillis() * factor));
  }

  private static Duration atMost(Duration bound, Duration duration) {
    return duration.compareTo(bound) > 0 ? bound : duration;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static String words(Duration duration) {
    return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
  }

  private static boolean isDemo(Source source) {
    URI url = source.web();
    return url != null && "demo".equals(url.getScheme());
  }
}
