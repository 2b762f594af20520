package dev.vedette.watchlist;

import dev.vedette.text.CharKind;
import dev.vedette.text.Folded;
import java.util.List;

/**
 * What stands between two letters of a name, and what may stand there in a text.
 *
 * <p>Between the words of a name: nothing, spaces, hyphens, apostrophes, quotation marks, one line
 * break, and whatever punctuation the name itself has there. Within a word: hyphens and apostrophes
 * only, the last of which may end a line. A full stop is also an abbreviation's: after a single
 * letter between words ({@code John F. Kennedy}), or between single letters ({@code S.R.O.}).
 *
 * @param written the folded characters that the name has there; empty within a word
 * @param place what it is a gap in
 */
record Gap(String written, Place place) {

  /** Where in a name a gap is. */
  enum Place {
    /** Between two words. */
    WORDS,
    /** Within a word. */
    WORD,
    /** Between Hangul syllables of a longer name: some put a space after the surname. */
    SYLLABLES,
    /** Between ideographs: lines break there, and a longer name may have a space. */
    IDEOGRAPHS
  }

  /** Shorter names have no inner spaces: two words that meet would too often make one. */
  private static final int LONG = 3;

  /**
   * The gap before a letter of a name.
   *
   * @param places where in the folded name its letters are
   * @param letter which of them, from 1
   */
  static Gap before(Folded name, List<Integer> places, int letter) {
    int at = places.get(letter);
    StringBuilder written = new StringBuilder();
    for (int between = places.get(letter - 1) + 1; between < at; between++) {
      written.appendCodePoint(name.point(between));
    }
    if (!written.isEmpty() || changesKind(name, at)) {
      return new Gap(written.toString(), Place.WORDS);
    }
    int rest = places.size() - letter;
    return new Gap("", places.size() < LONG ? Place.WORD : placeInWord(name, at, rest));
  }

  private static Place placeInWord(Folded name, int at, int rest) {
    if (name.kind(at) == CharKind.IDEOGRAPH) {
      boolean follows = areBoth(CharKind.IDEOGRAPH, name, at);
      return follows || name.kind(at - 1) == CharKind.IDEOGRAPH_MARK
          ? Place.IDEOGRAPHS
          : Place.WORD;
    }
    return areBoth(CharKind.SYLLABLE, name, at) && rest > 1 ? Place.SYLLABLES : Place.WORD;
  }

  private static boolean areBoth(CharKind kind, Folded name, int at) {
    return name.kind(at - 1) == kind && name.kind(at) == kind;
  }

  private static boolean changesKind(Folded name, int at) {
    CharKind before = name.kind(at - 1);
    CharKind after = name.kind(at);
    return before == CharKind.SYMBOL
        || after == CharKind.SYMBOL
        || (isLetterRun(name, at, -1) && after == CharKind.DIGIT)
        || (before == CharKind.DIGIT && isLetterRun(name, at, 1));
  }

  /** Two letters or more: a single one clings to its number, or "A4" would be found in "a 4". */
  private static boolean isLetterRun(Folded name, int at, int direction) {
    int first = direction < 0 ? at - 1 : at;
    int second = first + direction;
    return isAlphabetic(name, first) && isAlphabetic(name, second);
  }

  private static boolean isAlphabetic(Folded name, int at) {
    return at >= 0 && at < name.length() && name.kind(at) == CharKind.LETTER;
  }

  /**
   * Whether the characters of a text may stand here.
   *
   * @param from the first of them; the letter before is part of the name
   * @param to after the last of them; the letter there is part of the name
   */
  boolean admits(Folded text, int from, int to) {
    if (from == to) {
      return true;
    }
    return place == Place.WORDS
        ? admitsBetweenWords(text, from, to)
        : isInnerSpace(text, from, to) || admitsInWord(text, from, to);
  }

  private boolean admitsBetweenWords(Folded text, int from, int to) {
    int breaks = 0;
    for (int at = from; at < to; at++) {
      switch (text.kind(at)) {
        case SPACE, HYPHEN, APOSTROPHE, QUOTE -> {}
        case BREAK -> breaks++;
        case PERIOD -> {
          if (!has(text.point(at)) && !(at == from && isSingle(text, from - 1))) {
            return false;
          }
        }
        default -> {
          if (!has(text.point(at))) {
            return false;
          }
        }
      }
    }
    return breaks <= 1;
  }

  /** Whether it is a space that only a longer name of a script without spaces may have. */
  boolean isInnerSpace(Folded text, int from, int to) {
    return (place == Place.SYLLABLES || place == Place.IDEOGRAPHS)
        && to - from == 1
        && text.kind(from) == CharKind.SPACE;
  }

  private boolean has(int codePoint) {
    return written.indexOf(codePoint) >= 0;
  }

  private boolean admitsInWord(Folded text, int from, int to) {
    if (to - from == 1 && text.kind(from) == CharKind.PERIOD) {
      return isSingle(text, from - 1) && isSingle(text, to);
    }
    if (to - from == 1 && text.kind(from) == CharKind.BREAK) {
      return place == Place.IDEOGRAPHS;
    }
    for (int at = from; at < to; at++) {
      CharKind kind = text.kind(at);
      boolean wraps =
          kind == CharKind.BREAK
              && at == to - 1
              && at > from
              && text.kind(at - 1) == CharKind.HYPHEN;
      if (kind != CharKind.HYPHEN && kind != CharKind.APOSTROPHE && !wraps) {
        return false;
      }
    }
    return true;
  }

  /** Whether a letter is a word by itself. */
  static boolean isSingle(Folded text, int at) {
    return text.kind(at) == CharKind.LETTER && text.boundary(at) && text.boundary(at + 1);
  }

  /** How the text's characters differ from the name's; {@link Step#EXACT} if they do not. */
  Step step(Folded text, int from, int to) {
    StringBuilder there = new StringBuilder();
    for (int at = from; at < to; at++) {
      there.appendCodePoint(text.point(at));
    }
    String standing = there.toString();
    if (standing.equals(written)) {
      return Step.EXACT;
    }
    for (Step step : new Step[] {Step.HYPHEN, Step.APOSTROPHE, Step.PUNCTUATION}) {
      if (!only(step, standing).equals(only(step, written))) {
        return step;
      }
    }
    return Step.SPACING;
  }

  private static String only(Step step, String characters) {
    Folded folded = Folded.of(characters);
    StringBuilder left = new StringBuilder();
    for (int at = 0; at < folded.length(); at++) {
      if (stepOf(folded.kind(at)) == step) {
        left.appendCodePoint(folded.point(at));
      }
    }
    return left.toString();
  }

  private static Step stepOf(CharKind kind) {
    return switch (kind) {
      case HYPHEN -> Step.HYPHEN;
      case APOSTROPHE -> Step.APOSTROPHE;
      case SPACE, BREAK -> Step.SPACING;
      default -> Step.PUNCTUATION;
    };
  }
}
