package dev.vedette.web;

import dev.vedette.alert.DryRun;
import dev.vedette.sink.WhyNotLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to try.
 *
 * @param text of an article, a page or a feed; empty if an address is given
 * @param address of a page or feed; empty if a text is given
 * @param file the name of a file of watchlists that is to say something else; empty for none
 * @param yaml what it is to say
 * @param entry id of an entry that is asked why it does not alert; empty for none
 */
public record Attempt(String text, String address, String file, String yaml, String entry) {

  /**
   * What came of it.
   *
   * @param problems what is wrong with the edited file, with line and column; then there are no
   *     outcomes. Failing tests are told, and do not keep it from being tried
   * @param outcomes one for each article
   */
  public record Result(List<String> problems, List<Outcome> outcomes) {

    /** Copies its lists. */
    public Result {
      problems = List.copyOf(problems);
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * What the watchlists find in an article.
   *
   * @param found what would be raised, and what is only shown
   * @param whyNot what keeps the entry that was asked for from an alert; null if none was
   */
  public record Outcome(DryRun found, @Nullable WhyNotLine whyNot) {}

  /** An attempt that cannot be made; the message is for whoever made it. */
  public static final class Failed extends Exception {

    /** Says why. */
    public Failed(String message) {
      super(message);
    }
  }
}
