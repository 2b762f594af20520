package dev.vedette.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a single cluster (a letter with its marks) when case, width, accents and the
 * forms of Chinese characters are folded away.
 *
 * <p>Unicode's own NFKC_Casefold does most of it. It is followed, in the scripts where marks are an
 * ornament of the letter, by taking the marks off; in others (Devanagari, Thai, Kana) a mark makes
 * another letter and stays.
 */
final class Folding {

  private static final Normalizer2 CASE_AND_WIDTH = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();
  private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();

  /** Footnote digits, trade marks, numbers in circles: signs beside a word, not letters of it. */
  private static final UnicodeSet STANDS_FOR_ITSELF =
      new UnicodeSet("[[[[:No:][:So:][:Sk:]]-[:Alphabetic:]-[\\u3300-\\u33FF]]\\uFF0C]").freeze();

  /** Invisible, and no help in parting words: soft hyphen, joiners, direction marks, tatweel. */
  private static final UnicodeSet INVISIBLE =
      new UnicodeSet("[[[:Default_Ignorable_Code_Point:]-[\\u200B]]\\u0640]").freeze();

  /** Letters that look like a plain one with an ornament but have no decomposition. */
  private static final String[] ORNATE = {
    "ø o",
    "Ø O",
    "ł l",
    "Ł L",
    "đ d",
    "Đ D",
    "ð d",
    "Ð D",
    "ħ h",
    "Ħ H",
    "ı i",
    "ŧ t",
    "Ŧ T",
    "ŋ n",
    "Ŋ N",
    "æ ae",
    "Æ AE",
    "œ oe",
    "Œ OE",
    "þ th",
    "Þ TH",
    "ß ss",
    "ẞ SS",
    "ƀ b",
    "ɓ b",
    "Ɓ B",
    "ɗ d",
    "Ɗ D",
    "ɖ d",
    "Ɖ D",
    "ƙ k",
    "Ƙ K",
    "ƴ y",
    "Ƴ Y",
    "ɨ i",
    "Ɨ I",
    "ʉ u",
    "Ʉ U",
    "ɵ o",
    "Ɵ O",
    "ƶ z",
    "Ƶ Z",
    "ǥ g",
    "Ǥ G",
    "ς σ",
    // Arabic script: the same letter in other hands
    "ٱ ا",
    "ى ي",
    "ی ي",
    "ک ك",
    "ة ه",
    "ہ ه",
    "ھ ه",
    "ە ه"
  };

  private static final Map<Integer, String> PLAIN = plain();

  private static final byte KNOWN = 1;
  private static final byte IS_INVISIBLE = 2;
  private static final byte BEGINS = 4;

  /** Caches over the BMP. Filled without locks: every thread would write the same value. */
  private static final byte[] TRAITS = new byte[0x10000];

  private static final CharKind[] KINDS = new CharKind[0x10000];
  private static final String[] FOLDS = new String[0x10000];

  private static final int CLUSTER_BITS = 12;

  /** Clusters of more than one character that were met lately: languages have few of them. */
  private static final @Nullable Cluster[] CLUSTERS = new Cluster[1 << CLUSTER_BITS];

  private record Cluster(String letters, String folded) {}

  private Folding() {}

  static boolean isInvisible(int codePoint) {
    return (traits(codePoint) & IS_INVISIBLE) != 0;
  }

  /** Whether it begins a cluster, whatever stands before it. */
  static boolean begins(int codePoint) {
    return (traits(codePoint) & BEGINS) != 0;
  }

  static CharKind kind(int codePoint) {
    if (codePoint >= KINDS.length) {
      return CharKind.of(codePoint);
    }
    CharKind known = KINDS[codePoint];
    if (known == null) {
      known = CharKind.of(codePoint);
      KINDS[codePoint] = known;
    }
    return known;
  }

  /** The cluster that is a single BMP character, folded; may be empty or several letters. */
  static String fold(char single) {
    String known = FOLDS[single];
    if (known == null) {
      known = folded(String.valueOf(single));
      FOLDS[single] = known;
    }
    return known;
  }

