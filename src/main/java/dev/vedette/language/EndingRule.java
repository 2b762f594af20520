package dev.vedette.language;

/**
 * One ending of one class of words.
 *
 * @param cut what is taken off the word: the changed end of its stem, and the ending
 * @param ending how many letters of that are the ending
 * @param nominative what is put in its place
 * @param condition what must stand before it
 * @param alone see {@link Form#alone()}
 * @param languages see {@link Form#language()}
 */
record EndingRule(
    String cut,
    int ending,
    String nominative,
    StemCondition condition,
    boolean alone,
    String languages) {

  /** Shorter words are not inflected, and one letter is no name. */
  private static final int SHORTEST = 2;

  /** Whether a word that ends in the cut can be this form. */
  boolean fits(String word) {
    int kept = word.length() - cut.length();
    return kept > 0
        && word.length() - ending >= SHORTEST
        && kept + nominative.length() >= SHORTEST
        && condition.holds(word, kept);
  }

  Form undo(String word) {
    int kept = word.length() - cut.length();
    return new Form(word.substring(0, kept) + nominative, kept, languages, alone);
  }

  /** Whether it differs from another in nothing but its languages. */
  boolean sameAs(EndingRule other) {
    return equals(other.of(languages));
  }

  /** The same rule, of other languages. */
  EndingRule of(String others) {
    return new EndingRule(cut, ending, nominative, condition, alone, others);
  }
}
