package dev.vedette.language;

import dev.vedette.language.PersonName.Origin;
import dev.vedette.language.PersonName.Part;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the names of persons: takes off what is no name, then asks whose manner it follows. */
final class PersonNames {

  /** What was found out about some words: a part for each. */
  record Reading(List<Part> parts, Origin origin) {}

  private PersonNames() {}

  static PersonName read(String name) {
    NameText all = new NameText(name, EastAsianNames.words(name));
    int from = EastAsianNames.isPinyin(all) ? 0 : afterTitles(all);
    int to = beforeSuffixes(all, from);
    NameText core = all.part(from, to);
    Reading reading = EastAsianNames.read(core).orElseGet(() -> general(core));
    List<PersonName.Word> words = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      Part part = at < from ? Part.TITLE : Part.SUFFIX;
      if (at >= from && at < to) {
        part = reading.parts().get(at - from);
      }
      Words.Word word = all.words().get(at);
      words.add(new PersonName.Word(word.folded(), word.start(), word.end(), part));
    }
    return new PersonName(words, reading.origin());
  }

  private static int afterTitles(NameText name) {
    int from = 0;
    while (from + 1 < name.size()
        && NameWords.isTitle(name.folded(from))
        && !name.hyphenAfter(from)
        && name.comma() != from + 1
        && !isGivenName(name, from)) {
      from++;
    }
    return from;
  }

  /** Hafez al-Assad: what may be a given name is one where only a surname follows. */
  private static boolean isGivenName(NameText name, int at) {
    long others =
        IntStream.range(at + 1, name.size())
            .filter(other -> !NameWords.isParticle(name.folded(other)))
            .count();
    return others < 2 && NameWords.is(NameWords.Kind.TITLE_OR_NAME, name.folded(at));
  }

  private static int beforeSuffixes(NameText name, int from) {
    int to = name.size();
    while (to - 1 > from && NameWords.isSuffix(name.folded(to - 1)) && !name.hyphenAfter(to - 2)) {
      to--;
    }
    return to;
  }

  private static Reading general(NameText name) {
    List<NameUnit> units = NameUnit.in(name);
    List<Part> ofUnits = NameOrder.parts(name, units);
    List<Part> parts = new ArrayList<>();
    for (int at = 0; at < units.size(); at++) {
      NameUnit unit = units.get(at);
      parts.addAll(Collections.nCopies(unit.to() - unit.from(), ofUnits.get(at)));
    }
    return new Reading(parts, isArabic(name, units) ? Origin.ARABIC : Origin.GENERAL);
  }

  private static boolean isArabic(NameText name, List<NameUnit> units) {
    if (name.size() > 0 && name.isIn(UnicodeScript.ARABIC)) {
      return true;
    }
    Optional<NameUnit> first = units.stream().findFirst();
    return units.stream().anyMatch(unit -> unit.isArabic(name))
        || first.stream()
            .flatMap(unit -> GivenNames.groups(name.folded(unit.from())).stream())
            .anyMatch(group -> group.language().equals("ar"));
  }
}
