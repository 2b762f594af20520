package dev.vedette.language;

import java.util.List;

/**
 * The endings of names: which nominative a word of a text may be a form of.
 *
 * <p>Words are lower-case and folded as {@link dev.vedette.text.Folded} does it. What is known
 * stands in the tables {@code endings/*.tsv}, a class of words a row.
 */
public final class Endings {

  /** How an ending can be parted from its word. */
  private static final String JOINTS = "'-:";

  private static final List<String> FAMILIES =
      List.of(
          "slavic-latin",
          "slavic-cyrillic",
          "baltic",
          "uralic",
          "turkic",
          "germanic-romance",
          "other-alphabets");

  private static final EndingTable TABLE =
      EndingTable.of(FAMILIES.stream().flatMap(family -> rows(family).stream()).toList());

  private Endings() {}

  /**
   * All nominatives that a word may be an inflected form of, the shortest endings first; none
   * twice, never the word itself, and empty if it has no known ending.
   *
   * @param word a word of one script, folded
   */
  public static List<Form> undo(String word) {
    return TABLE.undo(word);
  }

  /** Whether letters after an apostrophe, a hyphen or a colon are an ending in some language. */
  public static boolean isSuffix(String letters) {
    return JOINTS.chars().anyMatch(joint -> !suffixLanguages((char) joint, letters).isEmpty());
  }

  /**
   * The languages in which letters can be an ending that stands after a joint: Turkish {@code in}
   * after an apostrophe, Finnish {@code n} after a colon; parted by {@code /}, empty for none.
   *
   * @param joint {@code '}, {@code -} or {@code :}
   * @param letters folded
   */
  public static String suffixLanguages(char joint, String letters) {
    return TABLE.languages(joint, letters);
  }

  /** The rows of a family's table, in order. */
  static List<EndingRow> rows(String family) {
    return Table.rows("endings/" + family + ".tsv").stream().map(EndingRow::parse).toList();
  }

  static List<String> families() {
    return FAMILIES;
  }
}
