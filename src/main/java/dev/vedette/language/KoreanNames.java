package dev.vedette.language;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Korean names are made of, in Hangul and in the usual romanisations. */
public final class KoreanNames {

  private static final Set<String> SYLLABLES =
      new LinkedHashSet<>(all("names/korean-syllables.tsv", "initial", "syllables"));
  private static final Set<String> HANGUL_SURNAMES = new LinkedHashSet<>();
  private static final Map<String, Set<String>> SURNAMES = new HashMap<>();

  static {
    for (Tsv.Row row : Tsv.load("names/korean-surnames.tsv", "hangul", "writings")) {
      HANGUL_SURNAMES.add(row.cell(0));
      for (String word : row.words(1)) {
        SURNAMES.computeIfAbsent(word, key -> new HashSet<>()).add(row.cell(0));
      }
    }
  }

  private static final Romanised GIVEN =
      new Romanised(KoreanTable.read("korean-latin").writings(SYLLABLES));

  private KoreanNames() {}

  /** The syllables that given names are made of, then those that only surnames are. */
  static Set<String> syllables() {
    Set<String> syllables = new LinkedHashSet<>(SYLLABLES);
    for (String name : HANGUL_SURNAMES) {
      name.chars().mapToObj(Character::toString).forEach(syllables::add);
    }
    return syllables;
  }

  /** The surnames in Hangul by each folded Latin writing. */
  static Map<String, Set<String>> surnames() {
    return Collections.unmodifiableMap(SURNAMES);
  }

  /** The surnames in Hangul that a folded Latin word may be; empty if it is none. */
  public static Set<String> surnames(String word) {
    return Set.copyOf(SURNAMES.getOrDefault(word, Set.of()));
  }

  /** Whether a folded Latin word is made of syllables of Korean given names. */
  public static boolean isGiven(String word) {
    return GIVEN.parses(word);
  }

  /** Every way to part a given name, in Hangul or folded Latin letters, into its syllables. */
  public static List<List<String>> parts(String given) {
    return given.chars().allMatch(KoreanNames::inGiven)
        ? List.of(given.chars().mapToObj(Character::toString).toList())
        : GIVEN.parts(given);
  }

  /**
   * What a folded Latin word may be in Hangul as a given name or a part of one; empty if it is not
   * made of the syllables of names. Two romanisations of a name have readings in common.
   */
  public static Set<String> readings(String word) {
    return GIVEN.readings(word);
  }

  /** How many syllables of a name in Hangul are its surname; 0 if it is no Korean name. */
  static int surnameLength(String hangul) {
    for (int length = 2; length >= 1; length--) {
      if (hangul.length() > length
          && hangul.length() - length <= 3
          && HANGUL_SURNAMES.contains(hangul.substring(0, length))
          && hangul.substring(length).chars().allMatch(KoreanNames::inGiven)) {
        return length;
      }
    }
    return 0;
  }

  private static boolean inGiven(int syllable) {
    return SYLLABLES.contains(Character.toString(syllable));
  }

  private static List<String> all(String file, String... columns) {
    return Tsv.load(file, columns).stream().flatMap(row -> row.list(1).stream()).toList();
  }
}
