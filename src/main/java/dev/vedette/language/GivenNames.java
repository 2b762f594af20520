package dev.vedette.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Given names that are the same name in another language, or its short form. */
public final class GivenNames {

  private static final String FILE = "names/given-names.tsv";
  private static final String[] COLUMNS = {"name", "kind", "languages", "forms"};
  private static final List<String> KINDS = List.of("full", "short");

  private static final Map<String, Set<Group>> SHIPPED = read(Tsv.load(FILE, COLUMNS));
  private static final Set<String> SPANISH = ofNation("spanish");
  private static final Set<String> HUNGARIAN = ofNation("hungarian");

  private GivenNames() {}

  /** How near two given names are. The nearest is the first. */
  public enum Closeness {
    /** Equal, or as neighbouring languages write it: {@code Dmitry}, {@code Dmytro}. */
    SAME,
    /** One is a short or pet form of the other, or both are of a third: {@code Bill}. */
    SHORT,
    /** What another people has for it: {@code Joseph}, {@code Yusuf}, {@code Giuseppe}. */
    TRANSLATED
  }

  /**
   * A row of the table.
   *
   * @param name what is one name in all languages
   * @param row which forms of it, the place in the table
   * @param isShort whether they are short or pet forms
   * @param language the first, and so the main one, that writes the name like this
   */
  public record Group(String name, String row, boolean isShort, String language) {

    private Optional<Closeness> to(Group other) {
      if (row.equals(other.row)) {
        return Optional.of(isShort ? Closeness.SHORT : Closeness.SAME);
      }
      if (!name.equals(other.name)) {
        return Optional.empty();
      }
      return Optional.of(isShort || other.isShort ? Closeness.SHORT : Closeness.TRANSLATED);
    }
  }

  /** The groups that a folded given name stands in; empty if it is in no table. */
  public static Set<Group> groups(String given) {
    return SHIPPED.getOrDefault(given, Set.of());
  }

  /** Whether a folded word is a given name of the table. */
  public static boolean isKnown(String given) {
    return SHIPPED.containsKey(given);
  }

  static boolean isSpanish(String given) {
    return SPANISH.contains(given);
  }

  static boolean isHungarian(String given) {
    return HUNGARIAN.contains(given);
  }

  /** How near two folded given names are; empty if they are not one name, as far as is known. */
  public static Optional<Closeness> between(String one, String other) {
    if (one.equals(other)) {
      return Optional.of(Closeness.SAME);
    }
    return groups(one).stream()
        .flatMap(left -> groups(other).stream().flatMap(right -> left.to(right).stream()))
        .min(Closeness::compareTo);
  }

  /** The names of a table of one's own, for tests of the table's reader. */
  static Map<String, Set<Group>> parse(String text) {
    return read(Tsv.parse(FILE, text, COLUMNS));
  }

  private static Map<String, Set<Group>> read(List<Tsv.Row> rows) {
    Map<String, Set<Group>> groups = new HashMap<>();
    for (Tsv.Row row : rows) {
      boolean isShort = row.oneOf(1, KINDS).equals("short");
      Group group = new Group(row.cell(0), row.place(), isShort, language(row));
      for (String form : row.words(3)) {
        groups.computeIfAbsent(form, key -> new HashSet<>()).add(group);
      }
    }
    groups.replaceAll((form, all) -> Set.copyOf(all));
    return groups;
  }

  private static Set<String> ofNation(String nation) {
    Set<String> names = new HashSet<>();
    for (Tsv.Row row : Tsv.load("names/given-names-by-nation.tsv", "nation", "names")) {
      if (row.oneOf(0, List.of("spanish", "hungarian")).equals(nation)) {
        names.addAll(row.words(1));
      }
    }
    return names;
  }

  private static String language(Tsv.Row row) {
    return List.of(row.cell(2).split(" ", -1)).get(0);
  }
}
