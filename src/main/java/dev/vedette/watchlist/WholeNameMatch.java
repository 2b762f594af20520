package dev.vedette.watchlist;

import dev.vedette.language.GivenNames;
import dev.vedette.language.GivenNames.Closeness;
import dev.vedette.language.NameWords;
import dev.vedette.language.OrganisationWords;
import dev.vedette.watchlist.Lexicon.Use;
import dev.vedette.watchlist.WholeName.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A text that is nothing but a name, compared word by word with names of a list. */
final class WholeNameMatch {

  /** Shorter words are other words when a letter changes. */
  private static final int SHORTEST_FUZZY = 4;

  /** Words that one of two names has and the other has not. */
  private static final int MOST_DIFFERENT = 2;

  private final WholeName text;
  private final List<Map<Integer, Candidate>> readings = new ArrayList<>();
  private final Lexicon lexicon;
  private final boolean cased;

  private WholeNameMatch(WholeName text, Lexicon lexicon, boolean cased) {
    this.text = text;
    this.lexicon = lexicon;
    this.cased = cased;
  }

  /**
   * @param cased whether capitals tell that the text is no sentence; else it has no word too many
   */
  static WholeNameMatch of(WholeName text, Lexicon lexicon, WordMemory memory, boolean cased) {
    WholeNameMatch match = new WholeNameMatch(text, lexicon, cased);
    for (Part part : text.parts()) {
      Map<Integer, Candidate> readings = new HashMap<>();
      read(part.word().letters(), memory, readings);
      if (part.needed()) {
        NameWords.withoutArticle(part.word().letters())
            .ifPresent(bare -> read(bare, memory, readings));
      }
      match.readings.add(readings);
    }
    return match;
  }

  private static void read(String letters, WordMemory memory, Map<Integer, Candidate> readings) {
    for (Candidate one : memory.of(letters)) {
      if (one.start() == 0 && one.end() == letters.length() && !isInflected(one)) {
        readings.merge(one.word(), one.inItsOrthography(), WholeNameMatch::cheaper);
      }
    }
  }

  private static Candidate cheaper(Candidate one, Candidate other) {
    return one.cost() <= other.cost() ? one : other;
  }

  /** A name that stands alone is in the nominative. */
  private static boolean isInflected(Candidate one) {
    return one.changes().stream().anyMatch(change -> change.step() == Step.INFLECTED);
  }

  /** For each word of the text those of names that it may be. */
  List<Set<Integer>> words() {
    return readings.stream().map(Map::keySet).toList();
  }

  /** Whether the text is neither too long nor too short for a name of so many parts. */
  boolean mayBeOf(int parts) {
    return Math.abs(text.parts().size() - parts) <= MOST_DIFFERENT;
  }

  /** From a name to the text; empty if it is none of that name's. */
  List<Change> changes(Name name, Kind kind) {
    List<Part> parts = WholeName.of(ReadName.of(name.text(), kind)).parts();
    return new Pairing(parts, name, kind).changes();
  }

  /** Which word of the text is which of the name's. */
  private final class Pairing {

    private final List<Part> parts;
    private final Name name;
    private final Kind kind;
    private final int[] partners;
    private final List<Change> changes = new ArrayList<>();
    private int paired;
    private int misprints;
    private boolean translated;

    Pairing(List<Part> parts, Name name, Kind kind) {
      this.parts = parts;
      this.name = name;
      this.kind = kind;
      this.partners = new int[text.parts().size()];
      Arrays.fill(partners, -1);
    }

    List<Change> changes() {
      pair(this::same);
      pair(this::equivalent);
      if (different() - 2 * (initials() + name.fuzzy()) > MOST_DIFFERENT) {
        return List.of(); // whatever the rest may be paired with
      }
      pair(this::initial);
      pair(this::misprinted);
      int different = different();
      boolean person = kind == Kind.PERSON;
      if ((paired < 2 && !isOneWord())
          || (!cased && paired < partners.length)
          || different > (person ? mostDifferent() : 0)
          || misprints > name.fuzzy()
          || lacksNeeded()
          || (turns() > 0 && !isTurned(different == 0))
          || (different > 0 && isDoubtful())) {
        return List.of();
      }
      if (different > 0) {
        changes.add(Change.of(Step.PART));
      }
      if (turns() > 0) {
        changes.add(Change.of(Step.ORDER));
      }
      if (changes.isEmpty()) {
        changes.add(Change.of(person ? Step.PART : Step.LEGAL_FORM));
      }
      return changes.stream().distinct().toList();
    }

