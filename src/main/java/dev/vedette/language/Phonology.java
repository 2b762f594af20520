package dev.vedette.language;

/**
 * A set of sounds that spellings are compared in. Readings in different ones never meet.
 *
 * <p>The letters that stand for sounds in the tables mean what their table's header says.
 */
public enum Phonology {
  /** What most of the world's news spells names by: about twenty-five broad sounds. */
  COMMON(1),
  /** Korean syllables, in which romanisations disagree about most letters. */
  KOREAN(2),
  /** Mandarin syllables, which {@link Mandarin} reads in the schools of all scripts. */
  CHINESE(3),
  /** What Arabic and Hebrew letters show of a word: consonants, and some of the vowels. */
  CONSONANTAL(4);

  private final long seed;

  Phonology(int number) {
    this.seed = 0x9E3779B97F4A7C15L * number;
  }

  /** Whether its sounds are those of a fixed stock of syllables, and so seldom met by chance. */
  public boolean isOfSyllables() {
    return this == KOREAN || this == CHINESE;
  }

  /** Where the hash of its sounds begins. */
  public long seed() {
    return seed;
  }
}
