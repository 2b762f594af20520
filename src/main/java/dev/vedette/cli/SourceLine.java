package dev.vedette.cli;

import dev.vedette.poll.PollState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A source's state as it is shown: without what only the poller needs. */
record SourceLine(
    String source,
    String url,
    int failures,
    @Nullable String lastError,
    @Nullable Instant lastPolled,
    @Nullable Instant lastSuccess,
    Instant nextDue,
    long articles) {

  static SourceLine of(PollState state) {
    return new SourceLine(
        state.source(),
        state.url(),
        state.failures(),
        state.lastError(),
        state.lastPolled(),
        state.lastSuccess(),
        state.nextDue(),
        state.articles());
  }
}
