package dev.vedette.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose child and of which family, as far as the end of a word tells. */
public final class Patronymics {

  private static final String FILE = "names/patronymics.tsv";
  private static final String[] COLUMNS = {"kind", "languages", "letters", "ending"};

  private static final List<Ending> PATRONYMICS = read("patronymic");
  private static final List<Ending> SURNAMES = read("surname");

  private static final Set<Character> LAST_LETTERS =
      PATRONYMICS.stream().map(Ending::last).collect(Collectors.toUnmodifiableSet());

  private Patronymics() {}

  private record Ending(String letters, int before) {
    char last() {
      return letters.charAt(letters.length() - 1);
    }

    boolean of(String word) {
      return word.length() >= letters.length() + before && word.endsWith(letters);
    }
  }

  /**
   * Whether a folded word ends like a name made of the father's: {@code -ovich}, {@code -евна},
   * {@code -oglu}. Some surnames do as well.
   */
  public static boolean isPatronymicShape(String word) {
    return isOf(PATRONYMICS, word);
  }

  /** Whether {@link #isPatronymicShape} may be true of a word with this last letter. */
  public static boolean mayEnd(char last) {
    return LAST_LETTERS.contains(last);
  }

  /** Whether a folded word ends like the surnames of a nation: {@code -enko}, {@code -швили}. */
  public static boolean isSurnameShape(String word) {
    return isOf(SURNAMES, word);
  }

  private static boolean isOf(List<Ending> endings, String word) {
    for (Ending ending : endings) {
      if (ending.of(word)) {
        return true;
      }
    }
    return false;
  }

  private static List<Ending> read(String kind) {
    return read(kind, Tsv.load(FILE, COLUMNS));
  }

  /** The endings of one kind of a table of one's own, for tests of the table's reader. */
  static int parse(String kind, String text) {
    return read(kind, Tsv.parse(FILE, text, COLUMNS)).size();
  }

  private static List<Ending> read(String kind, List<Tsv.Row> rows) {
    List<Ending> endings = new ArrayList<>();
    for (Tsv.Row row : rows) {
      if (!row.cell(2).matches("\\d")) {
        throw row.wrong(row.cell(2), "a number of letters");
      }
      if (row.oneOf(0, List.of("patronymic", "surname")).equals(kind)) {
        int before = Integer.parseInt(row.cell(2));
        row.words(3).forEach(letters -> endings.add(new Ending(letters, before)));
      }
    }
    return List.copyOf(endings);
  }
}
