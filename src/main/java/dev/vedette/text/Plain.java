package dev.vedette.text;

import dev.vedette.text.Tokens.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of characters by themselves, in tables. Those of alphabets are filled at once,
 * those beyond, of which there are many, when a block of them is first met.
 */
final class Plain {

  /** Needs to be looked at together with what stands beside it, or becomes several. */
  static final byte SPECIAL = -1;

  /**
   * The letter that a word's letter folds to; 0 for all else, and for what is looked up as wide.
   */
  static final char[] LETTERS = new char[0x10000];

  private static final Shape[] SHAPES = Shape.values();

  /** From here on the bits of {@link Tokens#gap} in their order. */
  static final byte SEPARATORS = (byte) SHAPES.length;

  private static final int BLOCK_BITS = 8;
  private static final int BLOCK_SIZE = 1 << BLOCK_BITS;

  /** Here the alphabets end, but for a few that are rare. */
  private static final int FIRST_WIDE = 0x2E80;

  private static final @Nullable Block[] BLOCKS = new Block[0x10000 >> BLOCK_BITS];

  private Plain() {}

  static {
    for (int c = 0; c < FIRST_WIDE; c += BLOCK_SIZE) {
      Block block = block((char) c);
      for (int at = 0; at < BLOCK_SIZE && c + at < FIRST_WIDE; at++) {
        LETTERS[c + at] = block.kinds[at] == kind(Shape.WORD) ? block.folded[at] : 0;
      }
    }
  }

  /** Complete when it is made, so that it does no harm if two threads make the same. */
  private static final class Block {
    private final byte[] kinds = new byte[BLOCK_SIZE];
    private final char[] folded = new char[BLOCK_SIZE];
    private final byte[] cases = new byte[BLOCK_SIZE];

    Block(int first) {
      for (int at = 0; at < BLOCK_SIZE; at++) {
        char c = (char) (first + at);
        cases[at] = caseOf((int) c);
        kinds[at] = SPECIAL;
        if (!Character.isSurrogate(c) && Folding.begins(c) && !Folding.isInvisible(c)) {
          fold(c, at);
        }
      }
    }

    private void fold(char c, int at) {
      String whole = Folding.fold(c);
      if (whole.length() == 1) {
        folded[at] = whole.charAt(0);
        kinds[at] = kind((int) whole.charAt(0));
      }
    }
  }

  /** The number of a shape, or of a separator, or {@link #SPECIAL}. */
  static byte kind(char c) {
    return block(c).kinds[c & (BLOCK_SIZE - 1)];
  }

  /** What a character that is not special folds to. */
  static char folded(char c) {
    return block(c).folded[c & (BLOCK_SIZE - 1)];
  }

  static byte caseOf(char c) {
    return block(c).cases[c & (BLOCK_SIZE - 1)];
  }

  static Shape shape(byte kind) {
    return SHAPES[kind];
  }

  private static Block block(char c) {
    Block known = BLOCKS[c >> BLOCK_BITS];
    if (known == null) {
      known = new Block(c & -BLOCK_SIZE);
      BLOCKS[c >> BLOCK_BITS] = known;
    }
    return known;
  }

  /** Of a folded character. */
  static byte kind(int codePoint) {
    return switch (Folding.kind(codePoint)) {
      case LETTER, DIGIT -> kind(Shape.WORD);
      case SYLLABLE -> kind(Shape.HANGUL);
      case IDEOGRAPH, IDEOGRAPH_MARK -> kind(Scripts.shape(codePoint));
      case SYMBOL -> kind(Shape.SYMBOL);
      case SPACE -> SEPARATORS;
      case BREAK -> separator(1);
      case HYPHEN -> separator(3);
      case APOSTROPHE -> separator(4);
      case QUOTE -> separator(5);
      case PERIOD -> separator(6);
      default -> separator(codePoint == ',' || codePoint == '\u060C' ? 7 : 8);
    };
  }

  private static byte kind(Shape shape) {
    return (byte) List.of(SHAPES).indexOf(shape);
  }

  private static byte separator(int bit) {
    return (byte) (SEPARATORS + bit);
  }

  /** {@link Tokens#CAPITAL}, {@link Tokens#LOWER} or neither. */
  static byte caseOf(int codePoint) {
    if (Character.isUpperCase(codePoint)) {
      return Tokens.CAPITAL;
    }
    boolean lower =
        Character.isLowerCase(codePoint) && Character.toTitleCase(codePoint) != codePoint;
    return lower ? Tokens.LOWER : 0;
  }
}
