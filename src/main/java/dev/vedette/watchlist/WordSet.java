package dev.vedette.watchlist;

import dev.vedette.language.CountryNames;
import dev.vedette.language.NameWords;
import dev.vedette.language.OrganisationWords;
import dev.vedette.text.Tokens;
import java.util.Set;

/**
 * Words that stand in names or beside them, told by their hashes: no word of the text need be made
 * for that.
 */
final class WordSet {

  static final WordSet PARTICLES = of(NameWords.all(NameWords::isParticle));
  static final WordSet TITLES = of(NameWords.all(NameWords::isTitle));
  static final WordSet FILIATIONS = of(NameWords.all(NameWords::isFiliation));

  /** What organisations are called: in small letters, too, where a name follows. */
  static final WordSet BODIES = of(OrganisationWords.all());

  static final WordSet COUNTRIES = of(CountryNames.all());

  private static final WordSet COMPOUNDS = of(NameWords.all(NameWords::isCompound));
  private static final WordSet COMPOUNDS_AFTER = of(NameWords.all(NameWords::isCompoundAfter));

  private final LetterTable words = new LetterTable();

  private WordSet() {}

  private static WordSet of(Set<String> words) {
    WordSet set = new WordSet();
    words.forEach(word -> set.words.add(Tokens.hash(word)));
    set.words.finish(0);
    return set;
  }

  boolean has(Tokens tokens, int token) {
    long hash = tokens.hash(token);
    return words.mayHave(hash) && words.find(hash) != LetterTable.ABSENT;
  }

  /** Whether a word and the next may as well be written as one: {@code abd}, {@code nasr allah}. */
  static boolean mayJoin(Tokens tokens, int token) {
    return COMPOUNDS.has(tokens, token) || COMPOUNDS_AFTER.has(tokens, token + 1);
  }
}
