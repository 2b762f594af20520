package dev.vedette.watchlist;

import java.util.ArrayList;
import java.util.List;

/**
 * An entry with what it looks for, ready for the index.
 *
 * @param number counts the entries of all lists
 * @param watchlist the list it stands in
 * @param entry as the analyst wrote it
 * @param sought every name and every word of its query, once for each thing that it is good for
 * @param alwaysTried whether its query can be true though none of these is found: it holds a
 *     regular expression or a reference to another entry
 */
record CompiledEntry(
    int number, Watchlist watchlist, Entry entry, List<Sought> sought, boolean alwaysTried) {

  /** What a mention is good for. */
  enum Role {
    STRONG,
    WEAK,
    CONTEXT,
    NOT,
    QUERY
  }

  /**
   * Something to look for.
   *
   * @param label as the analyst wrote it
   * @param prefix whether it is enough that a word begins so
   */
  record Sought(Role role, String label, Name name, boolean prefix) {

    /** Whether it is also looked for as grammar and script change it; words of a query are not. */
    boolean hasVariants() {
      return role != Role.QUERY && name.match() == Name.Mode.VARIANTS;
    }

    /** Its letters and what may stand between them, compiled anew. */
    Spelling spelling() {
      return prefix ? Spelling.prefix(name) : Spelling.of(name);
    }
  }

  static CompiledEntry of(int number, Watchlist watchlist, Entry entry) {
    List<Sought> sought = new ArrayList<>();
    addNames(Role.STRONG, entry.names(), sought);
    addNames(Role.WEAK, entry.weak(), sought);
    addNames(Role.CONTEXT, entry.context(), sought);
    addNames(Role.NOT, entry.not(), sought);
    boolean alwaysTried = entry.query() != null && addWords(entry.query(), sought);
    return new CompiledEntry(number, watchlist, entry, List.copyOf(sought), alwaysTried);
  }

  private static void addNames(Role role, List<Name> names, List<Sought> sought) {
    names.forEach(name -> sought.add(new Sought(role, name.text(), name, false)));
  }

  /** Also tells whether there is something in the query that the index does not look for. */
  private static boolean addWords(Query query, List<Sought> sought) {
    if (query instanceof Query.Words words) {
      Name name = Name.of(words.text());
      sought.add(new Sought(Role.QUERY, words.toString(), name, words.prefix()));
    }
    boolean other = query instanceof Query.Regex || query instanceof Query.Reference;
    for (Query part : Query.parts(query)) {
      other |= addWords(part, sought);
    }
    return other;
  }
}
