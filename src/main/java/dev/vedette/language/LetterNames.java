package dev.vedette.language;

import java.util.HashMap;
import java.util.Map;

/** Initials that are spelled out, as scripts do that have no such letter: {@code एस} for S. */
public final class LetterNames {

  private static final Map<String, String> LETTERS = new HashMap<>();

  static {
    for (Tsv.Row row : Tsv.load("names/letter-names.tsv", "languages", "letter", "names")) {
      row.words(2).forEach(name -> LETTERS.put(name, row.cell(1)));
    }
  }

  private LetterNames() {}

  /** The letter that a folded word is the name of; the word itself if it is none. */
  public static String letter(String word) {
    return LETTERS.getOrDefault(word, word);
  }
}
