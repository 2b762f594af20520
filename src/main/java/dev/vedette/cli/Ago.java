package dev.vedette.cli;

import java.time.Duration;

/** Spans of time, roughly. */
final class Ago {

  private Ago() {}

  /** The largest unit that fits: 42s, 17m, 5h, 12d. */
  static String span(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    if (seconds < 120) {
      return seconds + "s";
    }
    if (seconds < 7_200) {
      return seconds / 60 + "m";
    }
    return seconds < 172_800 ? seconds / 3_600 + "h" : seconds / 86_400 + "d";
  }
}
