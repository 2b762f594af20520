package dev.vedette.watchlist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is not to disturb anybody for a while; its alerts are still written, marked.
 *
 * @param until when it ends; null if somebody must end it
 * @param reason why, for whoever wonders
 * @param by who asked for it
 */
public record Silence(@Nullable Instant until, String reason, String by) {

  /** Whether it is in force at this time. */
  public boolean holdsAt(Instant time) {
    return until == null || time.isBefore(until);
  }
}
