package dev.vedette.poll;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The manners of all polls.
 *
 * @param every the rhythm of a source that names none
 * @param timeout of a whole exchange, from connecting to the last byte
 * @param maxBytes of one answer, after decompression
 * @param hostSpacing the least time between two requests to one host
 * @param workers how many polls run at once
 * @param userAgent says who asks, and whom to write to
 * @param allowPrivate hosts, addresses and ranges of addresses ({@code 10.1.0.0/16}) that may be
 *     asked although they are not public
 */
public record PollSettings(
    Duration every,
    Duration timeout,
    long maxBytes,
    Duration hostSpacing,
    int workers,
    String userAgent,
    Set<String> allowPrivate) {

  /** What holds where the configuration is silent. */
  public static final PollSettings DEFAULTS =
      new PollSettings(
          Duration.ofMinutes(15),
          Duration.ofSeconds(30),
          10L << 20,
          Duration.ofSeconds(1),
          8,
          "Vedette/0.1",
          Set.of());

  /** Copies its set. */
  public PollSettings {
    allowPrivate = Set.copyOf(allowPrivate);
  }

  /**
   * These settings for sources that are configured: whoever writes {@code localhost}, a private
   * address or a name that no public host can have into the configuration means just that machine.
   */
  public PollSettings forSources(Collection<Source> sources) {
    return allowing(
        sources.stream()
            .filter(source -> source.web() != null)
            .map(Source::home)
            .filter(PrivateNames::contain)
            .map(PrivateNames::bare)
            .collect(Collectors.toSet()));
  }

  /** These settings, which let more hosts be asked that are not public. */
  public PollSettings allowing(Collection<String> hosts) {
    Set<String> all = new HashSet<>(allowPrivate);
    all.addAll(hosts);
    return new PollSettings(every, timeout, maxBytes, hostSpacing, workers, userAgent, all);
  }
}
