package dev.vedette.watchlist;

import dev.vedette.watchlist.Hit.Strength;
import java.util.Collection;
import java.util.Locale;

/** A step from a name to the words of a text, and what it takes off the score of 1. */
enum Step {
  /** None: the name stands there as the analyst wrote it. */
  EXACT(0),
  /** Full or half width, ligatures, digits of another script. */
  WIDTH(0.01),
  /** Capitals where the name has none, or the reverse: a headline in capitals. */
  CASE(0.02),
  /** Accents and ornaments of letters, more or fewer. */
  ACCENTS(0.02),
  /** Traditional for simplified Chinese characters, Japan's forms, or the reverse. */
  HAN_FORM(0.01),
  /** A hyphen or middle dot more, fewer, of another shape, or instead of a space. */
  HYPHEN(0.02),
  /** An apostrophe more, fewer or of another shape. */
  APOSTROPHE(0.02),
  /** Full stops of an abbreviation, or quotation marks within the name. */
  PUNCTUATION(0.02),
  /** Other spaces, none, or a line break. */
  SPACING(0.03),
  /** The name's words in another order, a comma after the surname included. */
  ORDER(0.02),
  /** A middle name or patronymic stands between. */
  MIDDLE_NAME(0.05),
  /** Without a word that the list has, or with one more: a given name, an article. */
  PART(0.05),
  /** An initial stands for the given name. */
  INITIALS(0.1),
  /** The surname alone, of a person named in full elsewhere in the text. */
  SURNAME(0.1),
  /** With a case ending, a possessive or an attached particle. */
  INFLECTED(0.03),
  /** In another school of writing the same script. */
  ROMANISED(0.05),
  /** In another script. */
  TRANSLITERATED(0.05),
  /** Without the legal form of the company, or with another. */
  LEGAL_FORM(0.02),
  /** Another language's form of the given name, an abbreviation or translation of the word. */
  EQUIVALENT(0.06),
  /** With misprints. */
  FUZZY(0.15),
  /** Not a name at all: the words are part of what made the entry's query true. */
  QUERY(0.1);

  /** What a weak name is worth less than a strong one, though something vouches for it. */
  private static final double WEAK = 0.3;

  /** What a change takes off more if it is a custom of other languages than the text's. */
  private static final double FOREIGN = 0.03;

  private final double cost;

  Step(double cost) {
    this.cost = cost;
  }

  double cost() {
    return cost;
  }

  /** Whether words were read aloud to be compared. */
  boolean isReading() {
    return this == ROMANISED || this == TRANSLITERATED;
  }

  /** As it stands in {@link Hit#how()}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What a mention at the end of these changes is worth, 0..1, in hundredths.
   *
   * @param language of the text, a primary tag; empty where unknown
   */
  static double score(Collection<Change> changes, Strength strength, String language) {
    double costs = strength == Strength.WEAK ? WEAK : 0;
    for (Change change : changes) {
      costs += change.step().cost + (change.isForeignTo(language) ? FOREIGN : 0);
    }
    return Math.round(Math.max(0, 1 - costs) * 100) / 100.0;
  }
}
