package dev.vedette.text;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What a text leaves behind so that copies of it can be told: a sample of its shingles, in their
 * order, and of the figures of a short one.
 *
 * <p>A shingle is three words on end (Broder, "On the resemblance and containment of documents",
 * 1997), or four characters where a script does not part its words. Which of them are kept is
 * decided by their own hashes, so that every copy keeps the same ones, and by where they stand: of
 * the first words every second one, of the words from there on fewer and fewer, half as many each
 * time the place doubles. So the beginning of a story, which copies keep, is known closely, and a
 * long text costs little more than a short one. Of each it is known whether a figure or a name is
 * in it: those are what differs where one form is filled in twice.
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

  /** Of a text of more words, the sample says enough of its figures. */
  private static final int SHORT = 256;

  /** Bits of a mark, the upper ones of a hash: as few as tell a million of them apart. */
  private static final int MARK_BITS = 20;

  /** Bits of those below them, that a dense imprint keeps to be thinned by. */
  private static final int LOWER_BITS = Integer.SIZE - MARK_BITS;

  /** In formats before the third, a thin imprint had these marks, and none was known as a fact. */
  private static final int OLD_MARK_BITS = 24;

  /** Bits of the hash of all words. */
  private static final int WHOLE_BITS = 48;

  private static final int OLD_FORMAT_THIN = 1;
  private static final int OLD_FORMAT_DENSE = 2;
  private static final int FORMAT_THIN = 3;
  private static final int FORMAT_DENSE = 4;

  private final boolean dense;
  private final int words;
  private final long whole;

  /** How many shingles of each block are kept. */
  private final int[] blocks;

  /**
   * Thin: the upper bits of the hashes. Dense: all of them but the last, which is zero in each that
   * is kept. In its place is a one where the shingle states a fact.
   */
  private final int[] marks;

  /** Ascending; none of a long text that is remembered. */
  private final char[] figures;

  /** The upper bits of the hashes, ascending. */
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
        marks[count++] = mark | (shingles.isFact(place) ? 1 : 0);
        blocks[block]++;
      }
    }
    return new Imprint(
        true,
        shingles.count(),
        shingles.whole() >>> (Long.SIZE - WHOLE_BITS),
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
        if (Integer.numberOfTrailingZeros(marks[at] & ~1) >= level(block, false)) {
          kept[count++] = (mark(at) << 1) | (marks[at] & 1);
          counts[block]++;
        }
      }
    }
    char[] few = words > SHORT ? new char[0] : figures;
    return new Imprint(false, words, whole, counts, Arrays.copyOf(kept, count), few);
  }

  /** How many words it is of; in a script that does not part them, how many characters. */
  public int words() {
    return words;
  }

  /** Whether both are of the same words in the same order; never of no words. */
  public boolean equalsWhole(Imprint other) {
    return words > 0 && words == other.words && whole == other.whole;
  }

  /** A mark of a hash of all the words: the same for the same words, however few. */
  public int wholeMark() {
    return (int) (whole >>> (WHOLE_BITS - MARK_BITS));
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

  /** The upper bits of a hash. */
  int mark(int i) {
    return marks[i] >>> (dense ? LOWER_BITS : 1);
  }

  /** Whether a figure or a name is in the shingle. */
  boolean isFact(int i) {
    return (marks[i] & 1) != 0;
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

  /** The upper bits of every hash: by these an imprint is looked up among others. */
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

  /** As bytes: some 20, and 21 bits for each mark of a thin one, four bytes for one of a dense. */
  public byte[] bytes() {
    ByteBuffer out =
        ByteBuffer.allocate(16 + 2 * blocks.length + 4 * marks.length + 2 * figures.length);
    out.put((byte) (dense ? FORMAT_DENSE : FORMAT_THIN));
    int left = words;
    for (; left > 0x7f; left >>>= 7) {
      out.put((byte) (left | 0x80));
    }
    out.put((byte) left);
    out.putShort((short) (whole >>> Integer.SIZE)).putInt((int) whole);
    out.put((byte) blocks.length);
    for (int count : blocks) {
      if (dense) {
        out.putShort((short) count);
      } else {
        out.put((byte) count);
      }
    }
    if (dense) {
      for (int mark : marks) {
        out.putInt(mark);
      }
    } else {
      putThin(out);
    }
    for (char figure : figures) {
      out.putChar(figure);
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private void putThin(ByteBuffer out) {
    long bits = 0;
    int count = 0;
    for (int mark : marks) {
      bits = (bits << (MARK_BITS + 1)) | mark;
      for (count += MARK_BITS + 1; count >= Byte.SIZE; count -= Byte.SIZE) {
        out.put((byte) (bits >>> (count - Byte.SIZE)));
      }
    }
    if (count > 0) {
      out.put((byte) (bits << (Byte.SIZE - count)));
    }
  }

  /**
   * From {@link #bytes}, also of earlier formats.
   *
   * @throws IllegalArgumentException if they are of another format, or cut short
   */
  public static Imprint of(byte[] bytes) {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      int format = in.get();
      return switch (format) {
        case OLD_FORMAT_THIN, OLD_FORMAT_DENSE ->
            read(in, format, in.getInt(), in.getLong() >>> (Long.SIZE - WHOLE_BITS));
        case FORMAT_THIN, FORMAT_DENSE ->
            read(
                in,
                format,
                count(in),
                ((long) in.getChar() << Integer.SIZE) | Integer.toUnsignedLong(in.getInt()));
        default ->
            throw new IllegalArgumentException(
                "imprint: format %d (expected: %d to %d)"
                    .formatted(format, OLD_FORMAT_THIN, FORMAT_DENSE));
      };
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new IllegalArgumentException("imprint: cut short at " + bytes.length + " bytes", e);
    }
  }

  private static int count(ByteBuffer in) {
    int count = 0;
    int shift = 0;
    byte next = in.get();
    for (; next < 0; next = in.get()) {
      count |= (next & 0x7f) << shift;
      shift += 7;
    }
    return count | (next << shift);
  }

  private static Imprint read(ByteBuffer in, int format, int words, long whole) {
    boolean dense = format == OLD_FORMAT_DENSE || format == FORMAT_DENSE;
    int[] blocks = new int[in.get()];
    int total = 0;
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = dense ? Short.toUnsignedInt(in.getShort()) : Byte.toUnsignedInt(in.get());
      total += blocks[i];
    }
    int[] marks = new int[total];
    if (format == FORMAT_THIN) {
      getThin(in, marks);
    } else {
      for (int i = 0; i < total; i++) {
        marks[i] = dense ? in.getInt() : getOldThin(in);
      }
    }
    boolean isCounted = format == OLD_FORMAT_THIN || format == OLD_FORMAT_DENSE;
    char[] figures = new char[isCounted ? in.get() : (in.remaining() + 1) / 2];
    for (int i = 0; i < figures.length; i++) {
      figures[i] = in.getChar();
    }
    return new Imprint(dense, words, whole, blocks, marks, figures);
  }

  private static void getThin(ByteBuffer in, int[] marks) {
    long bits = 0;
    int count = 0;
    for (int i = 0; i < marks.length; i++) {
      for (; count < MARK_BITS + 1; count += Byte.SIZE) {
        bits = (bits << Byte.SIZE) | (in.get() & 0xff);
      }
      count -= MARK_BITS + 1;
      marks[i] = (int) (bits >>> count) & ((1 << (MARK_BITS + 1)) - 1);
    }
  }

  private static int getOldThin(ByteBuffer in) {
    int mark = ((in.get() & 0xff) << 16) | (in.getShort() & 0xffff);
    return (mark >>> (OLD_MARK_BITS - MARK_BITS)) << 1;
  }
}
