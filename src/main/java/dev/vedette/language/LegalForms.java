package dev.vedette.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The legal forms of companies: {@code Ltd}, {@code s.r.o.}, {@code ООО}, {@code 株式会社}.
 *
 * <p>All take the words of a name as {@link Words#of} gives them. Whether a form is written with
 * full stops, spaces or neither makes no difference: {@code s r o} is {@code sro}.
 */
public final class LegalForms {

  private static final String FILE = "names/legal-forms.tsv";
  private static final String[] COLUMNS = {"group", "place", "used in", "writings"};
  private static final List<String> PLACES = List.of("end", "start", "both");

  private static final LegalForms SHIPPED = new LegalForms(Tsv.load(FILE, COLUMNS));

  private final Map<String, Set<String>> leading = new HashMap<>();
  private final Map<String, Set<String>> trailing = new HashMap<>();
  private int longest;

  private LegalForms(List<Tsv.Row> rows) {
    for (Tsv.Row row : rows) {
      Set<String> inRow = new HashSet<>();
      for (String writing : row.list(3)) {
        String letters = String.join("", Words.of(writing));
        if (letters.isEmpty() || !inRow.add(letters)) {
          throw row.wrong(writing, "letters, each writing once");
        }
        add(letters, row.cell(0), row.oneOf(1, PLACES));
      }
    }
  }

  /**
   * What remains of a name without its legal forms.
   *
   * @param from the first word of it
   * @param to the word after its last one; more than {@code from}, unless the name has no words
   */
  public record Core(int from, int to) {

    /** The words of the core. */
    public List<String> of(List<String> words) {
      return words.subList(from, to);
    }
  }

  /**
   * The name without the forms before and after it; where it is nothing else, the first of them.
   */
  public static Core core(List<String> words) {
    return SHIPPED.strip(words, new HashSet<>());
  }

  /**
   * The groups of forms that a name carries, empty if none. Forms of a group are translations or
   * abbreviations of each other, or stand for each other in other countries; one writing may belong
   * to several groups.
   */
  public static Set<String> groups(List<String> words) {
    Set<String> groups = new TreeSet<>();
    SHIPPED.strip(words, groups);
    return groups;
  }

  /** The forms of a table of one's own, for tests of the table's reader. */
  static LegalForms parse(String text) {
    return new LegalForms(Tsv.parse(FILE, text, COLUMNS));
  }

  private void add(String letters, String group, String place) {
    longest = Math.max(longest, letters.length());
    if (!place.equals("start")) {
      trailing.computeIfAbsent(letters, key -> new TreeSet<>()).add(group);
    }
    if (!place.equals("end")) {
      leading.computeIfAbsent(letters, key -> new TreeSet<>()).add(group);
    }
  }

  private Core strip(List<String> words, Set<String> groups) {
    int from = 0;
    int to = words.size();
    int shorter;
    while ((shorter = withoutTrailing(words, from, to, groups)) < to) {
      to = shorter;
    }
    int later;
    while ((later = withoutLeading(words, from, to, groups)) > from) {
      from = later;
    }
    return new Core(from, to);
  }

  private int withoutTrailing(List<String> words, int from, int to, Set<String> groups) {
    String letters = "";
    int best = to;
    for (int start = to - 1; start > from && letters.length() < longest; start--) {
      letters = words.get(start) + letters;
      best = trailing.containsKey(letters) ? start : best;
    }
    groups.addAll(trailing.getOrDefault(join(words, best, to), Set.of()));
    return best;
  }

  private int withoutLeading(List<String> words, int from, int to, Set<String> groups) {
    String letters = "";
    int best = from;
    for (int end = from + 1; end < to && letters.length() < longest; end++) {
      letters += words.get(end - 1);
      best = leading.containsKey(letters) ? end : best;
    }
    groups.addAll(leading.getOrDefault(join(words, from, best), Set.of()));
    return best;
  }

  private static String join(List<String> words, int from, int to) {
    return String.join("", words.subList(from, to));
  }
}
