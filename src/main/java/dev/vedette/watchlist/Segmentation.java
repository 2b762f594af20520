package dev.vedette.watchlist;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.vedette.language.Particles;
import dev.vedette.text.CharKind;
import dev.vedette.text.Folded;

/**
 * Whether a name that was found in a script without word boundaries stands there as a word, or only
 * happens to arise where two others meet: 普京 in 科普京剧, 김정은 in 김정은행나무길.
 */
final class Segmentation {

  /** Longer names do not arise by chance. */
  private static final int LONGEST_DOUBTFUL = 3;

  /** So many characters on both sides are enough for a dictionary to part them into words. */
  private static final int CONTEXT = 8;

  private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.CHINESE);

  private Segmentation() {}

  /**
   * @param from of the mention, its first character
   * @param to after its last
   */
  static boolean isWord(Folded text, int from, int to) {
    if (text.kind(to - 1) == CharKind.SYLLABLE) {
      return Particles.follow(text.toString(to - 1, to), hangul(text, to));
    }
    boolean doubtful =
        to - from <= LONGEST_DOUBTFUL
            && text.kind(from) == CharKind.IDEOGRAPH
            && text.kind(to - 1) == CharKind.IDEOGRAPH;
    return !doubtful || !cutsTwoWords(text, from, to);
  }

  private static String hangul(Folded text, int from) {
    int to = from;
    while (to < text.length() && text.kind(to) == CharKind.SYLLABLE) {
      to++;
    }
    return text.toString(from, to);
  }

  /** Whether a dictionary finds a word over its beginning and another over its end. */
  private static boolean cutsTwoWords(Folded text, int from, int to) {
    int first = Math.max(0, from - CONTEXT);
    int last = Math.min(text.length(), to + CONTEXT);
    BreakIterator words = WORDS.clone();
    words.setText(text.toString(first, last));
    int start = text.toString(first, from).length();
    int end = start + text.toString(from, to).length();
    return !words.isBoundary(start) && !words.isBoundary(end);
  }
}
