package dev.vedette.watchlist;

import dev.vedette.language.FunctionWords;
import dev.vedette.language.NameWords;
import dev.vedette.language.Patronymics;
import dev.vedette.text.Tokens;
import dev.vedette.text.Tokens.Shape;

/** How the words of one text stand there, as far as that says what they may be in a name. */
final class TextWords {

  /** No more names than these stand between a given name and a surname. */
  static final int MOST_BETWEEN = 2;

  /** {@code Vl.} for Vladimir. */
  static final int LONGEST_INITIAL = 2;

  private static final int LONGEST_ARTICLE = 3;

  /** The first letter of Hebrew; all scripts with capitals but Georgian and Cherokee are before. */
  private static final char FIRST_WITHOUT_CAPITALS = '\u05d0';

  /** Hyphens between the syllables of a word. */
  private static final int MOST_SYLLABLES = 4;

  private final Tokens tokens;
  private final boolean cased;

  TextWords(Tokens tokens) {
    this.tokens = tokens;
    this.cased = tokens.capitals() > 0;
  }

  /** What stands between two words of a mention. */
  enum Between {
    NOTHING_ELSE,
    COMMA,
    SOMETHING
  }

  /** What stands before a token. */
  Between between(int token) {
    int gap = tokens.gap(token);
    if ((gap & (Tokens.BREAKS | Tokens.APOSTROPHE | Tokens.OTHER)) != 0
        || ((gap & Tokens.PERIOD) != 0 && tokens.size(token - 1) > LONGEST_INITIAL)) {
      return Between.SOMETHING;
    }
    return (gap & Tokens.COMMA) != 0 ? Between.COMMA : Between.NOTHING_ELSE;
  }

  /** In a text that has capitals. */
  boolean isLower(int token) {
    return cased && tokens.isLower(token);
  }

  /** The last token of a word with apostrophes. */
  int last(int token) {
    int last = token;
    while (last + 1 < tokens.count()
        && tokens.gap(last + 1) == Tokens.APOSTROPHE
        && tokens.to(last) - tokens.from(token) <= WordMemory.LONGEST
        && tokens.shape(last + 1) == Shape.WORD) {
      last++;
    }
    return last;
  }

  /** Whether it may be one word of a name with the next, over a space. */
  boolean isParted(int token) {
    return isBefore(token, Tokens.SPACE);
  }

  /** Whether it may be one word of a name with the next, over a hyphen. */
  boolean isHyphened(int token) {
    return isBefore(token, Tokens.HYPHEN);
  }

  private boolean isBefore(int token, int gap) {
    return token + 1 < tokens.count()
        && tokens.gap(token + 1) == gap
        && tokens.shape(token + 1) == Shape.WORD
        && !isLower(token);
  }

  /** Whether it is tied by a hyphen to the words from another on, and not too far from that. */
  boolean isSyllable(int first, int token) {
    return token - first <= MOST_SYLLABLES
        && token < tokens.count()
        && tokens.gap(token) == Tokens.HYPHEN
        && tokens.shape(token) == Shape.WORD;
  }

  boolean mayBeInitial(int token) {
    boolean period = (tokens.gap(token + 1) & Tokens.PERIOD) != 0;
    return tokens.size(token) <= (period ? LONGEST_INITIAL : 1) && !isLower(token);
  }

  /** An article that a name may have or not: Bashar al-Assad. */
  boolean isArticle(int token) {
    return tokens.shape(token) == Shape.WORD
        && tokens.size(token) <= LONGEST_ARTICLE
        && WordSet.PARTICLES.has(tokens, token)
        && NameWords.isArticle(tokens.word(token), tokens.gap(token + 1) == Tokens.HYPHEN);
  }

  /**
   * Whether it is a word without which there is hardly a sentence, in a script without capitals.
   */
  boolean isFunctionWord(int token) {
    return tokens.shape(token) == Shape.WORD
        && tokens.letter(tokens.from(token)) >= FIRST_WITHOUT_CAPITALS
        && FunctionWords.contain(tokens.text().substring(tokens.start(token), tokens.end(token)));
  }

  /** Whether words begin with a capital and end with a small letter that no hyphen ties to them. */
  boolean endsSmall(int first, int last) {
    int word = last;
    while (word > first && tokens.gap(word) == Tokens.APOSTROPHE) {
      word--;
    }
    return word > first
        && isLower(word)
        && !isLower(first)
        && tokens.gap(word) != Tokens.HYPHEN
        && !WordSet.PARTICLES.has(tokens, word);
  }

  /** How many words of the text are not among these; with none or one it is no sentence. */
  int others(int first, int last) {
    return tokens.count() - (last - first + 1);
  }

  /**
   * Whether it may stand between a given name and a surname without being the pattern's.
   *
   * @param before how many such words stand before it
   */
  boolean isMiddleName(int token, int before) {
    if (tokens.shape(token) != Shape.WORD || before == MOST_BETWEEN) {
      return false;
    }
    if (tokens.size(token) == 1) {
      return true;
    }
    boolean mayBe = before == 0 && tokens.size(token) > 2 && !tokens.isLower(token);
    return mayBe
        ? !WordSet.TITLES.has(tokens, token)
        : Patronymics.mayEnd(tokens.letter(tokens.to(token) - 1))
            && Patronymics.isPatronymicShape(tokens.word(token));
  }
}
