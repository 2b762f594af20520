package dev.vedette.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing.
 *
 * @param state in a word
 * @param note what a person should know of it, and may do; empty where all is well
 */
public record SourceHealth(State state, String note) {

  /** The states, the worst last. */
  public enum State {
    OK,
    /** It answers, and never gave an article. */
    EMPTY,
    /** It answers, and has given nothing for longer than it usually does. */
    SILENT,
    /** Its last poll failed. */
    FAILING,
    /** It said several times that it is gone for good, and is asked no more. */
    RETIRED;

    /** As it is shown. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the source of a poll state is doing. */
  public static SourceHealth of(PollState state, Instant now) {
    String error = state.lastError() == null ? "" : FailureWords.explained(state.lastError());
    if (state.habits().retired()) {
      return new SourceHealth(State.RETIRED, error);
    }
    if (state.failures() > 0) {
      return new SourceHealth(State.FAILING, error);
    }
    Rhythm rhythm = state.habits().rhythm();
    if (rhythm.isSilent(now)) {
      String silence =
          "nothing new for %s, where %s was the longest pause; look whether it is still kept up"
              .formatted(span(rhythm.last(), now), span(rhythm.longest()));
      return new SourceHealth(State.SILENT, error.isEmpty() ? silence : silence + "; " + error);
    }
    if (state.articles() == 0 && state.lastSuccess() != null) {
      String nothing = "it answers, but has never given an article";
      return new SourceHealth(State.EMPTY, error.isEmpty() ? nothing : nothing + "; " + error);
    }
    return new SourceHealth(State.OK, error);
  }

  private static String span(@Nullable Instant from, Instant to) {
    return span(from == null ? Duration.ZERO : Duration.between(from, to));
  }

  private static String span(Duration time) {
    long hours = time.toHours();
    return hours < 1 ? time.toMinutes() + " min" : hours < 48 ? hours + " h" : hours / 24 + " days";
  }
}
