package dev.vedette.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Words that news texts are full of. The list is made by counting (see its head), not by judging:
 * it also holds the given names and towns that are in the news every day.
 */
final class CommonWords {

  private static final String FILE = "common-words.txt";

  /** Whether a word is mostly written small. */
  private static final Map<String, Boolean> SHIPPED = load();

  private CommonWords() {}

  /** Whether a folded word is in the list. */
  static boolean isCommon(String word) {
    return SHIPPED.containsKey(word);
  }

  /** Whether a folded word is in the list, and no name: it is written small. */
  static boolean isProse(String word) {
    return SHIPPED.getOrDefault(word, false);
  }

  private static Map<String, Boolean> load() {
    try (InputStream in = CommonWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + ": not on the class path");
      }
      Map<String, Boolean> words = new HashMap<>();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(Predicate.not(line -> line.startsWith("#")))
          .forEach(word -> words.put(word.toLowerCase(Locale.ROOT), isSmall(word)));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  private static boolean isSmall(String word) {
    int first = word.codePointAt(0);
    return Character.toLowerCase(first) == first;
  }
}