    /** Words that have no partner. */
    private int different() {
      return parts.size() + partners.length - 2 * paired;
    }

    private int initials() {
      return (int)
          Stream.concat(parts.stream(), text.parts().stream()).filter(Part::isInitial).count();
    }

    /** The one word of an organisation that is not like those of many. */
    private boolean isOneWord() {
      return kind != Kind.PERSON
          && parts.size() == 1
          && misprints == 0
          && OrganisationWords.meanings(parts.get(0).word().letters()).isEmpty();
    }

    /** Two words may be missing from a long name, but none may stand in the place of another. */
    private int mostDifferent() {
      boolean instead = paired < parts.size() && paired < partners.length;
      return instead ? 0 : paired > 2 || isAround() ? MOST_DIFFERENT : 1;
    }

    /** Whether the first and the last word of both are the same. */
    private boolean isAround() {
      return partners[0] == 0 && partners[partners.length - 1] == parts.size() - 1;
    }

    private void pair(BiFunction<Integer, Part, @Nullable List<Change>> test) {
      for (int at = 0; at < partners.length; at++) {
        for (int part = 0; part < parts.size() && partners[at] < 0; part++) {
          List<Change> how = isTaken(part) ? null : test.apply(at, parts.get(part));
          if (how != null) {
            partners[at] = part;
            paired++;
            changes.addAll(how);
          }
        }
      }
    }

    private @Nullable List<Change> same(int at, Part part) {
      Candidate one = readings.get(at).get(lexicon.number(part.word()));
      return one != null && one.misprints() == 0 ? one.changes() : null;
    }

    private @Nullable List<Change> equivalent(int at, Part part) {
      if (part.word().use() != Use.GIVEN) {
        return null;
      }
      String one = text.parts().get(at).word().letters();
      Closeness closeness = GivenNames.between(one, part.word().letters()).orElse(null);
      translated |= closeness == Closeness.TRANSLATED;
      return closeness == null ? null : List.of(Change.of(Step.EQUIVALENT));
    }

    private @Nullable List<Change> misprinted(int at, Part part) {
      if (misprints >= name.fuzzy()) {
        return null;
      }
      String one = text.parts().get(at).word().letters();
      String other = part.word().letters();
      Candidate known = readings.get(at).get(lexicon.number(part.word()));
      boolean near =
          Math.min(one.length(), other.length()) >= SHORTEST_FUZZY
              && one.chars().noneMatch(Character::isDigit)
              && Misprints.distance(one, other, 1) == 1;
      if (known == null && !near) {
        return null;
      }
      misprints++;
      return known == null ? List.of(new Change(Step.FUZZY, "1")) : known.changes();
    }

    private @Nullable List<Change> initial(int at, Part part) {
      String one = text.parts().get(at).word().letters();
      String other = part.word().letters();
      boolean initial = NameWords.isInitial(one) || NameWords.isInitial(other);
      return initial && !part.needed() && MiddleNames.beginAlike(one, other)
          ? List.of(Change.of(Step.INITIALS))
          : null;
    }

    private boolean isTaken(int part) {
      for (int partner : partners) {
        if (partner == part) {
          return true;
        }
      }
      return false;
    }

    private boolean lacksNeeded() {
      for (int part = 0; part < parts.size(); part++) {
        if (parts.get(part).needed() && !isTaken(part)) {
          return true;
        }
      }
      return false;
    }

    /** How often the text goes back in the name: once where the surname changes its end. */
    private int turns() {
      int turns = 0;
      int last = -1;
      for (int partner : partners) {
        if (partner >= 0) {
          turns += partner < last ? 1 : 0;
          last = partner;
        }
      }
      return turns;
    }

    /** Surname first in one and last in the other; where a word is missing it must be the same. */
    private boolean isTurned(boolean complete) {
      int[] known = IntStream.of(partners).filter(partner -> partner >= 0).toArray();
      boolean agree =
          IntStream.range(0, partners.length)
              .filter(at -> partners[at] >= 0)
              .anyMatch(at -> text.parts().get(at).needed() && parts.get(partners[at]).needed());
      return turns() == 1 && known[known.length - 1] < known[0] && (complete || agree);
    }

    private boolean isDoubtful() {
      return translated
          || changes.contains(Change.of(Step.INITIALS))
          || (text.hasInitial() && new WholeName(parts).hasInitial());
    }
  }
}
