package dev.vedette.language;

import dev.vedette.language.MandarinWritings.Sound;
import java.util.Set;

/** One reading aloud of a word in Mandarin, through all choices. */
final class MandarinReader {

  /** The orthography of Chinese characters. */
  static final String HAN = "zh-hani";

  /** Ouyang Nana has four; no name has more. */
  private static final int MOST_SYLLABLES = 4;

  private static final int MOST_STEPS = 2_000;

  private static final String GLIDES = "iu";
  private static final String VOWELS = "aeo";
  private static final Set<String> DIPHTHONGS = Set.of("ai", "ao", "ei", "ou");

  private final Pronunciations.Listener listener;
  private final StringBuilder sounds = new StringBuilder();
  private int steps;

  MandarinReader(Pronunciations.Listener listener) {
    this.listener = listener;
  }

  void read(
      MandarinWritings writings,
      MandarinLetters letters,
      int at,
      int schools,
      long heard,
      int syllables) {
    int last = Math.min(letters.length(), at + writings.longest());
    for (int end = at + 1; syllables < MOST_SYLLABLES && end <= last; end++) {
      for (Sound sound : writings.sounds(letters.substring(at, end))) {
        int both = schools & sound.schools();
        if (both == 0 || ++steps > MOST_STEPS || isOneVowel(letters, at)) {
          continue;
        }
        int length = sounds.length();
        String label = writings.labels().get(Integer.numberOfTrailingZeros(both));
        long hash = say(sound.pinyin(), heard);
        if (listener.hears(hash, sounds, letters.end(end), label)) {
          read(writings, letters, end, both, hash, syllables + 1);
        }
        sounds.setLength(length);
      }
    }
  }

  /** Whether no syllable begins here, for one would be written otherwise: Zhao is not Zha'o. */
  private static boolean isOneVowel(MandarinLetters letters, int at) {
    if (at == 0) {
      return false;
    }
    String around = letters.substring(at - 1, at + 1);
    return DIPHTHONGS.contains(around)
        || (GLIDES.contains(around.substring(0, 1)) && VOWELS.contains(around.substring(1)));
  }

  void han(String word, int at, long heard, int syllables) {
    if (at == word.length() || syllables == MOST_SYLLABLES) {
      return;
    }
    int end = word.offsetByCodePoints(at, 1);
    for (String pinyin : HanSounds.of(word.substring(at, end))) {
      int length = sounds.length();
      long hash = say(pinyin, heard);
      if (listener.hears(hash, sounds, end, HAN)) {
        han(word, end, hash, syllables + 1);
      }
      sounds.setLength(length);
    }
  }

  private long say(String pinyin, long heard) {
    sounds.append(pinyin);
    long hash = heard;
    for (int at = 0; at < pinyin.length(); at++) {
      hash = Pronunciations.extend(hash, pinyin.charAt(at));
    }
    return hash;
  }
}
