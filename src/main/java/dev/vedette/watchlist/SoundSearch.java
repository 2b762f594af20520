package dev.vedette.watchlist;

import com.ibm.icu.lang.UScript;
import dev.vedette.language.ConsonantReader;
import dev.vedette.language.DeadEnds;
import dev.vedette.language.FormReader;
import dev.vedette.language.Phonology;
import dev.vedette.language.Pronunciations;
import java.util.Set;
import java.util.function.IntConsumer;

/** Reads the letters of one word aloud, for the words of the lexicon that sound so. */
final class SoundSearch {

  /** Shorter ones that an ending was taken from are read as anything. */
  private static final int SHORTEST_BASE = 3;

  private final Lexicon lexicon;
  private final FormSearch found;
  private final DeadEnds deadEnds;
  private final FormReader reader;

  SoundSearch(Lexicon lexicon, DeadEnds deadEnds, FormSearch found) {
    this.lexicon = lexicon;
    this.found = found;
    this.deadEnds = deadEnds;
    this.reader = new FormReader(deadEnds);
  }

  void read(Stem stem) {
    boolean syllablesOnly = stem.isInflected() && stem.letters().length() < SHORTEST_BASE;
    for (Phonology phonology : lexicon.phonologies()) {
      if (syllablesOnly && !phonology.isOfSyllables()) {
        continue;
      }
      reader.read(stem.letters(), phonology, new Ear(stem, phonology));
    }
  }

  /** Listens to the readings of a stem. */
  private final class Ear implements FormReader.Listener {

    private final Stem stem;
    private final Phonology phonology;

    Ear(Stem stem, Phonology phonology) {
      this.stem = stem;
      this.phonology = phonology;
    }

    @Override
    public boolean begins(long hash) {
      return lexicon.begins(hash);
    }

    @Override
    public boolean knows(long hash) {
      return lexicon.bySound().first(hash) != Postings.END
          || lexicon.bySound().first(Lexicon.spoken(hash)) != Postings.END;
    }

    @Override
    public void hears(long hash, String orthography) {
      add(hash, phonology, stem, orthography);
    }
  }

  /** The beginning of a run, wherever a word may end. */
  void readRun(String run) {
    for (Phonology phonology : lexicon.phonologies()) {
      Pronunciations.read(
          run,
          Set.of(phonology),
          (hash, sounds, read, orthography) -> {
            if (read > 0) {
              add(hash, phonology, Stem.whole(run.substring(0, read), 0, read), orthography);
            }
            return lexicon.begins(hash);
          });
    }
  }

  private void add(long hash, Phonology phonology, Stem stem, String orthography) {
    int script = UScript.getScript(stem.letters().codePointAt(0));
    IntConsumer other =
        word -> {
          if (!isIn(script, word)) {
            add(word, Step.TRANSLITERATED, phonology, stem, orthography);
          }
        };
    lexicon.bySound().forEach(hash, other);
    if (Pronunciations.isSpoken(orthography)) {
      return;
    }
    lexicon.bySound().forEach(Lexicon.spoken(hash), other);
    lexicon
        .bySound()
        .forEach(
            hash,
            word -> {
              boolean syllabic = Lexicon.isSyllabic(lexicon.word(word));
              boolean spelt = phonology == Phonology.COMMON && syllabic;
              if (isIn(script, word) && !spelt && script != UScript.HAN) {
                add(word, Step.ROMANISED, phonology, stem, orthography);
              }
            });
  }

  private boolean isIn(int script, int word) {
    return UScript.getScript(lexicon.word(word).letters().codePointAt(0)) == script;
  }

  private void add(int word, Step step, Phonology phonology, Stem stem, String orthography) {
    if (!found.mayBeForm(word, stem) || lexicon.word(word).letters().equals(stem.letters())) {
      return;
    }
    boolean syllables = phonology.isOfSyllables();
    found.add(
        word,
        stem.with(new Change(step, syllables ? orthography : "")),
        syllables ? Orthographies.ANY : Orthographies.of(orthography),
        found.evidence(word, stem.letters()) - Evidence.cost(step, phonology) - stem.cost(),
        0);
  }

  /** For names that are given in a script that leaves vowels out. */
  void readWithoutVowels(Stem stem) {
    if (!lexicon.consonantal() || Lexicon.isConsonantal(stem.letters())) {
      return;
    }
    new ConsonantReader(
            lexicon::begins,
            deadEnds,
            (hash, orthography) -> addConsonants(hash, stem, orthography))
        .read(stem.letters());
  }

  private void addConsonants(long hash, Stem stem, String orthography) {
    lexicon
        .bySound()
        .forEach(
            hash,
            word -> {
              if (Lexicon.isConsonantal(lexicon.word(word).letters())) {
                add(word, Step.TRANSLITERATED, Phonology.CONSONANTAL, stem, orthography);
              }
            });
  }
}
