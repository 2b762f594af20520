package dev.vedette.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The wording that messages share: quotations, enumerations, suggestions. */
public final class Words {

  private static final int MOST_SHOWN = 80;

  private Words() {}

  /** The text in quotes, on one line, cut where it is long. */
  static String quoted(String text) {
    return quoted(text, '\'');
  }

  /** As {@link #quoted(String)}, in quotes of another kind. */
  static String quoted(String text, char quote) {
    StringBuilder shown = new StringBuilder().append(quote);
    text.codePoints().limit(MOST_SHOWN).forEach(c -> appendVisible(shown, c));
    boolean cut = text.codePointCount(0, text.length()) > MOST_SHOWN;
    return shown.append(cut ? "..." : "").append(quote).toString();
  }

  private static void appendVisible(StringBuilder shown, int c) {
    if (c == '\n') {
      shown.append("\\n");
    } else if (Character.isISOControl(c)) {
      shown.append("\\u%04x".formatted(c));
    } else {
      shown.appendCodePoint(c);
    }
  }

  /** {@code a, b or c}. */
  public static String or(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** {@code "; did you mean x?"} for the known word that the given one was probably meant to be. */
  public static String didYouMean(String given, Collection<String> known) {
    return closest(given, known).map(word -> "; did you mean " + word + "?").orElse("");
  }

  private static Optional<String> closest(String given, Collection<String> known) {
    String bare = bare(given);
    String best = null;
    int least = Math.max(1, bare.length() / 3) + 1;
    for (String word : known) {
      int distance = distance(bare, bare(word));
      if (distance < least) {
        least = distance;
        best = word;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
  }

  /** How many letters were added, left out, changed or swapped with their neighbour. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
