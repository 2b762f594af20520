package dev.vedette.text;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What a text leaves behind so that copies of it can be told: a sample of its shingles, in their
 * order, and of its figures.
 *
 * <p>A shingle is three words on end (Broder, "On the resemblance and containment of documents",
 * 1997), or four characters where a script does not part its words. Which of them are kept is
 * decided by their own hashes, so that every copy keeps the same ones, and by where they stand: of
 * the first words every second one, of the words from there on fewer and fewer, half as many each
 * time the place doubles. So the beginning of a story, which copies keep, is known closely, and a
 * long text costs little more than a short one.
 *
 * <p>An imprint is dense, as of a text that has just come, or thin, as it is remembered; a thin one
 * is a part of the dense one. What a site puts around an article is left out before ({@link
 * Furniture}), unless there is nothing else.
 */
public final class Imprint {

  /** Of no text; like nothing. */
  public static final Imprint NONE = new Imprint(true, 0, 0, new int[0], new int[0], new char[0]);

  /** Words of the first block; each next block ends where the place has doubled. */
  private static final int FIRST_BLOCK = 64;

  /** How many blocks later a dense imprint begins to keep less. */
  private static final int DENSER = 3;

  /** Shingles that are looked at; the rest of a long text is not. */
  private static final int MOST_PLACES = FIRST_BLOCK << 8;

  /** One of two to this power is kept at the least. */
  private static final int MOST_LEVEL = 8;

  /** Fewer words than this are no text without what stands around it. */
  private static final int FEWEST = 8;

  /** The most figures that are kept. */
  static final int MOST_FIGURES = 16;

  private static final int FORMAT_THIN = 1;
  private static final int FORMAT_DENSE = 2;

  private final boolean dense;
  private final int words;
  private final long whole;

  /** How many shingles of each block are kept. */
  private final int[] blocks;

  /** Thin: the upper 24 bits of the hashes. Dense: all 32. */
  private final int[] marks;

  /** Ascending. */
  private final char[] figures;

  /** The upper 24 bits of the hashes, ascending. */
  private final int[] sorted;

  private Imprint(boolean dense, int words, long whole, int[] blocks, int[] marks, char[] figures) {
    this.dense = dense;
    this.words = words;
    this.whole = whole;
    this.blocks = blocks;
    this.marks = marks;
    this.figures = figures;
    this.sorted = marks();
    Arrays.sort(sorted);
  }

  /** The dense imprint of a text. */
  public static Imprint of(String text) {
    Tokens tokens = Tokens.of(text);
    BitSet furniture = Furniture.of(tokens);
    if (tokens.count() - furniture.cardinality() < FEWEST) {
      furniture.clear();
    }
    return of(new Shingles(tokens, furniture));
  }

  private static Imprint of(Shingles shingles) {
    int places = Math.min(MOST_PLACES, shingles.count());
    int[] blocks = new int[places == 0 ? 0 : block(places - 1) + 1];
    int[] marks = new int[places];
    int count = 0;
    Set<Integer> known = new HashSet<>();
    for (int place = 0; place < places; place++) {
      int mark = (int) shingles.hash(place);
      int block = block(place);
      if (Integer.numberOfTrailingZeros(mark) >= level(block, true) && known.add(mark)) {
        marks[count++] = mark;
        blocks[block]++;
      }
    }
    return new Imprint(
        true,
        shingles.count(),
        shingles.whole(),
        blocks,
        Arrays.copyOf(marks, count),
        shingles.figures(MOST_FIGURES));
  }

  /** What of it is to be remembered; this itself if it is thin. */
  public Imprint thin() {
    if (!dense) {
      return this;
    }
    int[] kept = new int[marks.length];
    int[] counts = new int[blocks.length];
    int count = 0;
    int at = 0;
    for (int block = 0; block < blocks.length; block++) {
      for (int i = 0; i < blocks[block]; i++, at++) {
        if (Integer.numberOfTrailingZeros(marks[at]) >= level(block, false)) {
          kept[count++] = marks[at] >>> 8;
          counts[block]++;
        }
      }
    }
    return new Imprint(false, words, whole, counts, Arrays.copyOf(kept, count), figures);
  }

