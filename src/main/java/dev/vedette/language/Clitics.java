package dev.vedette.language;

import dev.vedette.text.Folded;
import java.util.ArrayList;
import java.util.List;

/**
 * What Arabic, Persian and Hebrew write onto a name without a space: conjunctions, prepositions,
 * articles, and in Persian the ezafe. They stand in {@code clitics.tsv}.
 */
public final class Clitics {

  /** A name has two letters at least. */
  private static final int SHORTEST = 2;

  private static final List<Clitic> CLITICS =
      Table.rows("clitics.tsv").stream().map(Clitic::parse).toList();

  private Clitics() {}

  /**
   * All that a word may be without its clitics, none twice; empty if there are none on it, as in
   * every other script.
   *
   * @param word a word of one script, folded as {@link Folded} does it
   */
  public static List<Form> strip(String word) {
    if (!isOfTheirScripts(word)) {
      return List.of();
    }
    List<Form> forms = new ArrayList<>();
    for (Clitic clitic : CLITICS) {
      Form form = clitic.isOn(word) ? clitic.strip(word) : null;
      if (form != null && forms.stream().noneMatch(known -> known.base().equals(form.base()))) {
        forms.add(form);
      }
    }
    return forms;
  }

  private static boolean isOfTheirScripts(String word) {
    return !word.isEmpty() && word.charAt(0) >= '\u0590' && word.charAt(0) < '\u0700';
  }

  /**
   * A row of the table, which explains the columns.
   *
   * @param example a form and the name, as in print
   */
  record Clitic(
      String language,
      boolean before,
      String letters,
      String restored,
      String condition,
      List<String> example) {

    static Clitic parse(Table.Row row) {
      List<String> cells = row.cells();
      if (cells.size() != 6) {
        throw row.wrong(
            cells.size() + " columns", "language, side, clitic, restored, condition, example");
      }
      if (!cells.get(1).matches("before|after")) {
        throw row.wrong("side '" + cells.get(1) + "'", "before or after");
      }
      List<String> example = List.of(cells.get(5).split(">", -1));
      if (example.size() != 2) {
        throw row.wrong("example '" + cells.get(5) + "'", "form>name");
      }
      return new Clitic(
          cells.get(0),
          cells.get(1).equals("before"),
          folded(cells.get(2)),
          folded(cells.get(3)),
          folded(cells.get(4)),
          example);
    }

    boolean isOn(String word) {
      int rest = word.length() - letters.length();
      if (rest + restored.length() < SHORTEST || rest <= 0) {
        return false;
      }
      return before
          ? word.startsWith(letters) && meets(word.charAt(letters.length()))
          : word.endsWith(letters) && meets(word.charAt(rest - 1));
    }

    Form strip(String word) {
      int kept = word.length() - letters.length();
      String base = before ? word.substring(letters.length()) : word.substring(0, kept);
      return new Form(restored + base, kept, language, false);
    }

    private boolean meets(char letter) {
      return condition.isEmpty() || condition.indexOf(letter) >= 0;
    }

    private static String folded(String cell) {
      return cell.equals("-") ? "" : Folded.of(cell).toString();
    }
  }
}
