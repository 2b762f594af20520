package dev.vedette.text;

import java.util.Arrays;

/**
 * The words of a text, folded as {@link Folded} folds them, and what stands between them: the one
 * pass that every text goes through, so made for speed, and its arrays are used again by {@link
 * #read}.
 *
 * <p>A token is a run of letters and digits of scripts that part their words ({@link Shape#WORD}),
 * a run of one of the others, or a single sign. Tokens are numbered from 0; their letters are
 * UTF-16 units of the folded text, counted through all tokens. Offsets are those of the original.
 * Not thread-safe.
 */
public final class Tokens {

  /** How words stand in a token. */
  public enum Shape {
    /** Parted from others by spaces. */
    WORD,
    /** Hangul: a name begins where the token does, and particles may follow it. */
    HANGUL,
    /** Katakana: a word to itself, whatever script stands beside it. */
    KANA,
    /** Thai and the like: words begin and end anywhere, and letters are read by their sound. */
    RUN,
    /** Han and Hiragana: words begin and end anywhere, and letters show no sound. */
    HAN,
    /** A sign that may be part of a name: {@code &}. */
    SYMBOL;

    /** Whether a word can begin or end inside such a token. */
    public boolean unparted() {
      return this != WORD && this != SYMBOL;
    }
  }

  /** In {@link #gap}: white space within a line. */
  public static final int SPACE = 1;

  /** In {@link #gap}: a line break. */
  public static final int BREAK = 1 << 1;

  /** In {@link #gap}: more than one line break. */
  public static final int BREAKS = 1 << 2;

  /** In {@link #gap}: a hyphen. */
  public static final int HYPHEN = 1 << 3;

  /** In {@link #gap}: an apostrophe. */
  public static final int APOSTROPHE = 1 << 4;

  /** In {@link #gap}: a quotation mark. */
  public static final int QUOTE = 1 << 5;

  /** In {@link #gap}: one full stop, right after the token before. */
  public static final int PERIOD = 1 << 6;

  /** In {@link #gap}: one comma. */
  public static final int COMMA = 1 << 7;

  /** In {@link #gap}: anything else. */
  public static final int OTHER = 1 << 8;

  /** In {@link #gap}: more than one character. */
  public static final int MANY = 1 << 9;

  private static final long SEED = 0x517C_C1B7_2722_0A95L;
  private static final long FACTOR = 0xD6E8_FEB8_6659_FD93L;
  private static final long INVERSE = inverse(FACTOR);

  static final byte CAPITAL = 1;
  static final byte LOWER = 2;

  private String text = "";
  private char[] chars = new char[0];
  private int length;

  private char[] letters = new char[256];
  private int[] letterStarts = new int[0];
  private int[] letterEnds = new int[0];
  private int letterCount;

  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int[] froms = new int[65];
  private short[] gaps = new short[65];
  private Shape[] shapes = new Shape[64];
  private byte[] cases = new byte[64];
  private long[] hashes = new long[64];
  private int count;
  private int capitals;

  /** The token that is being read, or null; all else of it is only valid then. */
  private Shape open = Shape.SYMBOL;

  private boolean isOpen;
  private long hash;
  private int lastEnd;
  private int gap;
  private int gapLength;

  /** Without a text. */
  public Tokens() {}

  /** The tokens of a text. */
  public static Tokens of(String text) {
    Tokens tokens = new Tokens();
    tokens.read(text);
    return tokens;
  }

  /** The hash of a word whose letters are these, folded. */
  public static long hash(CharSequence letters) {
    long hash = SEED;
    for (int at = 0; at < letters.length(); at++) {
      hash = extend(hash, letters.charAt(at));
    }
    return hash;
  }

  /** The hash of some letters, none at first, and one more. */
  public static long extend(long hash, char letter) {
    return (hash ^ letter) * FACTOR;
  }

  /** The hash of no letters. */
  public static long seed() {
    return SEED;
  }

  /** Forgets the text before and reads another. */
  public void read(String another) {
    text = another;
    length = another.length();
    if (chars.length < length) {
      chars = new char[length + (length >> 2)];
    }
    another.getChars(0, length, chars, 0);
    if (letters.length < length + 64) {
      letters = new char[length + (length >> 2) + 64];
    }
    letterCount = 0;
    count = 0;
    capitals = 0;
    isOpen = false;
    gap = 0;
    gapLength = 0;
    scan();
    close();
    gaps[count] = (short) gap;
    froms[count] = letterCount;
  }

  /** The text that was read. */
  public String text() {
    return text;
  }

  /** How many tokens there are. */
  public int count() {
    return count;
  }

