package dev.vedette.language;

import dev.vedette.text.Folded;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What Chinese names are made of, in characters, Pinyin and older romanisations. */
public final class ChineseNames {

  private static final Map<String, Set<String>> SURNAMES = new HashMap<>();
  private static final Set<String> CHARACTERS = new HashSet<>();
  private static final Romanised PINYIN;
  private static final Romanised ANY;

  static {
    for (Tsv.Row row :
        Tsv.load("names/chinese-surnames.tsv", "characters", "pinyin", "other writings")) {
      row.list(0).forEach(surname -> CHARACTERS.add(Folded.of(surname).toString()));
      row.words(1).forEach(word -> addSurname(word, row));
      row.words(2).forEach(word -> addSurname(word, row));
    }
    Map<String, Set<String>> pinyin = new HashMap<>();
    Map<String, Set<String>> any = new HashMap<>();
    for (Tsv.Row row : Tsv.load("names/chinese-syllables.tsv", "pinyin", "other writings")) {
      row.words(0).forEach(word -> add(pinyin, word, row.cell(0)));
      row.words(0).forEach(word -> add(any, word, row.cell(0)));
      row.words(1).forEach(word -> add(any, word, row.cell(0)));
    }
    PINYIN = new Romanised(pinyin);
    ANY = new Romanised(any);
  }

  private ChineseNames() {}

  /** The surnames in Pinyin that a folded Latin word may be; empty if it is none. */
  public static Set<String> surnames(String word) {
    return Set.copyOf(SURNAMES.getOrDefault(word, Set.of()));
  }

  /** Whether a folded Latin word is made of Pinyin syllables. */
  public static boolean isPinyin(String word) {
    return PINYIN.parses(word);
  }

  /** Whether a folded Latin word is made of syllables in Pinyin or Wade-Giles. */
  public static boolean isGiven(String word) {
    return ANY.parses(word);
  }

  /**
   * What a folded Latin word may be in Pinyin, be it written in that or in Wade-Giles; empty if in
   * neither. Two romanisations of a name have readings in common.
   */
  public static Set<String> readings(String word) {
    return ANY.readings(word);
  }

  /** How many characters of a name in characters are its surname; 0 if it is no Chinese name. */
  public static int surnameLength(String characters) {
    for (int length = 2; length >= 1; length--) {
      int rest = characters.length() - length;
      if (rest >= 1 && rest <= 2 && CHARACTERS.contains(characters.substring(0, length))) {
        return length;
      }
    }
    return 0;
  }

  /** Whether folded characters are a surname. */
  public static boolean isSurname(String characters) {
    return CHARACTERS.contains(characters);
  }

  private static void addSurname(String word, Tsv.Row row) {
    row.words(1).forEach(pinyin -> add(SURNAMES, word, pinyin));
  }

  private static void add(Map<String, Set<String>> map, String key, String value) {
    map.computeIfAbsent(key, any -> new HashSet<>()).add(value);
  }
}
