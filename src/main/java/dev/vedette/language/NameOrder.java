package dev.vedette.language;

import dev.vedette.language.PersonName.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which units of a name are the surname, where they are not told by syllables. */
final class NameOrder {

  private final NameText name;
  private final List<NameUnit> units;

  private NameOrder(NameText name, List<NameUnit> units) {
    this.name = name;
    this.units = units;
  }

  /** What each unit is; those before the surname's or after it are given names and fathers'. */
  static List<Part> parts(NameText name, List<NameUnit> units) {
    return new NameOrder(name, units).parts();
  }

  private record Range(int from, int to) {}

  private List<Part> parts() {
    Range surname = surname();
    List<Part> parts = new ArrayList<>();
    for (int at = 0; at < units.size(); at++) {
      if (at >= surname.from() && at < surname.to()) {
        parts.add(Part.SURNAME);
      } else {
        parts.add(parts.contains(Part.GIVEN) && isPatronymic(at) ? Part.PATRONYMIC : Part.GIVEN);
      }
    }
    return parts;
  }

  private Range surname() {
    int last = units.size() - 1;
    int comma = name.comma();
    if (comma > 0) {
      return new Range(0, (int) units.stream().filter(unit -> unit.to() <= comma).count());
    }
    Range capitals = capitals();
    if (capitals.from() < capitals.to()) {
      return capitals;
    }
    if (last > 0 && isFamilyFirst(last)) {
      return new Range(0, 1);
    }
    return new Range(Math.max(0, Math.min(last, spanishGiven())), last + 1);
  }

  /** The units in capitals, if others are not and they stand at one end. */
  private Range capitals() {
    int[] written = IntStream.range(0, units.size()).filter(this::isCapitals).toArray();
    if (written.length == 0 || written.length == units.size()) {
      return new Range(0, 0);
    }
    int from = written[0];
    int to = written[written.length - 1] + 1;
    boolean together = to - from == written.length && (from == 0 || to == units.size());
    return together ? new Range(from, to) : new Range(0, 0);
  }

  private boolean isFamilyFirst(int last) {
    if (IntStream.rangeClosed(1, last).allMatch(at -> NameWords.isInitial(word(at)))) {
      return !NameWords.isInitial(word(0));
    }
    if (last == 2 && isPatronymic(2) && !isPatronymic(1)) {
      return GivenNames.isKnown(word(1)) && !GivenNames.isKnown(word(0));
    }
    boolean unknown = !GivenNames.isKnown(word(0));
    return unknown
        && last == 1
        && (GivenNames.isHungarian(word(1))
            || (GivenNames.isKnown(word(1)) && Patronymics.isSurnameShape(word(0))));
  }

  /** How many given names a Spanish name begins with; all, if it is none. */
  private int spanishGiven() {
    int given = 0;
    while (given < units.size() && (isSpanish(given) || (given > 0 && isKnown(given)))) {
      given++;
    }
    return isSpanish(0) && units.size() > 2 ? Math.max(given, units.size() - 2) : units.size();
  }

  private boolean isSpanish(int unit) {
    return unit < units.size() && GivenNames.isSpanish(word(unit));
  }

  private boolean isKnown(int unit) {
    return GivenNames.isKnown(word(unit));
  }

  private boolean isPatronymic(int unit) {
    return units.get(unit).isFiliation() || Patronymics.isPatronymicShape(word(unit));
  }

  private boolean isCapitals(int unit) {
    return IntStream.range(units.get(unit).head(), units.get(unit).to()).allMatch(name::isCapitals);
  }

  private String word(int unit) {
    return name.folded(units.get(unit).head());
  }
}
