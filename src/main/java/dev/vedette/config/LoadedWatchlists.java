package dev.vedette.config;

import dev.vedette.watchlist.Watchlists;
import java.util.List;

/**
 * Watchlists as they were read, with what became of their own tests.
 *
 * @param watchlists ready to match
 * @param trials every test of every entry, in the order of files and entries, and then those in
 *     files of their own
 */
public record LoadedWatchlists(Watchlists watchlists, List<Trial> trials) {

  /** Copies its list. */
  public LoadedWatchlists {
    trials = List.copyOf(trials);
  }

  /** The tests that failed, as mistakes of the files that they stand in. */
  public List<Problem> failures() {
    return trials.stream().filter(trial -> !trial.passed()).map(Trial::problem).toList();
  }

  /**
   * The watchlists, if they do what their authors expect.
   *
   * @throws ConfigException if a test failed; it names all that did
   */
  public Watchlists passed() {
    List<Problem> failures = failures();
    if (!failures.isEmpty()) {
      throw new ConfigException(failures);
    }
    return watchlists;
  }
}
