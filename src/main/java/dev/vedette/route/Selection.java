package dev.vedette.route;

import dev.vedette.alert.Alert;
import dev.vedette.watchlist.Severity;
import java.util.Collections;
import java.util.Set;

/**
 * Chooses alerts; an empty set chooses all.
 *
 * @param watchlists ids, one of which must be the alert's
 * @param entries ids, one of which must be the alert's
 * @param severity the least
 * @param tags of which the alert must have one
 * @param types of event, one of which must be the alert's
 */
public record Selection(
    Set<String> watchlists,
    Set<String> entries,
    Severity severity,
    Set<String> tags,
    Set<Alert.Type> types) {

  /** Every alert. */
  public static final Selection ALL =
      new Selection(Set.of(), Set.of(), Severity.LOW, Set.of(), Set.of());

  /** Copies its sets. */
  public Selection {
    watchlists = Set.copyOf(watchlists);
    entries = Set.copyOf(entries);
    tags = Set.copyOf(tags);
    types = Set.copyOf(types);
  }

  /** Whether it is chosen. */
  public boolean takes(Alert alert) {
    return alert.severity().compareTo(severity) >= 0
        && has(watchlists, alert.watchlist())
        && has(entries, alert.entry())
        && has(types, alert.type())
        && (tags.isEmpty() || !Collections.disjoint(tags, alert.tags()));
  }

  private static <T> boolean has(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
