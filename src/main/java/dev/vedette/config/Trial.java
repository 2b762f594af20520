package dev.vedette.config;

import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.TestOutcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A test of the watchlists: where it stands, and what became of it.
 *
 * @param file as the user would name it
 * @param line from 1
 * @param column from 1
 * @param path the keys that lead to it, such as {@code entries[0].tests.match[1]}
 * @param subject what was tried, in a few words: the text, or the name of its file
 * @param expected in words, such as {@code no alert of shoigu}
 * @param got in words: what was found, and where
 * @param passed whether the watchlists do what their author expects
 * @param evidence what was found in the way or in vain; empty where nothing was
 */
public record Trial(
    String file,
    int line,
    int column,
    String path,
    String subject,
    String expected,
    String got,
    boolean passed,
    List<Evidence> evidence) {

  /** Hits that are shown; the rest is only counted. */
  private static final int MOST_HITS = 3;

  /**
   * A text with what was found in it.
   *
   * @param title of the article; empty where it has none
   * @param body of the article
   * @param hits in order of place
   */
  public record Evidence(String title, String body, List<Hit> hits) {

    /** Copies its list. */
    public Evidence {
      hits = List.copyOf(hits);
    }
  }

  /** Copies its list. */
  public Trial {
    evidence = List.copyOf(evidence);
  }

  /** What became of one of the tests that an entry carries. */
  static Trial of(String file, int line, int column, String path, TestOutcome outcome) {
    return new Trial(
        file,
        line,
        column,
        path,
        Words.quoted(outcome.text(), '"'),
        (outcome.expected() ? "an alert of " : "no alert of ") + outcome.entry(),
        got(outcome),
        outcome.passed(),
        List.of(new Evidence("", outcome.text(), outcome.hits())));
  }

  private static String got(TestOutcome outcome) {
    if (outcome.hits().isEmpty()) {
      return outcome.got() ? "an alert without a mention" : "none";
    }
    String all = shown(outcome.hits());
    return outcome.got() ? all : "only " + all + ", which does not alert by itself";
  }

  /** The failure in one line, at its place. */
  Problem problem() {
    String message = "%s: %s (expected: %s; got: %s)".formatted(path, subject, expected, got);
    return new Problem(file, line, column, message);
  }

  /** The mentions and where they stand: {@code 'Shoigu' at 7..13 in body}. */
  static String shown(List<Hit> hits) {
    String first =
        hits.stream().limit(MOST_HITS).map(Trial::shown).collect(Collectors.joining(", "));
    int more = hits.size() - MOST_HITS;
    return more > 0 ? first + " and " + more + " more" : first;
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
