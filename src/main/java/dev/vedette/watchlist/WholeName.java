package dev.vedette.watchlist;

import dev.vedette.language.GivenNames;
import dev.vedette.language.LegalForms;
import dev.vedette.language.NameWords;
import dev.vedette.language.OrganisationWords;
import dev.vedette.language.PersonName;
import dev.vedette.language.PersonName.Origin;
import dev.vedette.language.Phonology;
import dev.vedette.language.Words;
import dev.vedette.watchlist.Lexicon.Use;
import dev.vedette.watchlist.Lexicon.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The words of a name that tell it from others, for comparing two whole names: without titles,
 * particles and legal forms, which come and go freely.
 *
 * @param parts in their order; empty where every syllable counts, as in Korean and Chinese names
 */
record WholeName(List<Part> parts) {

  private static final Set<Phonology> COMMON = EnumSet.of(Phonology.COMMON, Phonology.CONSONANTAL);

  private static final Set<String> JOINING = Set.of("and", "of", "the");

  private static final Set<Origin> IN_WORDS = EnumSet.of(Origin.GENERAL, Origin.ARABIC);

  /**
   * A word of a name.
   *
   * @param needed whether it may not be missing: the first word of a surname, as the second of two
   *     is the mother's or the husband's, or a word of an organisation
   */
  record Part(Word word, boolean needed) {

    boolean isInitial() {
      return NameWords.isInitial(word.letters());
    }
  }

  static WholeName of(ReadName name) {
    return name.person() == null ? other(Words.of(name.text())) : person(name.person());
  }

  private static WholeName person(PersonName name) {
    List<Part> parts = new ArrayList<>();
    String before = "";
    boolean whole = false;
    for (PersonName.Word one : named(name)) {
      if (NameWords.isCompound(one.folded())) {
        before = one.folded();
      } else if (!NameWords.isParticle(one.folded()) || (parts.isEmpty() && isGiven(one))) {
        boolean surname = one.part() == PersonName.Part.SURNAME;
        Use use = one.part() == PersonName.Part.GIVEN ? Use.GIVEN : Use.WORD;
        parts.add(new Part(new Word(before + one.folded(), COMMON, use), surname && !whole));
        whole |= surname;
        before = "";
      }
    }
    return new WholeName(List.copyOf(parts));
  }

  /** Whether what says whose child somebody is elsewhere is a given name: Ben Whishaw. */
  private static boolean isGiven(PersonName.Word one) {
    return one.part() == PersonName.Part.GIVEN
        && NameWords.isFiliation(one.folded())
        && GivenNames.isKnown(one.folded());
  }

  private static List<PersonName.Word> named(PersonName name) {
    return name.words().stream()
        .filter(one -> IN_WORDS.contains(name.origin()))
        .filter(one -> one.part() != PersonName.Part.TITLE)
        .filter(one -> one.part() != PersonName.Part.SUFFIX)
        .toList();
  }

  private static WholeName other(List<String> words) {
    List<String> joined = withAbbreviations(words);
    List<String> core = LegalForms.core(joined).of(joined);
    List<String> telling = without(core, OrganisationWords::isLight);
    if (telling.size() == 1) {
      boolean letter = telling.get(0).length() == 1;
      telling = without(letter ? joined : core, WholeName::onlyJoins);
    }
    return new WholeName(
        telling.stream().map(word -> new Part(new Word(word, COMMON, Use.TERM), true)).toList());
  }

  private static List<String> without(List<String> words, Predicate<String> some) {
    return withAbbreviations(words.stream().filter(some.negate()).toList());
  }

  /** Beside a single word a group is not a holding, but the article does not matter. */
  private static boolean onlyJoins(String word) {
    return !Collections.disjoint(OrganisationWords.meanings(word), JOINING);
  }

  /** Letters side by side are one abbreviation: A.B.C. is ABC. */
  private static List<String> withAbbreviations(List<String> words) {
    List<String> joined = new ArrayList<>();
    boolean inside = false;
    for (String word : words) {
      boolean letter = NameWords.isInitial(word);
      int last = joined.size() - 1;
      if (letter && inside) {
        joined.set(last, joined.get(last) + word);
      } else {
        joined.add(word);
      }
      inside = letter;
    }
    return joined;
  }

  boolean hasInitial() {
    return parts.stream().anyMatch(Part::isInitial);
  }
}
