package dev.vedette.language;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Prepositions, pronouns, conjunctions and the like of languages whose script has no capitals: they
 * stand in every sentence, and what sounds like a name there seldom is one.
 */
public final class FunctionWords {

  private static final Pattern VOWEL_SIGNS = Pattern.compile("[\u064b-\u0652\u05b0-\u05c7\u0640]");

  private static final Set<String> SHIPPED =
      Tsv.load("function-words.tsv", "languages", "words").stream()
          .flatMap(row -> row.list(1).stream())
          .map(FunctionWords::withoutVowels)
          .collect(Collectors.toUnmodifiableSet());

  private FunctionWords() {}

  /**
   * Whether a word is one of them.
   *
   * @param word as it stands in the text: folded, {@code على} would be {@code علي}, Ali
   */
  public static boolean contain(String word) {
    return SHIPPED.contains(withoutVowels(word));
  }

  private static String withoutVowels(String word) {
    return VOWEL_SIGNS.matcher(word).replaceAll("");
  }
}