  /** How many of them begin with a capital letter. */
  public int capitals() {
    return capitals;
  }

  /** Where a token begins in the text. */
  public int start(int token) {
    return starts[token];
  }

  /** Where it ends. */
  public int end(int token) {
    return ends[token];
  }

  /** The first of its letters. */
  public int from(int token) {
    return froms[token];
  }

  /** After the last of its letters. */
  public int to(int token) {
    return froms[token + 1];
  }

  /** How many letters it has. */
  public int size(int token) {
    return froms[token + 1] - froms[token];
  }

  /** A folded letter. */
  public char letter(int at) {
    return letters[at];
  }

  /** What stands before a token; for {@link #count}, behind the last one. */
  public int gap(int token) {
    return gaps[token];
  }

  /** How words stand in it. */
  public Shape shape(int token) {
    return shapes[token];
  }

  /** Of its letters: equal for equal words. */
  public long hash(int token) {
    return hashes[token];
  }

  /** Whether its first letter is a capital. */
  public boolean isCapital(int token) {
    return cases[token] == CAPITAL;
  }

  /** Whether its first letter is a small one, in a script where names have capitals. */
  public boolean isLower(int token) {
    return cases[token] == LOWER;
  }

  /** The original start of a letter; inside a word, that of the word. */
  public int startOf(int token, int letter) {
    return shapes[token].unparted() ? letterStarts[letter] : starts[token];
  }

  /** The original end of the letter before this one; inside a word, that of the word. */
  public int endOf(int token, int letter) {
    return shapes[token].unparted() ? letterEnds[letter - 1] : ends[token];
  }

  /** The letter at an offset of the text, in a token that is not parted into words. */
  public int letterAt(int token, int start) {
    int found = Arrays.binarySearch(letterStarts, froms[token], froms[token + 1], start);
    while (found > froms[token] && letterStarts[found - 1] == start) {
      found--;
    }
    return Math.max(found, froms[token]);
  }

  /** Where the full stop ends that stands next behind a token; the token's end if there is none. */
  public int endWithPeriod(int token) {
    int at = ends[token];
    while (at < length && Plain.kind(chars[at]) == Plain.SPECIAL) {
      at++;
    }
    boolean period = at < length && 1 << (Plain.kind(chars[at]) - Plain.SEPARATORS) == PERIOD;
    return period ? at + 1 : ends[token];
  }

  /** Whether a word can begin or end before a letter of a token that is not parted into words. */
  public boolean isBoundary(int letter) {
    return letter == letterCount
        || (!Character.isLowSurrogate(letters[letter])
            && Folding.kind(letters[letter]) != CharKind.IDEOGRAPH_MARK);
  }

  /** The folded letters of a token. */
  public String word(int token) {
    return word(froms[token], froms[token + 1]);
  }

  /** Some folded letters. */
  public String word(int from, int to) {
    return new String(letters, from, to - from);
  }

  /** The hash of what was hashed and a whole token after it. */
  public long extend(long before, int token) {
    long longer = before;
    for (int at = froms[token]; at < froms[token + 1]; at++) {
      longer = extend(longer, letters[at]);
    }
    return longer;
  }

  private void scan() {
    int at = 0;
    while (at < length) {
      char c = chars[at];
      if (Plain.LETTERS[c] != 0) {
        at = words(at);
        continue;
      }
      byte kind = Plain.kind(c);
      if (kind == Plain.SPECIAL) {
        at = cluster(at);
      } else {
        put(kind, Plain.folded(c), at, at + 1);
        at++;
      }
    }
  }

  /** Words with single spaces between: most of most texts. */
  private int words(int start) {
    int at = start;
    if (!isOpen || open != Shape.WORD) {
      open(Shape.WORD, at, Plain.caseOf(chars[at]));
    }
    at = letters(at);
    while (at + 1 < length && chars[at] == ' ' && Plain.LETTERS[chars[at + 1]] != 0) {
      close();
      gap = SPACE;
      gapLength = 1;
      at++;
      open(Shape.WORD, at, Plain.caseOf(chars[at]));
      at = letters(at);
    }
    return at;
  }

  /** The hot loop: letters that fold to one letter each. */
  private int letters(int start) {
    char[] in = chars;
    char[] out = letters;
    int end = length;
    int at = start;
    int to = letterCount;
    long running = hash;
    while (at < end) {
      char letter = Plain.LETTERS[in[at]];
      if (letter == 0) {
        break;
      }
      out[to++] = letter;
      running = (running ^ letter) * FACTOR;
      at++;
    }
    letterCount = to;
    hash = running;
    lastEnd = at;
    return at;
  }

