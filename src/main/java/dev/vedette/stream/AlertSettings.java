package dev.vedette.stream;

import java.time.Duration;

/**
 * How alerts are made.
 *
 * @param storyWindow how long a story is remembered, so that a copy of it is no second alert
 */
public record AlertSettings(Duration storyWindow) {

  /** Seven days. */
  public static final AlertSettings DEFAULTS = new AlertSettings(Duration.ofDays(7));
}
