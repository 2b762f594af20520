package dev.vedette.watchlist;

import dev.vedette.language.Mandarin;
import dev.vedette.language.Phonology;
import dev.vedette.language.Pronunciations;
import dev.vedette.language.Pronunciations.Pronunciation;
import dev.vedette.watchlist.Lexicon.Use;
import dev.vedette.watchlist.Lexicon.Word;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** All under which a word of the lexicon is found but for its letters. */
final class WordKeys {

  private final LongStream.Builder sounds = LongStream.builder();
  private final LongStream.Builder beginnings = LongStream.builder();
  private final LongStream.Builder misprints = LongStream.builder();
  private final StringBuilder lastHeard = new StringBuilder();
  private @Nullable Phonology lastPhonology;
  private byte sort;

  private WordKeys() {}

  /**
   * Those of a word.
   *
   * @param fuzzy how many misprints it may have
   */
  static WordKeys of(Word word, int fuzzy) {
    WordKeys keys = new WordKeys();
    if (word.use() == Use.INITIAL) {
      keys.sort = WordSort.INITIAL;
      Lexicon.initialKeys(word.letters(), word.phonologies()).forEach(keys.sounds::add);
      return keys;
    }
    word.phonologies().forEach(phonology -> keys.addSounds(word, phonology));
    if (word.phonologies().contains(Phonology.CONSONANTAL)) {
      keys.addConsonants(word);
    }
    if (fuzzy > 0) {
      Lexicon.spellings(word.letters())
          .forEach(spelling -> Misprints.keys(spelling, fuzzy, keys.misprints::add));
    }
    return keys;
  }

  private void addSounds(Word word, Phonology phonology) {
    Pronunciations.read(
        word.letters(),
        Set.of(phonology),
        (hash, heard, end, orthography) -> {
          if (Mandarin.isTranscription(orthography)) {
            return true;
          }
          if (end == word.letters().length()) {
            // sound by sound, since other orthographies write some of them with one sign
            addBeginnings(phonology, heard);
            if (sort == 0 && heard.length() > 0) {
              sort = WordSort.of(heard); // the likeliest reading comes first
            }
            sounds.add(Pronunciations.isSpoken(orthography) ? Lexicon.spoken(hash) : hash);
          }
          return true;
        });
  }

  private void addConsonants(Word word) {
    for (Pronunciation common : Pronunciations.of(word.letters(), EnumSet.of(Phonology.COMMON))) {
      for (Pronunciation shown : Pronunciations.consonantal(common)) {
        sounds.add(shown.hash());
        addBeginnings(Phonology.CONSONANTAL, shown.sounds());
      }
    }
  }

  /** Those that the reading before did not have: neighbours mostly begin alike. */
  private void addBeginnings(Phonology phonology, CharSequence heard) {
    int known = phonology == lastPhonology ? inCommon(lastHeard, heard) : -1;
    Pronunciations.beginnings(phonology, heard, known, beginnings::add);
    lastPhonology = phonology;
    lastHeard.setLength(0);
    lastHeard.append(heard);
  }

  private static int inCommon(CharSequence one, CharSequence other) {
    int most = Math.min(one.length(), other.length());
    int at = 0;
    while (at < most && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  /** By its sounds; some more than once. */
  LongStream sounds() {
    return sounds.build();
  }

  /** The sounds that it begins with; some more than once. */
  LongStream beginnings() {
    return beginnings.build();
  }

  /** By misprints; none unless it may have some. */
  LongStream misprints() {
    return misprints.build();
  }

  /** Its {@link WordSort}. */
  byte sort() {
    return sort;
  }
}
