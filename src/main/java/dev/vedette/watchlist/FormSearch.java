package dev.vedette.watchlist;

import dev.vedette.language.Clitics;
import dev.vedette.language.DeadEnds;
import dev.vedette.language.Endings;
import dev.vedette.language.Form;
import dev.vedette.language.Mandarin;
import dev.vedette.language.Phonology;
import dev.vedette.language.Pronunciations;
import dev.vedette.text.Tokens;
import dev.vedette.watchlist.Lexicon.Use;
import dev.vedette.watchlist.Lexicon.Word;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what words of the lexicon one word of a text may be. */
final class FormSearch {

  /** A base form that is misprinted as well has to be long, or it becomes somebody else's. */
  private static final int SHORTEST_FUZZY_BASE = 9;

  private static final List<Use> EQUIVALENT = List.of(Use.GIVEN, Use.WORD, Use.TERM);

  private final Lexicon lexicon;
  private final SoundSearch sounds;

  /** By word and stretch. */
  private final Map<Long, Candidate> found = new LinkedHashMap<>();

  /** The word of the text, if what is looked for is what an ending was taken from. */
  private String inflectedForm = "";

  /** Its syllables as a Korean name; -1 until somebody asks. */
  private int koreanSyllables = -1;

  /**
   * @param deadEnds of the same lexicon
   */
  FormSearch(Lexicon lexicon, DeadEnds deadEnds) {
    this.lexicon = lexicon;
    this.sounds = new SoundSearch(lexicon, deadEnds, this);
  }

  List<Candidate> found() {
    return List.copyOf(found.values());
  }

  /** A word without apostrophes, and what it may be a form of. */
  void addWord(String word, int start, int end) {
    if (word.isEmpty()) {
      return;
    }
    Stem whole = Stem.whole(word, start, end);
    addForm(whole, true);
    inflectedForm = word;
    koreanSyllables = -1;
    for (Form form : Endings.undo(word)) {
      addForm(whole.of(form), form.base().length() >= SHORTEST_FUZZY_BASE);
    }
    for (Form form : Clitics.strip(word)) {
      addForm(whole.of(form), false);
    }
    inflectedForm = "";
  }

  /**
   * All that some letters may be.
   *
   * @param misprints whether they may be misprinted, too
   */
  void addForm(Stem stem, boolean misprints) {
    addLetters(stem);
    addEquivalents(stem);
    sounds.read(stem);
    if (!stem.isInflected() || stem.letters().length() < stem.end() - stem.start() - 1) {
      sounds.readWithoutVowels(stem);
    }
    boolean longEnough = stem.letters().length() >= Lexicon.SHORTEST_FUZZY;
    if (misprints && longEnough && lexicon.mostMisprints() > 0) {
      addMisprinted(stem);
    }
  }

  /** The words that the beginning of a run may sound like, in a script without spaces. */
  void readRun(String run) {
    sounds.readRun(run);
  }

  /** The words of the same letters. */
  void addLetters(Stem stem) {
    lexicon
        .byLetters()
        .forEach(
            Tokens.hash(stem.letters()),
            word -> {
              if (mayBeForm(word, stem)) {
                int evidence = Evidence.of(stem.letters()) - stem.cost();
                add(word, stem, Orthographies.ANY, evidence, 0);
              }
            });
  }

  /** An ending that makes another syllable is none: Choe is no form of Cho, Yin none of Yi. */
  boolean mayBeForm(int number, Stem stem) {
    if (inflectedForm.isEmpty()) {
      return true;
    }
    Word word = lexicon.word(number);
    if (Lexicon.isMandarin(word)) {
      return !Mandarin.isAnother(inflectedForm, stem.letters());
    }
    if (!word.phonologies().contains(Phonology.KOREAN)) {
      return true;
    }
    if (koreanSyllables < 0) {
      koreanSyllables = Pronunciations.koreanSyllables(inflectedForm);
    }
    return koreanSyllables == 0 || koreanSyllables > Pronunciations.koreanSyllables(stem.letters());
  }

  /** The words that are the same in other languages, or in short. */
  void addEquivalents(Stem stem) {
    if (lexicon.byMeaning().isEmpty()) {
      return;
    }
    for (Use use : EQUIVALENT) {
      for (long key : Lexicon.equivalents(stem.letters(), use)) {
        lexicon
            .byMeaning()
            .forEach(
                key,
                word ->
                    add(
                        word,
                        stem.with(Change.of(Step.EQUIVALENT)),
                        Orthographies.ANY,
                        evidence(word, stem.letters()) - Evidence.EQUIVALENT,
                        0));
      }
    }
  }

  /** What letters prove that are not the word's own: as much as the shorter of both. */
  int evidence(int word, String letters) {
    return Math.min(Evidence.of(letters), Evidence.of(lexicon.word(word).letters()));
  }

  private void addMisprinted(Stem stem) {
    for (String spelling : Lexicon.spellings(stem.letters())) {
      Set<Integer> tried = new HashSet<>();
      Misprints.keys(
          spelling,
          lexicon.mostMisprints(),
          key ->
              lexicon
                  .byMisprint()
                  .forEach(
                      key,
                      word -> {
                        if (tried.add(word)) {
                          addIfNear(word, spelling, stem);
                        }
                      }));
    }
  }

  private void addIfNear(int word, String spelling, Stem stem) {
    int most = lexicon.fuzziness(word);
    int least = most + 1;
    for (String own : Lexicon.spellings(lexicon.word(word).letters())) {
      if (own.charAt(0) == spelling.charAt(0)) {
        least = Math.min(least, Misprints.distance(own, spelling, most));
      }
    }
    if (least > 0 && least <= most) {
      add(
          word,
          stem.with(new Change(Step.FUZZY, String.valueOf(least))),
          Orthographies.ANY,
          evidence(word, spelling) - least * Evidence.MISPRINT - stem.cost(),
          least);
    }
  }

  /** A word that the stretch of a stem may be, unless that proves nothing. */
  void add(int word, Stem stem, long orthographies, int evidence, int misprints) {
    if (evidence <= 0) {
      return;
    }
    Candidate candidate =
        new Candidate(
            word,
            stem.start(),
            stem.end(),
            stem.changes(),
            orthographies,
            evidence,
            misprints,
            stem.alone(),
            lexicon.word(word).use() == Use.TERM);
    found.merge(key(candidate, !inflectedForm.isEmpty()), candidate, Candidate::better);
  }

  /** What can be read in some orthographies only may not fit the words beside it. */
  private static long key(Candidate one, boolean inflected) {
    long key = (long) one.word() << Integer.SIZE | one.start() << 16 | one.end() << 2;
    return key | (one.orthographies() == Orthographies.ANY ? 1 : 0) | (inflected ? 2 : 0);
  }
}
