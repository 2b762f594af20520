package dev.vedette.language;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that many organisations have in their names: abbreviations, spellings and translations of
 * the same word, and which of them say little about whose name it is.
 */
public final class OrganisationWords {

  private static final String FILE = "names/organisation-words.tsv";
  private static final String[] COLUMNS = {"meaning", "weight", "writings"};
  private static final List<String> WEIGHTS = List.of("full", "light", "none");

  private static final OrganisationWords SHIPPED = new OrganisationWords(Tsv.load(FILE, COLUMNS));

  private final Map<String, Set<String>> meanings = new HashMap<>();
  private final Set<String> light = new HashSet<>();
  private final Set<String> joining = new HashSet<>();

  private OrganisationWords(List<Tsv.Row> rows) {
    for (Tsv.Row row : rows) {
      boolean full = row.oneOf(1, WEIGHTS).equals("full");
      for (String word : row.words(2)) {
        meanings.computeIfAbsent(word, key -> new HashSet<>()).add(row.cell(0));
        if (!full) {
          light.add(word);
        }
        if (row.cell(1).equals("none")) {
          joining.add(word);
        }
      }
    }
  }

  /** Whether two folded words are equal, or writings of the same word. */
  public static boolean equivalent(String one, String other) {
    return one.equals(other) || !Collections.disjoint(meanings(one), meanings(other));
  }

  /** What a folded word may stand for: keys to compare; empty if it is in no table. */
  public static Set<String> meanings(String word) {
    return Collections.unmodifiableSet(SHIPPED.meanings.getOrDefault(word, Set.of()));
  }

  /** Whether a folded word says what an organisation is or does, and does not only join others. */
  public static boolean isTelling(String word) {
    return SHIPPED.meanings.containsKey(word) && !SHIPPED.joining.contains(word);
  }

  /** All folded words that say what an organisation is or does, but for those that only join. */
  public static Set<String> all() {
    return SHIPPED.meanings.keySet().stream()
        .filter(OrganisationWords::isTelling)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether a folded word tells organisations apart no better than "group" or "and" do; without
   * such words a name is still the same one, or nearly.
   */
  public static boolean isLight(String word) {
    return SHIPPED.light.contains(word);
  }

  /** The words of a table of one's own, for tests of the table's reader. */
  static OrganisationWords parse(String text) {
    return new OrganisationWords(Tsv.parse(FILE, text, COLUMNS));
  }
}
