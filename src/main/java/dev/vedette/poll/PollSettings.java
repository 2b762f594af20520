package dev.vedette.poll;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The manners of all polls.
 *
 * @param every the rhythm of a source that names none
 * @param adaptive whether a source that publishes rarely is asked more rarely
 * @param timeout of a whole exchange, from connecting to the last byte
 * @param maxBytes of one answer, after decompression
 * @param hostSpacing the least time between two requests to one host
 * @param workers how many documents are read at once, each by a thread
 * @param connections how many polls run at once; while one waits for an answer it has no thread
 * @param userAgent says which program asks
 * @param contact an address of mail or of a page, for those who are asked; empty where none is
 *     given
 * @param robots whether robots.txt is obeyed where pages are asked for
 * @param allowPrivate hosts, addresses and ranges of addresses ({@code 10.1.0.0/16}) that may be
 *     asked although they are not public
 * @param webSub where hubs may call; null where they may not
 */
public record PollSettings(
    Duration every,
    boolean adaptive,
    Duration timeout,
    long maxBytes,
    Duration hostSpacing,
    int workers,
    int connections,
    String userAgent,
    String contact,
    boolean robots,
    Set<String> allowPrivate,
    @Nullable WebSub webSub) {

  /** What holds where the configuration is silent. */
  public static final PollSettings DEFAULTS =
      new PollSettings(
          Duration.ofMinutes(15),
          true,
          Duration.ofSeconds(30),
          10L << 20,
          Duration.ofSeconds(1),
          4,
          200,
          "Vedette/0.1",
          "",
          true,
          Set.of(),
          null);

  /** Copies its set. */
  public PollSettings {
    allowPrivate = Set.copyOf(allowPrivate);
  }

  /** Without hubs. */
  public PollSettings(
      Duration every,
      boolean adaptive,
      Duration timeout,
      long maxBytes,
      Duration hostSpacing,
      int workers,
      int connections,
      String userAgent,
      String contact,
      boolean robots,
      Set<String> allowPrivate) {
    this(
        every,
        adaptive,
        timeout,
        maxBytes,
        hostSpacing,
        workers,
        connections,
        userAgent,
        contact,
        robots,
        allowPrivate,
        null);
  }

  /** These, where hubs may call. */
  public PollSettings calledAt(@Nullable WebSub where) {
    return new PollSettings(
        every,
        adaptive,
        timeout,
        maxBytes,
        hostSpacing,
        workers,
        connections,
        userAgent,
        contact,
        robots,
        allowPrivate,
        where);
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

  /** These settings for a document that a person asks for, as with a browser. */
  PollSettings forReader(String host) {
    PollSettings open = allowing(Set.of(host));
    return new PollSettings(
        every,
        adaptive,
        timeout,
        maxBytes,
        hostSpacing,
        workers,
        connections,
        userAgent,
        contact,
        false,
        open.allowPrivate(),
        null);
  }

  /** What stands in every request: {@code Vedette/0.1 (+https://desk.example/monitor)}. */
  String agent() {
    if (contact.isEmpty()) {
      return userAgent;
    }
    return userAgent + (contact.contains("://") ? " (+" : " (+mailto:") + contact + ')';
  }

  /** These settings with what a running service takes in from others: rhythm and private hosts. */
  public PollSettings following(PollSettings other) {
    return new PollSettings(
        other.every(),
        adaptive,
        timeout,
        maxBytes,
        hostSpacing,
        workers,
        connections,
        userAgent,
        contact,
        robots,
        other.allowPrivate(),
        webSub);
  }

  /** These settings, which let more hosts be asked that are not public. */
  public PollSettings allowing(Collection<String> hosts) {
    Set<String> all = new HashSet<>(allowPrivate);
    all.addAll(hosts);
    return new PollSettings(
        every,
        adaptive,
        timeout,
        maxBytes,
        hostSpacing,
        workers,
        connections,
        userAgent,
        contact,
        robots,
        all,
        webSub);
  }
}
