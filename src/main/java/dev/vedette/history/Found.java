package dev.vedette.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what was looked for, newest first.
 *
 * @param items some of it
 * @param total how much there is in all
 * @param next where the next part begins; null behind the last one
 */
public record Found<T>(List<T> items, int total, @Nullable String next) {

  /** Copies its list. */
  public Found {
    items = List.copyOf(items);
  }
}
