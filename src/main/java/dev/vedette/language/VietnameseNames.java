package dev.vedette.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Vietnamese names are made of. */
final class VietnameseNames {

  private static final Map<String, Set<String>> PARTS = new HashMap<>();

  static {
    for (Tsv.Row row : Tsv.load("names/vietnamese.tsv", "part", "writings")) {
      String part = row.oneOf(0, List.of("surname", "onset", "rime"));
      PARTS.computeIfAbsent(part, key -> new HashSet<>()).addAll(row.words(1));
    }
  }

  private VietnameseNames() {}

  static boolean isSurname(String word) {
    return part("surname").contains(word);
  }

  /** Whether a folded word is a Vietnamese syllable without its tone. */
  static boolean isSyllable(String word) {
    for (int at = 0; at < Math.min(4, word.length()); at++) {
      boolean onset = at == 0 || part("onset").contains(word.substring(0, at));
      if (onset && part("rime").contains(word.substring(at))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> part(String part) {
    return PARTS.getOrDefault(part, Set.of());
  }
}
