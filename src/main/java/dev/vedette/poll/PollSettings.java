package dev.vedette.poll;

import java.time.Duration;

/**
 * The manners of all polls.
 *
 * @param every the rhythm of a source that names none
 * @param timeout of a whole exchange, from connecting to the last byte
 * @param maxBytes of one answer, after decompression
 * @param hostSpacing the least time between two requests to one host
 * @param workers how many polls run at once
 * @param userAgent says who asks, and whom to write to
 */
public record PollSettings(
    Duration every,
    Duration timeout,
    long maxBytes,
    Duration hostSpacing,
    int workers,
    String userAgent) {

  /** What holds where the configuration is silent. */
  public static final PollSettings DEFAULTS =
      new PollSettings(
          Duration.ofMinutes(15),
          Duration.ofSeconds(30),
          10L << 20,
          Duration.ofSeconds(1),
          8,
          "Vedette/0.1");
}
