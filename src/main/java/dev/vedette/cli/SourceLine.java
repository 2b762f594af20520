package dev.vedette.cli;

import dev.vedette.poll.PollState;
import dev.vedette.poll.Rhythm;
import dev.vedette.poll.SourceHealth;
import dev.vedette.poll.Subscription;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source's state as it is shown: without what only the poller needs.
 *
 * @param state of its health: ok, empty, silent, failing or retired
 * @param note what a person should know of that; empty where all is well
 * @param lastArticle when it last gave one; null if it was never seen to
 * @param longestPause that it usually makes, in ISO 8601; null while none was seen
 * @param hub what is agreed with its hub; null where it has none, or none that may call
 */
record SourceLine(
    String source,
    String state,
    String note,
    String url,
    int failures,
    @Nullable String lastError,
    @Nullable Instant lastPolled,
    @Nullable Instant lastSuccess,
    Instant nextDue,
    long articles,
    @Nullable Instant lastArticle,
    @Nullable Duration longestPause,
    @Nullable Subscription hub) {

  /**
   * @param hubs whether hubs may call
   */
  static SourceLine of(PollState state, boolean hubs, Instant now) {
    SourceHealth health = SourceHealth.of(state, now);
    Rhythm rhythm = state.habits().rhythm();
    return new SourceLine(
        state.source(),
        health.state().word(),
        health.note(),
        state.url(),
        state.failures(),
        state.lastError(),
        state.lastPolled(),
        state.lastSuccess(),
        state.nextDue(),
        state.articles(),
        rhythm.last(),
        rhythm.pauses() == 0 ? null : rhythm.longest(),
        hubs ? state.subscription() : null);
  }
}
