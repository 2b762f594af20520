package dev.vedette.config;

import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.TestOutcome;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One of the tests that an entry carries: where it stands, and what became of it.
 *
 * @param file as the user would name it
 * @param line from 1
 * @param column from 1
 * @param path the keys that lead to it, such as {@code entries[0].tests.match[1]}
 * @param outcome what was expected and what was found
 */
public record Trial(String file, int line, int column, String path, TestOutcome outcome) {

  /** Hits that are shown; the rest is only counted. */
  private static final int MOST_HITS = 3;

  /** Whether the entry does what its author expects. */
  public boolean passed() {
    return outcome.passed();
  }

  /** {@code an alert of shoigu}, or {@code no alert of shoigu}. */
  public String expected() {
    return (outcome.expected() ? "an alert of " : "no alert of ") + outcome.entry();
  }

  /** {@code none}, or the mentions that were found and where: {@code 'Shoigu' at 7..13 in body}. */
  public String got() {
    if (outcome.hits().isEmpty()) {
      return outcome.got() ? "an alert without a mention" : "none";
    }
    String hits =
        outcome.hits().stream()
            .limit(MOST_HITS)
            .map(Trial::shown)
            .collect(Collectors.joining(", "));
    int more = outcome.hits().size() - MOST_HITS;
    String all = more > 0 ? hits + " and " + more + " more" : hits;
    return outcome.got() ? all : "only " + all + ", which does not alert by itself";
  }

  /** The failure in one line, at its place. */
  Problem problem() {
    String message =
        "%s: %s (expected: %s; got: %s)"
            .formatted(path, Words.quoted(outcome.text(), '"'), expected(), got());
    return new Problem(file, line, column, message);
  }

  private static String shown(Hit hit) {
    return "%s at %d..%d in %s"
        .formatted(
            Words.quoted(hit.surface()),
            hit.start(),
            hit.end(),
            hit.field().name().toLowerCase(Locale.ROOT));
  }
}
