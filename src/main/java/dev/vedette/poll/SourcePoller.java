package dev.vedette.poll;

import java.time.Instant;

/** Polls one source once. Thread-safe: many sources are polled at a time. */
public interface SourcePoller {

  /**
   * Asks a source for what is new. Never throws for anything that the source does: a failure is a
   * state with its reason and a later due time. May wait for the manners of the source's host.
   *
   * @param state from the last poll, or {@link PollState#fresh}
   * @param now the time of this poll: the articles' fetch time
   */
  Poll poll(Source source, PollState state, Instant now);
}
