package dev.vedette.alert;

import java.util.List;

/**
 * What the limits of an entry have made of an event, or of a deadline.
 *
 * @param told events to be told now, in their order
 * @param suppressed events that are not told, as their alerts were only counted
 */
public record Outcome(List<Alert> told, List<Alert> suppressed) {

  /** Copies its lists. */
  public Outcome {
    told = List.copyOf(told);
    suppressed = List.copyOf(suppressed);
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return told.isEmpty() && suppressed.isEmpty();
  }
}
