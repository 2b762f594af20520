package dev.vedette.imports;

import java.util.List;

/**
 * What was left out of a list, for one reason.
 *
 * @param reason in words, such as {@code no target of sanctions: Address}
 * @param count how many records or names, at least 1
 * @param places the first few, as {@code file:line}
 */
public record LeftOut(String reason, int count, List<String> places) {

  /** Copies its list. */
  public LeftOut {
    places = List.copyOf(places);
  }
}
