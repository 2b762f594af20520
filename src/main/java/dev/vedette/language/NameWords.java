package dev.vedette.language;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that stand in people's names and are no names: titles, suffixes, particles, initials. */
public final class NameWords {

  private static final String FILE = "names/name-words.tsv";
  private static final String[] COLUMNS = {"kind", "languages", "words"};

  /** {@code alkurd}; what is shorter is mostly a name that begins so. */
  private static final int SHORTEST_WITH_ARTICLE = 6;

  private static final Map<String, Set<Kind>> SHIPPED = read(Tsv.load(FILE, COLUMNS));

  /** By the word in any script, the particles that it may be. */
  private static final Map<String, Set<String>> PARTICLES =
      particles(Tsv.load("names/particles.tsv", "particle", "words"));

  private NameWords() {}

  /** What a word does in a name; one may do several things. */
  enum Kind {
    TITLE,
    TITLE_OR_NAME,
    SUFFIX,
    FILIATION,
    FILIATION_AFTER,
    COMPOUND,
    COMPOUND_AFTER,
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
    return kinds(word).stream()
        .anyMatch(kind -> kind.compareTo(Kind.SUFFIX) > 0 && kind != Kind.COMPOUND_AFTER);
  }

  /**
   * The particles of surnames that a folded word may be, in Latin letters: {@code van} for {@code
   * βαν}; empty if it is none.
   */
  public static Set<String> particles(String word) {
    return PARTICLES.getOrDefault(word, Set.of());
  }

  /** Whether a folded word is an article of Arabic names, written or left out freely. */
  public static boolean isArticle(String word, boolean hyphenAfter) {
    return is(Kind.ARTICLE, word) || (hyphenAfter && is(Kind.ARTICLE_HYPHEN, word));
  }

  /** What is left of a folded surname without the article written onto it: {@code zahrani}. */
  public static Optional<String> withoutArticle(String word) {
    return word.length() >= SHORTEST_WITH_ARTICLE
            && (word.startsWith("al") || word.startsWith("el"))
        ? Optional.of(word.substring(2))
        : Optional.empty();
  }

  /** Whether a folded word says whose child somebody is. */
  public static boolean isFiliation(String word) {
    return is(Kind.FILIATION, word);
  }

  /** Whether a folded word makes one name with the next: {@code abd}, {@code abu}. */
  public static boolean isCompound(String word) {
    return is(Kind.COMPOUND, word);
  }

  /** Whether a folded word makes one name with the word before it: {@code allah}. */
  public static boolean isCompoundAfter(String word) {
    return is(Kind.COMPOUND_AFTER, word);
  }

  /** All folded words that are of some sort. */
  public static Set<String> all(Predicate<String> sort) {
    return SHIPPED.keySet().stream().filter(sort).collect(Collectors.toUnmodifiableSet());
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

  private static Map<String, Set<String>> particles(List<Tsv.Row> rows) {
    Map<String, Set<String>> particles = new HashMap<>();
    for (Tsv.Row row : rows) {
      String particle = row.cell(0);
      Stream.concat(Stream.of(particle), row.words(1).stream())
          .forEach(word -> particles.computeIfAbsent(word, key -> new TreeSet<>()).add(particle));
    }
    return particles;
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
