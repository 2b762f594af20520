package dev.vedette.language;

import com.ibm.icu.lang.UScript;
import dev.vedette.text.CharKind;
import dev.vedette.text.Folded;
import java.util.ArrayList;
import java.util.List;

/** A name taken apart into words, as the tables of this package know them. */
public final class Words {

  private Words() {}

  /**
   * A word of a text.
   *
   * @param folded its letters and digits as {@link Folded} has them, without apostrophes; not empty
   * @param start where it begins in the text, in UTF-16 code units
   * @param end where it ends in the text
   */
  public record Word(String folded, int start, int end) {}

  /** The words of a text, folded; see {@link #in}. */
  public static List<String> of(String text) {
    return in(text).stream().map(Word::folded).toList();
  }

  /**
   * The words of a text in their order: runs of letters and digits.
   *
   * <p>An apostrophe between letters is left out, a hyphen or a full stop parts words. Every
   * ideograph is a word of its own; syllables of Hangul up to a space are one, and so is a run of
   * Katakana or Thai. Signs, also {@code &}, are no words.
   */
  public static List<Word> in(String text) {
    Folded folded = Folded.of(text);
    List<Word> words = new ArrayList<>();
    for (int at = 0; at < folded.length(); ) {
      int end = wordEnd(folded, at);
      if (end > at) {
        words.add(word(folded, at, end));
      }
      at = Math.max(end, at + 1);
    }
    return List.copyOf(words);
  }

  /** Letters of Katakana, or of a script like Thai, that stand side by side. */
  private static boolean areSpelled(int one, int other) {
    return script(one) == script(other)
        && switch (script(one)) {
          case UScript.HAN, UScript.HIRAGANA, UScript.BOPOMOFO -> false;
          default -> true;
        };
  }

  private static int script(int codePoint) {
    return codePoint == 0x30FC ? UScript.KATAKANA : UScript.getScript(codePoint);
  }

  private static int wordEnd(Folded folded, int from) {
    if (!folded.kind(from).inWord()) {
      return from;
    }
    int end = from + 1;
    while (end < folded.length() && continues(folded, end)) {
      end++;
    }
    return end;
  }

  private static boolean continues(Folded folded, int at) {
    CharKind kind = folded.kind(at);
    CharKind before = folded.kind(at - 1);
    if (kind == CharKind.APOSTROPHE) {
      return before.inWord() && at + 1 < folded.length() && folded.kind(at + 1).inWord();
    }
    return kind.inWord()
        && (before == CharKind.APOSTROPHE
            || !folded.boundary(at)
            || (kind == CharKind.SYLLABLE && before == CharKind.SYLLABLE)
            || (kind.inWord() && areSpelled(folded.point(at - 1), folded.point(at))));
  }

  private static Word word(Folded folded, int from, int to) {
    StringBuilder letters = new StringBuilder(to - from);
    for (int at = from; at < to; at++) {
      if (folded.kind(at) != CharKind.APOSTROPHE) {
        letters.appendCodePoint(folded.point(at));
      }
    }
    return new Word(letters.toString(), folded.start(from), folded.end(to - 1));
  }
}
