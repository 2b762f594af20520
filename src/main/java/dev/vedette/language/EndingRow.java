package dev.vedette.language;

import dev.vedette.language.StemCondition.NotOne;
import dev.vedette.text.Folded;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a table of endings, read strictly. See the head of {@code endings/slavic-latin.tsv} for
 * its columns.
 *
 * @param languages tags parted by {@code /}
 * @param joints how the endings are joined to the word: {@code +} written on, {@code '}, {@code -},
 *     {@code :}
 * @param stems what the nominative ends in and what becomes of that before the endings
 * @param endings folded
 * @param condition what must stand before the stem's end
 * @param alone see {@link Form#alone()}
 * @param examples at least one
 */
record EndingRow(
    String languages,
    String joints,
    List<Stem> stems,
    List<String> endings,
    StemCondition condition,
    boolean alone,
    List<Example> examples) {

  private static final int COLUMNS = 6;

  /** How a stem ends; both folded, both may be empty. */
  record Stem(String nominative, String oblique) {}

  /** A form of a word, and the word; both as in print. */
  record Example(String form, String base) {}

  /**
   * @throws IllegalStateException if a cell is not as it must be; says where and what
   */
  static EndingRow parse(Table.Row row) {
    List<String> cells = row.cells();
    if (cells.size() != COLUMNS) {
      throw row.wrong(
          cells.size() + " columns", "languages, joints, stem, endings, condition, examples");
    }
    String languages = cells.get(0);
    if (!languages.matches("[a-z]{2,3}(/[a-z]{2,3})*")) {
      throw row.wrong("languages '" + languages + "'", "tags parted by '/', like cs/sk");
    }
    String joints = cells.get(1);
    if (!joints.matches("\\+?'?-?:?")) {
      throw row.wrong("joints '" + joints + "'", "some of + ' - : in this order");
    }
    return new EndingRow(
        languages,
        joints,
        stems(row, cells.get(2)),
        endings(row, cells.get(3)),
        condition(row, cells.get(4)),
        isAlone(cells.get(4)),
        examples(row, cells.get(5)));
  }

  /**
   * The rules for words to which the endings are written on; none if they are not. An ending that
   * folds to what the nominative has, or to nothing, makes no rule.
   */
  List<EndingRule> rules() {
    List<EndingRule> rules = new ArrayList<>();
    if (joints.startsWith("+")) {
      for (Stem stem : stems) {
        for (String ending : endings) {
          String cut = stem.oblique() + ending;
          if (!cut.isEmpty() && !cut.equals(stem.nominative())) {
            rules.add(
                new EndingRule(
                    cut, ending.length(), stem.nominative(), condition, alone, languages));
          }
        }
      }
    }
    return rules;
  }

  private static List<Stem> stems(Table.Row row, String cell) {
    List<Stem> stems = new ArrayList<>();
    for (String pair : cell.split(",", -1)) {
      String[] ends = pair.equals("-") ? new String[] {"-", "-"} : pair.split(">", -1);
      if (ends.length != 2 || !isPart(ends[0]) || !isPart(ends[1])) {
        throw row.wrong("stem '" + pair + "'", "- or nominative>oblique, each letters or -");
      }
      stems.add(new Stem(folded(ends[0]), folded(ends[1])));
    }
    return stems;
  }

  private static List<String> endings(Table.Row row, String cell) {
    List<String> endings = new ArrayList<>();
    for (String ending : cell.split(",", -1)) {
      if (!isPart(ending)) {
        throw row.wrong("ending '" + ending + "'", "letters or -");
      }
      endings.add(folded(ending));
    }
    return endings;
  }

  private static StemCondition condition(Table.Row row, String cell) {
    String text = cell.equals("alone") ? "-" : cell.replaceAll(",alone$", "");
    try {
      return StemCondition.parse(text);
    } catch (NotOne e) {
      throw row.wrong("condition " + e.getMessage(), "-, C, V, ~letters, !letters, 3+ or alone");
    }
  }

  private static List<Example> examples(Table.Row row, String cell) {
    List<Example> examples = new ArrayList<>();
    for (String pair : cell.split(",", -1)) {
      String[] words = pair.split(">", -1);
      if (words.length != 2 || words[0].isEmpty() || words[1].isEmpty()) {
        throw row.wrong("example '" + pair + "'", "form>nominative");
      }
      examples.add(new Example(words[0], words[1]));
    }
    return examples;
  }

  private static boolean isAlone(String condition) {
    return condition.equals("alone") || condition.endsWith(",alone");
  }

  private static boolean isPart(String text) {
    return text.equals("-") || text.matches("[\\p{L}\\p{M}]+");
  }

  private static String folded(String part) {
    return part.equals("-") ? "" : Folded.of(part).toString();
  }
}
