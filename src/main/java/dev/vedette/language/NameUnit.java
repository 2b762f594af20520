package dev.vedette.language;

import dev.vedette.language.NameWords.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Words of a name that stay together: particles with the word that they belong to, and what is
 * joined by hyphens.
 *
 * @param from the first word
 * @param head the first word that is no particle
 * @param to the word after the last
 * @param isFiliation whether it says whose child somebody is
 */
record NameUnit(int from, int head, int to, boolean isFiliation) {

  /** A name as units, in order. */
  static List<NameUnit> in(NameText name) {
    List<NameUnit> units = new ArrayList<>();
    for (int from = 0; from < name.size(); ) {
      NameUnit unit = at(name, from);
      units.add(unit);
      from = unit.to();
    }
    return units;
  }

  /** Whether a particle of it is one that Arabic names have. */
  boolean isArabic(NameText name) {
    return IntStream.range(from, head)
        .mapToObj(name::folded)
        .flatMap(word -> NameWords.kinds(word).stream())
        .anyMatch(
            kind ->
                kind != Kind.NOBLE
                    && kind != Kind.LINK
                    && kind != Kind.TITLE
                    && kind != Kind.TITLE_OR_NAME);
  }

  private static NameUnit at(NameText name, int from) {
    int head = from;
    boolean filiation = false;
    while (head + 1 < name.size() && bindsNext(name, head)) {
      filiation |= NameWords.is(Kind.FILIATION, name.folded(head));
      head++;
    }
    int to = end(name, head);
    if (to < name.size() && NameWords.is(Kind.FILIATION_AFTER, name.folded(to))) {
      return new NameUnit(from, head, to + 1, true);
    }
    return new NameUnit(from, head, to, filiation);
  }

  private static int end(NameText name, int head) {
    int last = head;
    while (name.hyphenAfter(last) || bindsBoth(name, last + 1)) {
      last++;
    }
    return last + 1;
  }

  private static boolean bindsBoth(NameText name, int word) {
    return word + 1 < name.size()
        && NameWords.is(Kind.LINK, name.folded(word))
        && name.isLowerCase(word);
  }

  /** At the beginning of a name most particles are given names: Al, Ben, Van. */
  private static boolean bindsNext(NameText name, int word) {
    String folded = name.folded(word);
    boolean hyphen = name.hyphenAfter(word);
    if (NameWords.is(Kind.COMPOUND, folded)
        || (hyphen && NameWords.is(Kind.ARTICLE_HYPHEN, folded))) {
      return true;
    }
    return (word > 0 || hyphen || name.isLowerCase(word))
        && (NameWords.is(Kind.ARTICLE, folded)
            || NameWords.is(Kind.FILIATION, folded)
            || NameWords.is(Kind.NOBLE, folded));
  }
}
