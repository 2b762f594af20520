package dev.vedette.watchlist;

import dev.vedette.language.DeadEnds;
import dev.vedette.language.Endings;
import dev.vedette.language.LetterNames;
import dev.vedette.language.Phonology;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What word of the lexicon a word of a text may be: the same, inflected, in another script or
 * another school of romanisation, misprinted, or some of these together.
 */
final class WordForms {

  private static final Set<Phonology> ALL = EnumSet.allOf(Phonology.class);

  /** Two words that happen to meet make a shorter one. */
  static final int SHORTEST_PARTED = 8;

  /** Elided articles and prepositions before a name: d'Abbas, l'Orbán, dell'Aquila. */
  private static final Set<String> ELIDED =
      Set.of("d", "l", "qu", "n", "s", "j", "m", "t", "c", "dell", "all", "nell", "sull", "dall");

  private final Lexicon lexicon;
  private final DeadEnds deadEnds = new DeadEnds();

  WordForms(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Those in which some of the lexicon's words can be read. */
  Set<Phonology> phonologies() {
    return lexicon.phonologies();
  }

  /** Whether some of the lexicon's words are of organisations' names. */
  boolean hasTerms() {
    return lexicon.hasTerms();
  }

  /**
   * The words that a token may be; each once for each stretch of the token, by its cheapest way.
   *
   * @param token folded; may hold apostrophes
   */
  List<Candidate> of(String token) {
    FormSearch search = new FormSearch(lexicon, deadEnds);
    int apostrophe = token.indexOf('\'');
    if (apostrophe < 0) {
      search.addWord(token, 0, token.length());
      return search.found();
    }
    search.addForm(Stem.whole(token.replace("'", ""), 0, token.length()), true);
    if (ELIDED.contains(token.substring(0, apostrophe))) {
      search.addWord(token.substring(apostrophe + 1), apostrophe + 1, token.length());
    }
    int last = token.lastIndexOf('\'');
    String left = token.substring(0, last).replace("'", "");
    String right = token.substring(last + 1);
    if (right.equals("s")) {
      search.addWord(left, 0, last);
    } else {
      String languages = Endings.suffixLanguages('\'', right);
      if (!languages.isEmpty()) {
        Change suffix = new Change(Step.INFLECTED, languages);
        search.addForm(Stem.whole(left, 0, token.length()).with(suffix), false);
      }
    }
    return search.found();
  }

  /**
   * What a word may be that begins with a small letter, where names have capitals: an unchanged
   * one, or a term.
   */
  List<Candidate> ofLower(String token) {
    FormSearch search = new FormSearch(lexicon, deadEnds);
    Stem stem = Stem.whole(token.replace("'", ""), 0, token.length());
    search.addLetters(stem);
    search.addEquivalents(stem);
    List<Candidate> unchanged = search.found();
    return lexicon.hasTerms() ? withTerms(unchanged, stem) : unchanged;
  }

  private List<Candidate> withTerms(List<Candidate> unchanged, Stem stem) {
    FormSearch search = new FormSearch(lexicon, deadEnds);
    Endings.undo(stem.letters()).forEach(form -> search.addLetters(stem.of(form)));
    return Stream.concat(unchanged.stream(), search.found().stream().filter(Candidate::term))
        .toList();
  }

  /**
   * The words whose letters stand there, with a space between.
   *
   * @param hash of the letters
   * @param length of the stretch, the space included
   */
  List<Candidate> joined(long hash, int length) {
    if (lexicon.byLetters().first(hash) == Postings.END) {
      return List.of();
    }
    FormSearch search = new FormSearch(lexicon, deadEnds);
    lexicon
        .byLetters()
        .forEach(
            hash,
            word -> {
              String letters = lexicon.word(word).letters();
              if (letters.length() >= SHORTEST_PARTED) {
                Stem stem = Stem.whole(letters, 0, length).with(Change.of(Step.SPACING));
                search.add(word, stem, Orthographies.ANY, Evidence.of(letters), 0);
              }
            });
    return search.found();
  }

  /** The given names that an initial may stand for. */
  List<Candidate> ofInitial(String letters) {
    FormSearch search = new FormSearch(lexicon, deadEnds);
    Stem stem = Stem.whole(letters, 0, letters.length());
    for (long key : Lexicon.initialKeys(LetterNames.letter(letters), ALL)) {
      lexicon
          .bySound()
          .forEach(key, word -> search.add(word, stem, Orthographies.ANY, Evidence.INITIAL, 0));
    }
    return search.found();
  }

  /** The words that the beginning of a run may be, in a script without spaces. */
  List<Candidate> inRun(String run) {
    FormSearch search = new FormSearch(lexicon, deadEnds);
    search.readRun(run);
    for (int end = 1; end <= run.length(); end++) {
      search.addLetters(Stem.whole(run.substring(0, end), 0, end));
    }
    return search.found();
  }
}
