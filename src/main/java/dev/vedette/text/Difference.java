package dev.vedette.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** In what way the letters of two texts differ that fold to the same. */
public enum Difference {
  /** Full or half width, ligatures, digits of another script. */
  WIDTH,
  /** Accents, points and other ornaments of letters. */
  ACCENTS,
  /** Capitals. */
  CASE,
  /** Traditional, simplified or Japanese forms of Chinese characters. */
  HAN_FORM;

  /** The smallest explanation first; among equals the one that says least against the mention. */
  private static final List<Set<Difference>> EXPLANATIONS =
      List.of(
          EnumSet.noneOf(Difference.class),
          EnumSet.of(WIDTH),
          EnumSet.of(ACCENTS),
          EnumSet.of(CASE),
          EnumSet.of(HAN_FORM),
          EnumSet.of(WIDTH, ACCENTS),
          EnumSet.of(WIDTH, CASE),
          EnumSet.of(ACCENTS, CASE),
          EnumSet.of(WIDTH, HAN_FORM),
          EnumSet.of(CASE, HAN_FORM));

  private static final Set<Difference> UNEXPLAINED = Set.of(WIDTH, ACCENTS, CASE);

  /**
   * The fewest differences that explain how one became the other; width, accents and case if none
   * do.
   *
   * <p>What is invisible, and whether an accent is composed, makes no difference.
   */
  public static Set<Difference> between(String one, String other) {
    String left = visible(one);
    String right = visible(other);
    for (Set<Difference> explanation : EXPLANATIONS) {
      if (without(explanation, left).equals(without(explanation, right))) {
        return explanation.isEmpty() ? Set.of() : Set.copyOf(explanation);
      }
    }
    return UNEXPLAINED;
  }

  /** The text without what cannot be seen, and with its accents composed. */
  public static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().filter(c -> !Folding.isInvisible(c)).forEach(out::appendCodePoint);
    return Normalizer2.getNFCInstance().normalize(out);
  }

  private static String without(Set<Difference> some, String text) {
    String rest = text;
    if (some.contains(WIDTH)) {
      rest = Folding.withoutWidth(rest);
    }
    if (some.contains(CASE)) {
      rest = UCharacter.foldCase(rest, true);
    }
    if (some.contains(ACCENTS)) {
      rest = Folding.withoutMarks(rest);
    }
    if (some.contains(HAN_FORM)) {
      rest = HanForms.simplified(rest);
    }
    return rest;
  }
}
