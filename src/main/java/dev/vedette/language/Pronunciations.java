package dev.vedette.language;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * How a written word may be pronounced, in every orthography that writes its script.
 *
 * <p>Two spellings can be of one name if they have a pronunciation in common: {@code Szojgu} read
 * as Polish, {@code Schoigu} as German and {@code Шойгу} as Russian sound alike. Words are folded
 * ones ({@link dev.vedette.text.Folded}).
 */
public final class Pronunciations {

  /** Is told readings sound by sound. */
  @FunctionalInterface
  public interface Listener {
    /**
     * More sounds were read.
     *
     * @param hash of all sounds so far, with their phonology
     * @param sounds so far; changes afterwards
     * @param end how much of the word is read, or -1 where it could not end
     * @param orthography its label, such as {@code ru} or {@code zh-wadegile}
     * @return whether to read on from here
     */
    boolean hears(long hash, CharSequence sounds, int end, String orthography);
  }

  /**
   * A whole word, pronounced.
   *
   * @param hash equal for equal sounds of one phonology
   */
  public record Pronunciation(long hash, String sounds, String orthography) {

    /** Whether it only says how other scripts may write the word; in its own, spelling decides. */
    public boolean onlyAcrossScripts() {
      return isSpoken(orthography);
    }
  }

  /** Longer words are no names, and reading them aloud goes as deep as they are long. */
  static final int LONGEST = 64;

  /** Words with more have long been told apart. */
  private static final int MOST_CONSONANTAL = 48;

  /** From the sounds of the common phonology to those that consonantal scripts show. */
  static final Orthography TO_CONSONANTS = OrthographyTables.toConsonants();

  private Pronunciations() {}

  /** Whether an orthography only says how other scripts may write a word. */
  public static boolean isSpoken(String orthography) {
    return orthography.endsWith("-spoken");
  }

  /**
   * Reads a word in all orthographies of its script.
   *
   * @param word folded; of one script; may be a run of words in a script that does not part them
   */
  public static void read(String word, Set<Phonology> phonologies, Listener listener) {
    if (word.isEmpty() || word.length() > LONGEST) {
      return;
    }
    Units units = Units.of(word);
    for (Orthography orthography : WritingSystem.of(word).orthographies()) {
      if (phonologies.contains(orthography.phonology())) {
        orthography.read(units, listener);
      }
    }
    if (phonologies.contains(Phonology.CHINESE)) {
      Mandarin.read(word, listener);
    }
  }

  /**
   * Every pronunciation of a whole word, those of likelier orthographies first; no two the same.
   * Empty if its letters are of no script that is known.
   */
  public static List<Pronunciation> of(String word, Set<Phonology> phonologies) {
    Map<Phonology, Set<Pronunciation>> found = new EnumMap<>(Phonology.class);
    Set<Long> known = new LinkedHashSet<>();
    for (Phonology phonology : phonologies) {
      Set<Pronunciation> some = found.computeIfAbsent(phonology, p -> new LinkedHashSet<>());
      read(
          word,
          Set.of(phonology),
          (hash, sounds, end, label) -> {
            if (end == word.length() && sounds.length() > 0 && known.add(hash)) {
              some.add(new Pronunciation(hash, sounds.toString(), label));
            }
            return true;
          });
    }
    return found.values().stream().flatMap(Set::stream).toList();
  }

  /**
   * What scripts without vowels may show of sounds of the common phonology; at most 48, no two the
   * same.
   */
  public static List<Pronunciation> consonantal(Pronunciation common) {
    List<Pronunciation> found = new ArrayList<>();
    Set<Long> known = new HashSet<>();
    int length = common.sounds().length();
    TO_CONSONANTS.read(
        Units.of(common.sounds()),
        (hash, letters, end, label) -> {
          if (end == length && known.add(hash)) {
            found.add(new Pronunciation(hash, letters.toString(), common.orthography()));
          }
          return found.size() < MOST_CONSONANTAL;
        });
    return found;
  }

  /**
   * Calls back with the hash of every beginning of some sounds that is longer than some, up to all.
   *
   * @param known how long the longest is that is passed over; -1 for none
   */
  public static void beginnings(
      Phonology phonology, CharSequence sounds, int known, LongConsumer hashes) {
    long hash = phonology.seed();
    if (known < 0) {
      hashes.accept(hash);
    }
    for (int at = 0; at < sounds.length(); at++) {
      hash = extend(hash, sounds.charAt(at));
      if (at >= known) {
        hashes.accept(hash);
      }
    }
  }

  /** The fewest syllables that a word can have if it is of a Korean name; 0 if it cannot be. */
  public static int koreanSyllables(String word) {
    return of(word, EnumSet.of(Phonology.KOREAN)).stream()
        .mapToInt(said -> (int) said.sounds().chars().filter(KoreanSyllable::isOnset).count())
        .min()
        .orElse(0);
  }

  /** The hash of some sounds and one more. */
  static long extend(long hash, char sound) {
    long mixed = (hash ^ sound) * 0xD6E8FEB86659FD93L;
    return mixed ^ (mixed >>> 32);
  }

  /**
   * How a word of a name would be written in other orthographies: one spelling for each that can
   * write it and does not write it as it is, likelier ones first within a script; without accents.
   *
   * @param word folded, of one script
   * @param phonologies whose sounds it has
   */
  public static List<Written> written(String word, Set<Phonology> phonologies) {
    List<Written> all = new ArrayList<>();
    for (Phonology phonology : phonologies) {
      List<Pronunciation> said = of(word, Set.of(phonology));
      if (said.isEmpty()) {
        continue;
      }
      String sounds = said.get(0).sounds();
      for (WritingSystem system : WritingSystem.all()) {
        int script = system.script();
        for (Orthography one : system.orthographies()) {
          if (one.phonology() == phonology
              && !isSpoken(one.label())
              && !Transcription.isRead(one, word, sounds)) {
            Transcription.of(one, sounds)
                .filter(text -> isOf(script, text))
                .ifPresent(text -> all.add(new Written(text, script, one.label())));
          }
        }
      }
    }
    return all;
  }

  /** Whether all of it is written in a script, and Hangul in whole syllables. */
  private static boolean isOf(int script, String text) {
    return text.codePoints()
        .allMatch(
            c ->
                UScript.hasScript(c, script)
                    && !Character.UnicodeBlock.HANGUL_JAMO.equals(Character.UnicodeBlock.of(c)));
  }

  /**
   * A word as an orthography would write it.
   *
   * @param script ICU's number of its script
   */
  public record Written(String word, int script, String orthography) {}

  /** The labels of all orthographies, likelier ones first within a script. */
  public static List<String> labels() {
    return WritingSystem.all().stream()
        .flatMap(system -> system.orthographies().stream())
        .map(Orthography::label)
        .distinct()
        .toList();
  }

  /** The labels of the orthographies of a word's script, the likeliest first. */
  public static List<String> labels(String word) {
    return WritingSystem.of(word).orthographies().stream().map(Orthography::label).toList();
  }
}
