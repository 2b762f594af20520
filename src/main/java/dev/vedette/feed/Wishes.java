package dev.vedette.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When and how a feed wants to be asked.
 *
 * @param ttl how long it may be kept; zero where it does not say
 * @param skipHours hours of the day, 0 to 23 in UTC, in which nothing new comes; never all of them
 * @param skipDays days of the week, in UTC, on which nothing new comes; never all of them
 * @param hub that tells what is new, so that it need not be asked; null where there is none
 * @see <a href="https://www.rssboard.org/rss-specification#optionalChannelElements">RSS 2.0</a>
 */
public record Wishes(
    Duration ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays, @Nullable Hub hub) {

  /** Of a feed that says nothing. */
  public static final Wishes NONE = new Wishes(Duration.ZERO, Set.of(), Set.of());

  private static final int HOURS = 24;

  /** Of a feed that has no hub. */
  public Wishes(Duration ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
    this(ttl, skipHours, skipDays, null);
  }

  /** Sorts its sets, and takes no wish to be never asked. */
  public Wishes {
    skipHours = skipHours.size() >= HOURS ? Set.of() : new TreeSet<>(skipHours);
    skipDays = skipDays.size() >= DayOfWeek.values().length ? Set.of() : new TreeSet<>(skipDays);
  }

  /** The same with a hub. */
  public Wishes with(@Nullable Hub other) {
    return new Wishes(ttl, skipHours, skipDays, other);
  }
}
