package dev.vedette.alert;

import dev.vedette.watchlist.Limits;
import java.util.function.UnaryOperator;

/**
 * An event on its way to the readers.
 *
 * @param alert the event
 * @param limits those of its entry, in the version of the watchlists that made it
 */
public record Telling(Alert alert, Limits limits) {

  /** The same with another state of its event. */
  public Telling map(UnaryOperator<Alert> change) {
    return new Telling(change.apply(alert), limits);
  }
}
