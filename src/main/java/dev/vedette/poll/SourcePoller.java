package dev.vedette.poll;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Polls one source once. Thread-safe: many sources are polled at a time. */
public interface SourcePoller {

  /**
   * Asks a source for what is new. Returns at once; what it promises never fails for anything that
   * the source does: a failure is a state with its reason and a later due time.
   *
   * @param state from the last poll, or {@link PollState#fresh}
   * @param now the time of this poll: the articles' fetch time
   */
  CompletableFuture<Poll> poll(Source source, PollState state, Instant now);

  /**
   * When a source is to be polled next, by what is known of it. What was learnt at another address
   * keeps nobody waiting at this one.
   */
  default Instant due(Source source, PollState state) {
    return state.due();
  }
}
