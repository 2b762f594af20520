package dev.vedette.watchlist;

import dev.vedette.watchlist.Hit.Strength;
import java.util.Collection;
import java.util.List;
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
  /** A hyphen or middle dot more, fewer, of another shape, or instead of a space. */
  HYPHEN(0.02),
  /** An apostrophe more, fewer or of another shape. */
  APOSTROPHE(0.02),
  /** Full stops of an abbreviation, or quotation marks within the name. */
  PUNCTUATION(0.02),
  /** Other spaces, none, or a line break. */
  SPACING(0.03),
  /** Not a name at all: the words are part of what made the entry's query true. */
  QUERY(0.1);

  /** What a weak name is worth less than a strong one, though something vouches for it. */
  private static final double WEAK = 0.3;

  private final double cost;

  Step(double cost) {
    this.cost = cost;
  }

  /** As it stands in {@link Hit#how()}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> labels(Collection<Step> steps) {
    return steps.stream().map(Step::label).toList();
  }

  /** What a mention at the end of these steps is worth, 0..1, in hundredths. */
  static double score(Collection<Step> steps, Strength strength) {
    double costs = strength == Strength.WEAK ? WEAK : 0;
    for (Step step : steps) {
      costs += step.cost;
    }
    return Math.round(Math.max(0, 1 - costs) * 100) / 100.0;
  }
}