  /** How many words it is of; in a script that does not part them, how many characters. */
  public int words() {
    return words;
  }

  /** Whether both are of the same words in the same order; never of no words. */
  public boolean equalsWhole(Imprint other) {
    return words > 0 && words == other.words && whole == other.whole;
  }

  /** 24 bits of a hash of all the words: the same for the same words, however few. */
  public int wholeMark() {
    return (int) (whole >>> 40);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Imprint that && Arrays.equals(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return Long.hashCode(whole);
  }

  @Override
  public String toString() {
    return (dense ? "dense" : "thin") + " imprint of " + words + " words";
  }

  int size() {
    return marks.length;
  }

  /** The upper 24 bits of a hash. */
  int mark(int i) {
    return dense ? marks[i] >>> 8 : marks[i];
  }

  int blocks() {
    return blocks.length;
  }

  int inBlock(int block) {
    return blocks[block];
  }

  /** How many words of a block one of its marks stands for. */
  int weight(int block) {
    return 1 << level(block, dense);
  }

  boolean has(int mark) {
    return Arrays.binarySearch(sorted, mark) >= 0;
  }

  char[] figures() {
    return figures;
  }

  /** The upper 24 bits of every hash: by these an imprint is looked up among others. */
  public int[] marks() {
    int[] upper = new int[marks.length];
    for (int i = 0; i < upper.length; i++) {
      upper[i] = mark(i);
    }
    return upper;
  }

  private static int level(int block, boolean dense) {
    return Math.min(MOST_LEVEL, dense ? Math.max(1, block + 1 - DENSER) : block + 1);
  }

  private static int block(int place) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(place / FIRST_BLOCK);
  }

  /** As bytes: some 40, and three for each mark of a thin one, four for one of a dense one. */
  public byte[] bytes() {
    int each = dense ? 4 : 3;
    ByteBuffer out =
        ByteBuffer.allocate(
            15 + (each - 2) * blocks.length + each * marks.length + 2 * figures.length);
    out.put((byte) (dense ? FORMAT_DENSE : FORMAT_THIN)).putInt(words).putLong(whole);
    out.put((byte) blocks.length);
    for (int count : blocks) {
      if (dense) {
        out.putShort((short) count);
      } else {
        out.put((byte) count);
      }
    }
    for (int mark : marks) {
      if (dense) {
        out.putInt(mark);
      } else {
        out.put((byte) (mark >>> 16)).putShort((short) mark);
      }
    }
    out.put((byte) figures.length);
    for (char figure : figures) {
      out.putChar(figure);
    }
    return out.array();
  }

  /**
   * From {@link #bytes}.
   *
   * @throws IllegalArgumentException if they are of another format, or cut short
   */
  public static Imprint of(byte[] bytes) {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      int format = in.get();
      if (format != FORMAT_THIN && format != FORMAT_DENSE) {
        throw new IllegalArgumentException("imprint: format " + format + " (expected: 1 or 2)");
      }
      boolean dense = format == FORMAT_DENSE;
      int words = in.getInt();
      long whole = in.getLong();
      int[] blocks = new int[in.get()];
      int total = 0;
      for (int i = 0; i < blocks.length; i++) {
        blocks[i] = dense ? Short.toUnsignedInt(in.getShort()) : Byte.toUnsignedInt(in.get());
        total += blocks[i];
      }
      int[] marks = new int[total];
      for (int i = 0; i < total; i++) {
        marks[i] = dense ? in.getInt() : (in.get() & 0xff) << 16 | (in.getShort() & 0xffff);
      }
      char[] figures = new char[in.get()];
      for (int i = 0; i < figures.length; i++) {
        figures[i] = in.getChar();
      }
      return new Imprint(dense, words, whole, blocks, marks, figures);
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new IllegalArgumentException("imprint: cut short at " + bytes.length + " bytes", e);
    }
  }
}
