package dev.vedette.watchlist;

import dev.vedette.text.Tokens;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds every spelling in a text in one pass, whatever their number.
 *
 * <p>From each place where a word can begin, the hash of the letters is followed word by word, as
 * long as they are the beginning of a name; in scripts that do not part words letter by letter.
 * Where the letters of a spelling end, the spelling itself decides whether what stands between them
 * will do. Cost grows with the text and its mentions, not with the number of names.
 */
final class NameIndex {

  /** Takes what is found. */
  @FunctionalInterface
  interface Found {
    /**
     * A mention.
     *
     * @param name its number
     * @param window the text around it
     * @param from its first character in the window
     * @param to after its last character
     */
    void at(int name, Window window, int from, int to);
  }

  /** Words that are sought by their first letters are looked for where so many of them agree. */
  private static final int OPEN_LETTERS = 3;

  private static final int GLUE = Tokens.HYPHEN | Tokens.APOSTROPHE | Tokens.BREAK | Tokens.MANY;

  /** A compiled spelling, kept since one that was found is likely to be found again. */
  private record Known(int name, Spelling spelling) {}

  private final LetterTable table = new LetterTable();
  private final LetterTable open = new LetterTable();
  private final IntFunction<Spelling> spellings;
  private final @Nullable Known[] known = new Known[1 << 10];
  private boolean hasOpen;
  private int longest;

  private NameIndex(IntFunction<Spelling> spellings) {
    this.spellings = spellings;
  }

  /**
   * Indexes names.
   *
   * @param count how many there are; they are numbered from 0
   * @param spellings compiles one, as often as it is asked
   */
  static NameIndex of(int count, IntFunction<Spelling> spellings) {
    NameIndex index = new NameIndex(spellings);
    for (int name = 0; name < count; name++) {
      index.add(name, spellings.apply(name));
    }
    index.table.finish(count);
    index.open.finish(0);
    return index;
  }

  private void add(int name, Spelling spelling) {
    int[] letters = spelling.letters();
    long hash = Tokens.seed();
    for (int at = 0; at < letters.length; at++) {
      if (at > 0 && (spelling.isParted(at) || spelling.isOpen())) {
        table.add(hash);
      }
      if (spelling.isOpen() && at == Math.min(OPEN_LETTERS, letters.length - 1)) {
        open.add(at == 0 ? extend(hash, letters[0]) : hash);
      }
      hash = extend(hash, letters[at]);
    }
    table.add(hash, name);
    hasOpen |= spelling.isOpen();
    longest = Math.max(longest, letters.length);
  }

  private static long extend(long hash, int codePoint) {
    if (Character.isBmpCodePoint(codePoint)) {
      return Tokens.extend(hash, (char) codePoint);
    }
    long first = Tokens.extend(hash, Character.highSurrogate(codePoint));
    return Tokens.extend(first, Character.lowSurrogate(codePoint));
  }

  /** Reports every mention, also overlapping ones, by rising start. */
  void find(Tokens tokens, Found found) {
    Search search = new Search(tokens, found);
    for (int token = 0; token < tokens.count(); token++) {
      if (tokens.shape(token).unparted()) {
        for (int letter = tokens.from(token); letter < tokens.to(token); letter++) {
          search.fromLetter(token, letter);
        }
      } else {
        if (table.mayHave(tokens.hash(token)) || isGlued(tokens, token + 1)) {
          search.follow(token, tokens.from(token), token, tokens.hash(token));
        }
        if (hasOpen) {
          search.fromOpen(token);
        }
      }
    }
  }

  /** Whether a word of a name may go on over what stands before a token. */
  private static boolean isGlued(Tokens tokens, int token) {
    int gap = tokens.gap(token);
    if ((gap & ~GLUE) == 0) {
      // a line may be broken after a hyphen; only ideographs are parted by a break alone
      return token < tokens.count() && ((gap & Tokens.BREAK) == 0 || (gap & Tokens.HYPHEN) != 0);
    }
    return gap == Tokens.PERIOD && token < tokens.count() && tokens.size(token - 1) == 1;
  }

