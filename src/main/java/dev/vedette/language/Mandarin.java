package dev.vedette.language;

import com.ibm.icu.lang.UScript;
import dev.vedette.language.MandarinWritings.Sound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words read as Mandarin, into the sounds of {@link Phonology#CHINESE}: syllables in Pinyin without
 * tones, each with an apostrophe after it and {@code v} for {@code ü}.
 *
 * <p>All schools of a script are read at once; a word keeps to one of them. Chinese characters are
 * a school too.
 */
public final class Mandarin {

  private static final char END = '\'';

  private static final int MOST_GIVEN = 2;

  /** So many ways to understand a name that is not in Pinyin; real ones have fewer. */
  private static final int MOST_NAMES = 16;

  /** The bit of Pinyin, or of Palladius. */
  private static final int FIRST = 1;

  private static final Map<Integer, MandarinWritings> BY_SCRIPT = MandarinWritings.byScript();

  private Mandarin() {}

  /** A syllable as it stands among the sounds. */
  static String spelled(String pinyin) {
    return pinyin.replace('ü', 'v') + END;
  }

  /** Whether an orthography is one of this class's, but not the one of a name that is given. */
  public static boolean isTranscription(String orthography) {
    return isReading(orthography)
        && !orthography.equals(MandarinReader.HAN)
        && !orthography.equals(MandarinWritings.PINYIN);
  }

  /** Whether an orthography is one of this class's. */
  public static boolean isReading(String orthography) {
    return orthography.startsWith(MandarinWritings.LABEL);
  }

  /** Whether it is not the first of its script, in which most of a script's readers write. */
  public static boolean isDoubtful(String orthography) {
    return isTranscription(orthography) && !orthography.equals("zh-ru");
  }

  /** Whether folded words are a surname and a given name in one school, or in characters. */
  public static boolean isName(String surname, String given) {
    return UScript.getScript(surname.codePointAt(0)) == UScript.HAN
        || !pinyin(surname, given).isEmpty();
  }

  /** Reads a folded word, or the beginnings of a run of words. */
  static void read(String word, Pronunciations.Listener listener) {
    int script = UScript.getScript(word.codePointAt(0));
    if (script == UScript.HAN) {
      new MandarinReader(listener).han(word, 0, Phonology.CHINESE.seed(), 0);
      return;
    }
    MandarinWritings writings = BY_SCRIPT.get(script);
    if (writings != null) {
      MandarinLetters letters = MandarinLetters.ofFolded(word);
      new MandarinReader(listener).read(writings, letters, 0, -1, Phonology.CHINESE.seed(), 0);
    }
  }

  /**
   * What a surname and a given name in Latin letters may be in Pinyin; if both can be Pinyin, only
   * that. Each is a list of the syllables of both. Empty if they are of no one school.
   */
  public static List<List<List<String>>> pinyin(String surname, String given) {
    Set<List<List<String>>> pinyin = new LinkedHashSet<>();
    Set<List<List<String>>> others = new LinkedHashSet<>();
    for (Sound first : readings(surname)) {
      for (Sound second : readings(given)) {
        int both = first.schools() & second.schools();
        if (both != 0 && syllables(second).size() <= MOST_GIVEN) {
          ((both & FIRST) != 0 ? pinyin : others).add(List.of(syllables(first), syllables(second)));
        }
      }
    }
    return (pinyin.isEmpty() ? others : pinyin).stream().limit(MOST_NAMES).toList();
  }

  /** The sounds of a whole name, its surname first: in Latin as {@link #pinyin} has them. */
  public static Set<String> sounds(String surname, String given) {
    Set<String> found = new LinkedHashSet<>();
    String both = surname + given;
    if (UScript.getScript(both.codePointAt(0)) == UScript.HAN) {
      read(
          both,
          (hash, sounds, end, label) -> {
            if (end == both.length()) {
              found.add(sounds.toString());
            }
            return true;
          });
    }
    for (List<List<String>> name : pinyin(surname, given)) {
      StringBuilder sounds = new StringBuilder();
      name.stream().flatMap(List::stream).forEach(part -> sounds.append(part).append(END));
      found.add(sounds.toString());
    }
    return found;
  }

  /**
   * Whether words of one script are a name in one of its schools that is not the first. What can be
   * Pinyin, or Russian, as a whole is that, unless a sign tells.
   *
   * @param sign whether they have a hyphen or an apostrophe
   * @param name some of {@link #sounds}
   */
  public static boolean isTranscribed(List<String> words, boolean sign, Set<String> name) {
    Map<String, Integer> heard = Map.of("", -1);
    boolean first = true;
    for (String word : words) {
      Map<String, Integer> next = new HashMap<>();
      boolean ofFirst = false;
      for (Sound reading : inflected(word)) {
        ofFirst |= reading.schools() == FIRST;
        heard.forEach(
            (before, schools) ->
                next.merge(
                    before + reading.pinyin(), schools & reading.schools(), Mandarin::either));
      }
      next.keySet().removeIf(sounds -> name.stream().noneMatch(some -> some.startsWith(sounds)));
      heard = next;
      first &= ofFirst;
    }
    int schools = 0;
    for (String sounds : name) {
      schools |= heard.getOrDefault(sounds, 0);
    }
    return (schools & ~FIRST) != 0 && (sign || !first);
  }

  /** Whether words in Latin letters can be Chinese only, not Korean or Vietnamese as well. */
  public static boolean isDistinct(List<String> words) {
    return words.stream()
        .anyMatch(
            word ->
                !ChineseNames.isPinyin(word)
                    && !KoreanNames.isGiven(word)
                    && KoreanNames.surnames(word).isEmpty()
                    && !VietnameseNames.isSyllable(word));
  }

  /**
   * Whether a word is a name of its own rather than an inflected form of another: it has no more
   * syllables, as Yin has no more than Yi.
   */
  public static boolean isAnother(String word, String base) {
    int own = syllableCount(word);
    return own > 0 && own <= syllableCount(base);
  }

  /** The fewest in the first school of the script; 0 if it is not read there. */
  private static int syllableCount(String word) {
    return readings(word).stream()
        .filter(reading -> reading.schools() == FIRST)
        .mapToInt(reading -> syllables(reading).size())
        .min()
        .orElse(0);
  }

  private static int either(int schools, int others) {
    return schools | others;
  }

  private static List<Sound> inflected(String word) {
    List<Sound> found = readings(word);
    Endings.undo(word).forEach(form -> found.addAll(readings(form.base())));
    return found;
  }

  /** How many syllables the shortest of some names has. */
  public static int syllables(Set<String> names) {
    return names.stream()
        .mapToInt(name -> (int) name.chars().filter(letter -> letter == END).count())
        .min()
        .orElse(0);
  }

  private static List<String> syllables(Sound reading) {
    return List.of(reading.pinyin().replace('v', 'u').split(String.valueOf(END)));
  }

  private static List<Sound> readings(String word) {
    List<Sound> found = new ArrayList<>();
    MandarinWritings writings = BY_SCRIPT.get(UScript.getScript(word.codePointAt(0)));
    if (writings == null) {
      return found;
    }
    for (int school = 0; school < writings.labels().size(); school++) {
      int bit = 1 << school;
      MandarinReader reader =
          new MandarinReader(
              (hash, sounds, end, label) -> {
                if (end == word.length()) {
                  found.add(new Sound(sounds.toString(), bit));
                }
                return true;
              });
      reader.read(writings, MandarinLetters.ofFolded(word), 0, bit, Phonology.CHINESE.seed(), 0);
    }
    return found;
  }
}
