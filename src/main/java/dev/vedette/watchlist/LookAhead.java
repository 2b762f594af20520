package dev.vedette.watchlist;

import dev.vedette.text.Tokens;
import dev.vedette.text.Tokens.Shape;
import dev.vedette.watchlist.TextWords.Between;

/**
 * What may come next in a text, as signatures: one look tells of most words that no name goes on
 * from there.
 */
final class LookAhead {

  private final Tokens tokens;
  private final TextWords words;
  private final RecentWords recent;
  private final WordMemory memory;

  private int nearToken = -1;
  private long near;
  private int farToken = -1;
  private long far;

  LookAhead(Tokens tokens, TextWords words, RecentWords recent, WordMemory memory) {
    this.tokens = tokens;
    this.words = words;
    this.recent = recent;
    this.memory = memory;
  }

  /**
   * Whether a pattern may go on after a token.
   *
   * @param state of the node that it was read to
   */
  boolean mayGoOn(long state, int token) {
    long wanted = state & SequenceTrie.FOLLOWERS;
    if (wanted == 0) {
      return false;
    }
    if (nearToken != token) {
      near = from(token + 1, 1, TextWords.MOST_BETWEEN);
      nearToken = token;
    }
    return (near & wanted) != 0 || (SequenceTrie.hasGap(state) && (far(token) & wanted) != 0);
  }

  /** With those that come after names which are not the pattern's. */
  private long far(int token) {
    if (farToken != token) {
      far = from(token + 1, 1, 0);
      farToken = token;
    }
    return far;
  }

  /** The bits of the words that may come next at a token, or after what may be passed there. */
  private long from(int token, int articles, int between) {
    if (token == tokens.count()
        || !mayHoldNames(tokens.shape(token))
        || words.between(token) == Between.SOMETHING) {
      return 0;
    }
    long bits = at(token);
    if (articles > 0 && words.isArticle(token)) {
      bits |= from(token + 1, articles - 1, between);
    }
    if (words.isMiddleName(token, between)) {
      bits |= from(token + 1, articles, between + 1);
    }
    return bits;
  }

  private static boolean mayHoldNames(Shape shape) {
    return shape != Shape.HAN && shape != Shape.SYMBOL;
  }

  private long at(int token) {
    boolean hyphened = words.isHyphened(token);
    if (tokens.shape(token) != Shape.WORD || (hyphened && words.isSyllable(token, token + 2))) {
      return SequenceTrie.FOLLOWERS;
    }
    boolean lower = words.isLower(token) && tokens.gap(token) != Tokens.HYPHEN;
    long bits = recent.of(token, words.last(token), lower).signature();
    if (words.mayBeInitial(token)) {
      bits |= memory.initial(tokens, token).signature();
    }
    if (hyphened) {
      return bits
          | memory.hyphened(tokens, token).signature()
          | memory.syllables(tokens, token, token + 1).signature();
    }
    return words.isParted(token) ? bits | recent.joined(token).signature() : bits;
  }
}