  private Spelling spelling(int name) {
    Known one = known[name & (known.length - 1)];
    if (one == null || one.name != name) {
      one = new Known(name, spellings.apply(name));
      known[name & (known.length - 1)] = one;
    }
    return one.spelling;
  }

  /** The search of one text. */
  private final class Search {

    private final Tokens tokens;
    private final Found found;

    Search(Tokens tokens, Found found) {
      this.tokens = tokens;
      this.found = found;
    }

    void fromLetter(int token, int first) {
      long hash = Tokens.extend(Tokens.seed(), tokens.letter(first));
      if (!table.mayHave(hash) && !Character.isHighSurrogate(tokens.letter(first))) {
        return;
      }
      hash = letters(token, first, token, first, Tokens.seed());
      if (hash != 0) {
        follow(token, first, token, hash);
      }
    }

    /** Reads the rest of a token letter by letter; returns 0 where no name goes on so far. */
    private long letters(int token, int first, int at, int from, long before) {
      long hash = before;
      for (int letter = from; letter < tokens.to(at); letter++) {
        hash = Tokens.extend(hash, tokens.letter(letter));
        if (Character.isHighSurrogate(tokens.letter(letter))) {
          continue;
        }
        int name = table.find(hash);
        if (name == LetterTable.ABSENT) {
          return 0;
        }
        if (letter + 1 < tokens.to(at)) {
          report(name, token, first, tokens.endOf(at, letter + 1));
        }
      }
      return hash;
    }

    /** After a token, with the hash of all letters up to its end. */
    void follow(int first, int firstLetter, int last, long hash) {
      int token = last;
      long running = hash;
      while (true) {
        int name = table.find(running);
        if (name >= 0) {
          report(name, first, firstLetter, tokens.end(token));
        } else if (name == LetterTable.ABSENT && !isGlued(tokens, token + 1)) {
          return;
        }
        token++;
        if (token == tokens.count()
            || (tokens.gap(token) & Tokens.BREAKS) != 0
            || tokens.to(token) - firstLetter > 2 * longest) {
          return;
        }
        running = goOn(first, firstLetter, token, running);
        if (running == 0) {
          return;
        }
      }
    }

    private long goOn(int first, int firstLetter, int token, long before) {
      if (tokens.shape(token).unparted()) {
        return letters(first, firstLetter, token, tokens.from(token), before);
      }
      if (hasOpen) {
        open(first, firstLetter, token, before);
      }
      return tokens.extend(before, token);
    }

    /** Words that are sought by their first letters only. */
    void fromOpen(int token) {
      long hash = Tokens.seed();
      int probe = Math.min(tokens.from(token) + OPEN_LETTERS, tokens.to(token));
      for (int letter = tokens.from(token); letter < probe; letter++) {
        hash = Tokens.extend(hash, tokens.letter(letter));
        if (open.mayHave(hash)) {
          open(token, tokens.from(token), token, Tokens.seed());
          return;
        }
      }
    }

    /** Reads a word letter by letter, as far as some name is sought that only begins so. */
    private void open(int first, int firstLetter, int token, long before) {
      long hash = before;
      for (int letter = tokens.from(token); letter < tokens.to(token) - 1; letter++) {
        hash = Tokens.extend(hash, tokens.letter(letter));
        if (Character.isHighSurrogate(tokens.letter(letter))) {
          continue;
        }
        int name = table.find(hash);
        if (name == LetterTable.ABSENT) {
          return;
        }
        report(name, first, firstLetter, tokens.end(token));
      }
    }

    private void report(int last, int token, int letter, int end) {
      if (last < 0) {
        return;
      }
      int start = tokens.startOf(token, letter);
      Window window = Window.around(tokens.text(), start, end);
      int from = window.at(start);
      for (int name = last; name >= 0; name = table.before(name)) {
        int to = spelling(name).match(window.text(), from);
        if (to >= 0) {
          found.at(name, window, from, to);
        }
      }
    }
  }
}