  /** A cluster, folded; may be empty or several letters. */
  static String fold(String cluster) {
    int place = (cluster.hashCode() * 0x9E37_79B9) >>> (Integer.SIZE - CLUSTER_BITS);
    Cluster known = CLUSTERS[place];
    if (known == null || !known.letters.equals(cluster)) {
      known = new Cluster(cluster, folded(cluster));
      CLUSTERS[place] = known;
    }
    return known.folded;
  }

  private static String folded(String cluster) {
    int first = cluster.codePointAt(0);
    if (UCharacter.isDigit(first)) {
      return Integer.toString(UCharacter.digit(first));
    }
    return keepsItself(first)
        ? Character.toString(first)
        : HanForms.simplified(withoutMarks(CASE_AND_WIDTH.normalize(cluster)));
  }

  /** Compatibility forms and the digits of all scripts made one. */
  static String withoutWidth(String text) {
    StringBuilder out = new StringBuilder();
    Normalizer2.getNFKCInstance()
        .normalize(text)
        .codePoints()
        .map(c -> UCharacter.isDigit(c) ? '0' + UCharacter.digit(c) : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Marks and ornaments taken off, where they are that; case stays. */
  static String withoutMarks(String text) {
    StringBuilder out = new StringBuilder(text.length());
    String composed = COMPOSED.normalize(text);
    boolean ornamental = true;
    for (int at = 0; at < composed.length(); ) {
      int codePoint = composed.codePointAt(at);
      at += Character.charCount(codePoint);
      int script = UScript.getScript(codePoint);
      if (script != UScript.INHERITED) {
        ornamental = hasOrnamentalMarks(script);
      }
      if (ornamental) {
        appendPlain(codePoint, out);
      } else {
        out.appendCodePoint(codePoint);
      }
    }
    return out.toString();
  }

  private static void appendPlain(int codePoint, StringBuilder out) {
    String parts = DECOMPOSED.getDecomposition(codePoint);
    if (parts == null) {
      appendUnlessMark(codePoint, out);
    } else {
      parts.codePoints().forEach(part -> appendUnlessMark(part, out));
    }
  }

  private static void appendUnlessMark(int codePoint, StringBuilder out) {
    String plain = PLAIN.get(codePoint);
    if (plain != null) {
      out.append(plain);
    } else if (UCharacter.getType(codePoint) != UCharacterCategory.NON_SPACING_MARK
        && UCharacter.getType(codePoint) != UCharacterCategory.ENCLOSING_MARK) {
      out.appendCodePoint(codePoint);
    }
  }

  private static boolean hasOrnamentalMarks(int script) {
    return switch (script) {
      case UScript.LATIN,
          UScript.GREEK,
          UScript.CYRILLIC,
          UScript.ARABIC,
          UScript.HEBREW,
          UScript.COMMON ->
          true;
      default -> false;
    };
  }

  private static boolean keepsItself(int codePoint) {
    if (STANDS_FOR_ITSELF.contains(codePoint)) {
      return true;
    }
    return switch (kind(codePoint)) {
      case APOSTROPHE, HYPHEN, SPACE, BREAK, QUOTE -> true;
      default -> false;
    };
  }

  private static byte traits(int codePoint) {
    if (codePoint >= TRAITS.length) {
      return findTraits(codePoint);
    }
    byte known = TRAITS[codePoint];
    if (known == 0) {
      known = findTraits(codePoint);
      TRAITS[codePoint] = known;
    }
    return known;
  }

  private static byte findTraits(int codePoint) {
    int traits = KNOWN;
    if (INVISIBLE.contains(codePoint)) {
      traits |= IS_INVISIBLE;
    }
    if (CASE_AND_WIDTH.hasBoundaryBefore(codePoint)
        && !UCharacter.hasBinaryProperty(codePoint, UProperty.VARIATION_SELECTOR)) {
      traits |= BEGINS;
    }
    return (byte) traits;
  }

  private static Map<Integer, String> plain() {
    Map<Integer, String> plain = new HashMap<>();
    for (String pair : ORNATE) {
      plain.put(pair.codePointAt(0), pair.substring(2));
    }
    return Map.copyOf(plain);
  }
}
