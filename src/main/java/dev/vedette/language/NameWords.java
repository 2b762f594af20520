package dev.vedette.language;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words that stand in people's names and are no names: titles, suffixes, particles, initials. */
public final class NameWords {

  private static final String FILE = "names/name-words.tsv";
  private static final String[] COLUMNS = {"kind", "languages", "words"};

  private static final Map<String, Set<Kind>> SHIPPED = read(Tsv.load(FILE, COLUMNS));

  private NameWords() {}

  /** What a word does in a name; one may do several things. */
  enum Kind {
    TITLE,
    SUFFIX,
    FILIATION,
    FILIATION_AFTER,
    COMPOUND,
    ARTICLE,
    ARTICLE_HYPHEN,
    NOBLE,
    LINK;

    String inTable() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether a folded word is a title or an address that may stand before a name. */
  public static boolean isTitle(String word) {
    return is(Kind.TITLE, word);
  }

  /** Whether a folded word may follow a name: {@code jr}, {@code iii}, {@code phd}. */
  public static boolean isSuffix(String word) {
    return is(Kind.SUFFIX, word);
  }

  /**
   * Whether a folded word may be a particle of a name ({@code bin}, {@code al}, {@code von}, {@code
   * abu}), which belongs to its neighbour and is written, joined or left out freely.
   */
  public static boolean isParticle(String word) {
    return kinds(word).stream().anyMatch(kind -> kind != Kind.TITLE && kind != Kind.SUFFIX);
  }

  /** Whether a folded word is one letter of a script with capitals: a shortened given name. */
  public static boolean isInitial(String word) {
    int first = word.codePointAt(0);
    return word.length() == Character.charCount(first)
        && Character.toUpperCase(first) != Character.toLowerCase(first);
  }

  static boolean is(Kind kind, String word) {
    return kinds(word).contains(kind);
  }

  static Set<Kind> kinds(String word) {
    return SHIPPED.getOrDefault(word, Set.of());
  }

  /** The words of a table of one's own, for tests of the table's reader. */
  static Map<String, Set<Kind>> parse(String text) {
    return read(Tsv.parse(FILE, text, COLUMNS));
  }

  private static Map<String, Set<Kind>> read(List<Tsv.Row> rows) {
    List<String> names = EnumSet.allOf(Kind.class).stream().map(Kind::inTable).toList();
    Map<String, Set<Kind>> kinds = new HashMap<>();
    for (Tsv.Row row : rows) {
      Kind kind = Kind.values()[names.indexOf(row.oneOf(0, names))];
      for (String word : row.words(2)) {
        kinds.computeIfAbsent(word, key -> EnumSet.noneOf(Kind.class)).add(kind);
      }
    }
    return kinds;
  }
}
