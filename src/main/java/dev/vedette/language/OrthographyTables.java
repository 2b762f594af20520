package dev.vedette.language;

import com.ibm.icu.lang.UScript;
import dev.vedette.language.Orthography.Context;
import dev.vedette.language.Orthography.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables of orthographies, {@code sounds/*.tsv}.
 *
 * <p>A table begins with {@code @label}, {@code @phonology} and {@code @script} (ISO 15924, one or
 * more); {@code @include NAME} takes over the rules of another, which its own ones override;
 * {@code @class V aeiou} names a set of letters. A rule is a pattern and the choices of sounds, the
 * likeliest first, {@code -} for none:
 *
 * <pre>
 * sch      S
 * c/{V}    ts     c where one of these letters follows
 * {V}\h    -      h after one of these letters
 * ^x       z      at the beginning of a word
 * ff$      v      at its end
 * kh       !      these letters are never written here: the word is not of this orthography
 * ^{C}\i/{C}{V}   what stands beside may be several letters, up to an end of the word
 * a{C}i/{C}$       A{C}  {C}Y   each letter of a class, and the first sound of its own rule above
 * </pre>
 */
final class OrthographyTables {

  private static final String FOLDER = "sounds/";

  /** A class, or letters any of which will do. */
  private static final Pattern CONTEXT = Pattern.compile("\\{[^}]*\\}|[^{^$]+");

  private String label = "";
  private Phonology phonology = Phonology.COMMON;
  private final List<String> scripts = new ArrayList<>();
  private final Map<String, String> classes = new HashMap<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private OrthographyTables() {}

  /** Every orthography that the index lists, by ICU's number of the script, in its order. */
  static Map<Integer, List<Orthography>> byScript() {
    Map<Integer, List<Orthography>> found = new HashMap<>();
    for (Table.Row row : Table.rows(FOLDER + "index.tsv")) {
      OrthographyTables table = read(row.cells().get(0));
      Orthography orthography = table.orthography();
      for (String script : table.scripts) {
        found
            .computeIfAbsent(UScript.getCodeFromName(script), s -> new ArrayList<>())
            .add(orthography);
      }
    }
    KoreanTable.all().forEach(table -> table.addTo(found));
    return found;
  }

  static Orthography toConsonants() {
    return read("consonants").orthography();
  }

  private static OrthographyTables read(String name) {
    OrthographyTables table = new OrthographyTables();
    table.addAll(Table.rows(FOLDER + name + ".tsv"), true);
    return table;
  }

  /** From rows, for those who test. */
  static Orthography of(List<Table.Row> rows) {
    OrthographyTables table = new OrthographyTables();
    table.addAll(rows, true);
    return table.orthography();
  }

  private Orthography orthography() {
    return new Orthography(label, phonology, List.copyOf(rules.values()));
  }

  private void addAll(List<Table.Row> rows, boolean own) {
    for (Table.Row row : rows) {
      String first = row.cells().get(0);
      List<String> rest = row.cells().subList(1, row.cells().size());
      if (rest.isEmpty()) {
        throw row.wrong("'" + first + "' alone", "a pattern and its sounds");
      }
      switch (first) {
        case "@label" -> label = own ? rest.get(0) : label;
        case "@phonology" -> phonology = own ? phonology(row, rest.get(0)) : phonology;
        case "@script" -> {
          if (own) {
            scripts.addAll(rest);
          }
        }
        case "@include" -> addAll(Table.rows(FOLDER + rest.get(0) + ".tsv"), false);
        case "@class" ->
            classes.put("{" + rest.get(0) + "}", String.join("", rest.subList(1, rest.size())));
        default -> add(row, first, rest);
      }
    }
  }

  private void add(Table.Row row, String pattern, List<String> choices) {
    int slash = pattern.indexOf('/');
    int from = pattern.indexOf('{', pattern.indexOf('\\') + 1);
    if (from < 0 || (slash >= 0 && from > slash)) {
      rules.put(pattern, rule(row, pattern, choices));
      return;
    }
    int to = pattern.indexOf('}', from) + 1;
    String each = pattern.substring(from, to);
    for (char letter : letters(row, each).toCharArray()) {
      Rule own = rules.get(String.valueOf(letter));
      if (own == null) {
        throw row.wrong("no rule for '" + letter + "'", "one above");
      }
      String sound = own.sounds().get(0);
      String single = pattern.substring(0, from) + letter + pattern.substring(to);
      rules.put(
          single,
          rule(row, single, choices.stream().map(some -> some.replace(each, sound)).toList()));
    }
  }

  private static Phonology phonology(Table.Row row, String name) {
    for (Phonology one : Phonology.values()) {
      if (one.name().equals(name.toUpperCase(Locale.ROOT))) {
        return one;
      }
    }
    throw row.wrong("@phonology '" + name + "'", "common, korean, chinese or consonantal");
  }

  private Rule rule(Table.Row row, String pattern, List<String> choices) {
    String rest = pattern;
    Context before = Context.ANY;
    Context after = Context.ANY;
    int slash = rest.indexOf('/');
    if (slash >= 0) {
      before = context(row, rest.substring(slash + 1));
      rest = rest.substring(0, slash);
    }
    int backslash = rest.indexOf('\\');
    if (backslash >= 0) {
      after = context(row, rest.substring(0, backslash));
      rest = rest.substring(backslash + 1);
    }
    boolean first = rest.startsWith("^");
    boolean last = rest.endsWith("$");
    String letters = rest.substring(first ? 1 : 0, rest.length() - (last ? 1 : 0));
    if (letters.isEmpty()) {
      throw row.wrong("no letters in '" + pattern + "'", "at least one");
    }
    List<String> sounds =
        choices.stream()
            .filter(choice -> !choice.equals("!"))
            .map(choice -> choice.equals("-") ? "" : choice)
            .toList();
    return new Rule(Units.ofRule(letters).toString(), first, last, before, after, sounds);
  }

  private Context context(Table.Row row, String pattern) {
    List<String> letters = new ArrayList<>();
    Matcher parts = CONTEXT.matcher(pattern);
    while (parts.find()) {
      letters.add(letters(row, parts.group()));
    }
    return new Context(List.copyOf(letters), pattern.startsWith("^") || pattern.endsWith("$"));
  }

  private String letters(Table.Row row, String some) {
    if (!some.startsWith("{")) {
      return some;
    }
    String known = classes.get(some);
    if (known == null) {
      throw row.wrong("class '" + some + "'", "one of " + classes.keySet());
    }
    return known;
  }
}
