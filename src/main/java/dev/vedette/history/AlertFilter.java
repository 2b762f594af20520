package dev.vedette.history;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Feedback;
import dev.vedette.watchlist.Severity;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are wanted: those that pass each of these. An empty set lets all pass.
 *
 * @param watchlists ids
 * @param entries ids
 * @param severities any of them
 * @param sources ids
 * @param languages BCP 47; {@code zh} stands for {@code zh-Hant} too
 * @param states what the last event said
 * @param feedback what was said of them
 * @param unmarked only those of which nothing was said; then {@code feedback} is empty
 * @param silenced whether they were written as silenced; null if that does not matter
 * @param from raised then or later; null for any time
 * @param to raised before; null for any time
 * @param text words of headline, excerpt and mentions; see {@link Terms#query}
 */
public record AlertFilter(
    Set<String> watchlists,
    Set<String> entries,
    Set<Severity> severities,
    Set<String> sources,
    Set<String> languages,
    Set<Alert.Type> states,
    Set<Feedback.Kind> feedback,
    boolean unmarked,
    @Nullable Boolean silenced,
    @Nullable Instant from,
    @Nullable Instant to,
    String text) {

  /** Everything. */
  public static final AlertFilter ALL =
      new AlertFilter(
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, null, null,
          null, "");

  /** Copies its sets. */
  public AlertFilter {
    watchlists = Set.copyOf(watchlists);
    entries = Set.copyOf(entries);
    severities = Set.copyOf(severities);
    sources = Set.copyOf(sources);
    languages = Set.copyOf(languages);
    states = Set.copyOf(states);
    feedback = Set.copyOf(feedback);
  }

  /** These, of some watchlists only; of all if there are none. */
  public AlertFilter of(Set<String> lists) {
    return new AlertFilter(
        lists,
        entries,
        severities,
        sources,
        languages,
        states,
        feedback,
        unmarked,
        silenced,
        from,
        to,
        text);
  }

  /** These, of some entries only; of all if there are none. */
  public AlertFilter entries(Set<String> ids) {
    return new AlertFilter(
        watchlists,
        ids,
        severities,
        sources,
        languages,
        states,
        feedback,
        unmarked,
        silenced,
        from,
        to,
        text);
  }

  /** These, raised in a stretch of time only. */
  public AlertFilter raised(@Nullable Instant since, @Nullable Instant before) {
    return new AlertFilter(
        watchlists,
        entries,
        severities,
        sources,
        languages,
        states,
        feedback,
        unmarked,
        silenced,
        since,
        before,
        text);
  }

  /** These, but only those that were, or were not, written as silenced. */
  public AlertFilter silenced(boolean wanted) {
    return new AlertFilter(
        watchlists,
        entries,
        severities,
        sources,
        languages,
        states,
        feedback,
        unmarked,
        wanted,
        from,
        to,
        text);
  }
}
