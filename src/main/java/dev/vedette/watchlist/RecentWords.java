package dev.vedette.watchlist;

import dev.vedette.text.Tokens;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the last few words of a text may be: each is asked for as the first of a mention, and again
 * after every word before it that may begin one.
 */
final class RecentWords {

  private static final int SIZE = 16;

  private final WordMemory memory;
  private final Tokens tokens;

  /** Which token a place is of, twice its number, and one more where it is taken as small. */
  private final int[] tokensOfWords = new int[SIZE];

  private final int[] tokensOfJoined = new int[SIZE];
  private final @Nullable Known[] words = new Known[SIZE];
  private final @Nullable Known[] joined = new Known[SIZE];

  RecentWords(WordMemory memory, Tokens tokens) {
    this.memory = memory;
    this.tokens = tokens;
    Arrays.fill(tokensOfWords, -1);
    Arrays.fill(tokensOfJoined, -1);
  }

  /** See {@link WordMemory#of(Tokens, int, int, boolean)}. */
  Known of(int token, int last, boolean lower) {
    int key = token << 1 | (lower ? 1 : 0);
    int place = key & (SIZE - 1);
    Known known = words[place];
    if (known == null || tokensOfWords[place] != key) {
      known = memory.of(tokens, token, last, lower);
      words[place] = known;
      tokensOfWords[place] = key;
    }
    return known;
  }

  /** See {@link WordMemory#joined}. */
  Known joined(int token) {
    int place = token & (SIZE - 1);
    Known known = joined[place];
    if (known == null || tokensOfJoined[place] != token) {
      known = memory.joined(tokens, token);
      joined[place] = known;
      tokensOfJoined[place] = token;
    }
    return known;
  }
}
