package dev.vedette.bench;

import dev.vedette.article.Article;
import dev.vedette.language.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Makes the list of words that are no names by themselves, by counting in how many texts each
 * stands: {@code src/bench/words > src/main/resources/dev/vedette/imports/common-words.txt}.
 */
public final class CountWords {

  /** Texts that must hold a word; one that stands in fewer may be anybody's name. */
  private static final int LEAST = 3;

  private static final String HEADING =
      """
      # Words that stand in %d or more of %,d news texts in 22 languages, folded; those that are not
      # written small in as many begin with a capital. Counted by src/bench/words.
      """;

  private static final class Count {
    private int texts;
    private int small;
  }

  private CountWords() {}

  /**
   * Prints the list.
   *
   * @param args {@code --half}: of every other text, with half the least count, so that the others
   *     can tell what the list is worth
   */
  public static void main(String[] args) throws IOException {
    boolean half = args.length > 0 && args[0].equals("--half");
    Map<String, Count> counts = new TreeMap<>();
    int texts = 0;
    for (Article article : BenchData.ofProject().articles()) {
      if (!half || texts % 2 == 0) {
        count(article.body(), counts);
      }
      texts++;
    }
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.printf(HEADING, LEAST, texts);
    int least = half ? LEAST / 2 + 1 : LEAST;
    Predicate<Count> frequent = count -> count.texts >= least;
    counts.forEach(
        (word, count) -> {
          if (frequent.test(count)) {
            out.println(count.small < least ? capitalised(word) : word);
          }
        });
    out.flush();
  }

  private static void count(String text, Map<String, Count> counts) {
    Map<String, Boolean> seen = new HashMap<>();
    for (Words.Word word : Words.in(text)) {
      String folded = word.folded();
      if (folded.codePointCount(0, folded.length()) > 1
          && folded.codePoints().allMatch(Character::isLetter)) {
        int first = text.codePointAt(word.start());
        boolean small = Character.toLowerCase(first) == first;
        seen.merge(folded, small, Boolean::logicalOr);
      }
    }
    seen.forEach(
        (word, small) -> {
          Count count = counts.computeIfAbsent(word, any -> new Count());
          count.texts++;
          count.small += small ? 1 : 0;
        });
  }

  private static String capitalised(String word) {
    int first = word.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + word.substring(Character.charCount(first));
  }
}