  /** Characters that fold to none or many, or together with those beside them. */
  private int cluster(int at) {
    int start = at;
    boolean joins = at > 0 && !Folding.begins(text.codePointAt(at));
    if (joins && isPlainBefore(at)) {
      if (Plain.kind(chars[at - 1]) >= Plain.SEPARATORS) {
        // it is counted already; a mark that is no ornament may still be a letter
        return Folder.cluster(
            text,
            at - 1,
            (folded, from, to) -> {
              if (Plain.kind(folded) < Plain.SEPARATORS) {
                put(folded, from, to);
              }
            });
      }
      start = at - 1;
      undo();
    }
    return Folder.cluster(text, start, this::put);
  }

  private boolean isPlainBefore(int at) {
    char before = chars[at - 1];
    return Plain.kind(before) != Plain.SPECIAL;
  }

  /** Takes the last letter back, or the last sign. */
  private void undo() {
    if (!isOpen) {
      count--;
      gap = gaps[count];
      letterCount = froms[count];
      return;
    }
    hash = (hash * INVERSE) ^ letters[--letterCount];
  }

  /** Since the factor is odd, one takes back what it did: Newton's iteration, modulo 2^64. */
  private static long inverse(long odd) {
    long inverse = odd;
    for (int correctBits = 3; correctBits < Long.SIZE; correctBits *= 2) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }

  private void put(int folded, int start, int end) {
    put(Plain.kind(folded), folded, start, end);
  }

  private void put(byte kind, int codePoint, int start, int end) {
    if (kind >= Plain.SEPARATORS) {
      separate(kind, codePoint, start);
      return;
    }
    Shape shape = Plain.shape(kind);
    if (isOpen && (open != shape || shape == Shape.SYMBOL)) {
      close();
    }
    if (!isOpen) {
      int original = text.codePointAt(start);
      open(shape, start, Plain.caseOf(original));
    }
    append(codePoint, start, end);
    if (shape == Shape.SYMBOL) {
      close();
    }
  }

  private void append(int codePoint, int start, int end) {
    int units = Character.charCount(codePoint);
    if (letterCount + units + (length - end) > letters.length) {
      letters = Arrays.copyOf(letters, letters.length + (letters.length >> 1) + 64);
    }
    if (open.unparted()) {
      keepPlace(start, end, units);
    }
    Character.toChars(codePoint, letters, letterCount);
    for (int unit = 0; unit < units; unit++) {
      hash = extend(hash, letters[letterCount++]);
    }
    lastEnd = end;
  }

  private void keepPlace(int start, int end, int units) {
    if (letterStarts.length < letters.length) {
      letterStarts = Arrays.copyOf(letterStarts, letters.length);
      letterEnds = Arrays.copyOf(letterEnds, letters.length);
    }
    for (int unit = letterCount; unit < letterCount + units; unit++) {
      letterStarts[unit] = start;
      letterEnds[unit] = end;
    }
  }

  private void separate(byte kind, int codePoint, int start) {
    close();
    if (codePoint == '\n' && start > 0 && chars[start - 1] == '\r') {
      return;
    }
    int bit = 1 << (kind - Plain.SEPARATORS);
    if (bit == PERIOD && gapLength > 0) {
      bit = OTHER;
    } else if (bit == BREAK && (gap & BREAK) != 0) {
      bit = BREAKS;
    } else if (bit == COMMA && (gap & COMMA) != 0) {
      bit = OTHER;
    }
    gap |= gapLength++ == 0 ? bit : bit | MANY;
  }

  private void open(Shape shape, int start, byte letterCase) {
    close();
    if (count == starts.length) {
      grow();
    }
    starts[count] = start;
    froms[count] = letterCount;
    gaps[count] = (short) gap;
    shapes[count] = shape;
    cases[count] = letterCase;
    capitals += letterCase == CAPITAL ? 1 : 0;
    hash = SEED;
    open = shape;
    isOpen = true;
  }

  private void close() {
    if (!isOpen) {
      return;
    }
    isOpen = false;
    if (letterCount == froms[count]) {
      capitals -= cases[count] == CAPITAL ? 1 : 0;
      return;
    }
    ends[count] = lastEnd;
    hashes[count] = hash;
    count++;
    gap = 0;
    gapLength = 0;
  }

  private void grow() {
    int capacity = count * 2;
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    froms = Arrays.copyOf(froms, capacity + 1);
    gaps = Arrays.copyOf(gaps, capacity + 1);
    shapes = Arrays.copyOf(shapes, capacity);
    cases = Arrays.copyOf(cases, capacity);
    hashes = Arrays.copyOf(hashes, capacity);
  }
}
