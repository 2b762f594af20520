package dev.vedette.imports;

import dev.vedette.watchlist.Kind;
import java.util.List;
import java.util.Set;

/**
 * Somebody or something that a list names.
 *
 * @param id the list's own, made into an entry's
 * @param kind what it is
 * @param aliases at least one, each text once; the first is the main one
 * @param tags the list, its programmes, dates of birth: {@code programme:DPRK}, {@code
 *     born:1972-11-02}
 */
record Listed(String id, Kind kind, List<Alias> aliases, Set<String> tags) {

  /** Copies its lists. */
  Listed {
    aliases = List.copyOf(aliases);
    tags = Set.copyOf(tags);
  }
}
