package dev.vedette.watchlist;

import dev.vedette.language.NameWords;
import dev.vedette.text.Tokens;
import java.util.function.Predicate;

/** Words that stand in names, told by their hashes: no word of the text need be made for that. */
final class WordSet {

  static final WordSet PARTICLES = of(NameWords::isParticle);
  static final WordSet TITLES = of(NameWords::isTitle);
  static final WordSet FILIATIONS = of(NameWords::isFiliation);

  private static final WordSet COMPOUNDS = of(NameWords::isCompound);
  private static final WordSet COMPOUNDS_AFTER = of(NameWords::isCompoundAfter);

  private final LetterTable words = new LetterTable();

  private WordSet() {}

  private static WordSet of(Predicate<String> sort) {
    WordSet set = new WordSet();
    NameWords.all(sort).forEach(word -> set.words.add(Tokens.hash(word)));
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
