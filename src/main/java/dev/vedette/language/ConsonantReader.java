package dev.vedette.language;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * Reads a word into what scripts without vowels may show of its sounds, with a listener that stops
 * for the same sounds always.
 *
 * <p>Where a pronunciation was given up before its end, all that begin with the sounds that it took
 * to give it up are left out.
 */
public final class ConsonantReader {

  /** Is told what scripts without vowels may show. */
  @FunctionalInterface
  public interface WholeListener {
    /**
     * A whole word.
     *
     * @param hash of what is shown
     * @param orthography in which the word was read
     */
    void hears(long hash, String orthography);
  }

  /** A bit for whatever orthography it is. */
  private static final long DEAD = 1;

  private final LongPredicate begins;
  private final WholeListener listener;
  private final DeadEnds deadEnds;

  /**
   * @param begins whether to read on after some consonants
   * @param deadEnds of the same names, where sounds are kept after which nothing begins
   */
  public ConsonantReader(LongPredicate begins, DeadEnds deadEnds, WholeListener listener) {
    this.begins = begins;
    this.deadEnds = deadEnds;
    this.listener = listener;
  }

  /**
   * Tells what may be shown of a whole folded word, each only once, with the likeliest orthography.
   */
  public void read(String word) {
    if (word.isEmpty() || word.length() > Pronunciations.LONGEST) {
      return;
    }
    WritingSystem system = WritingSystem.of(word);
    long some = system.together(Phonology.COMMON);
    if (some == 0) {
      return;
    }
    Map<Long, Integer> read = new HashMap<>();
    Map<Long, Integer> shown = new HashMap<>();
    system
        .chorus(Phonology.COMMON)
        .read(
            Units.of(word),
            some,
            (hash, sounds, end, orthographies) -> {
              if (end == word.length() && sounds.length() > 0) {
                int likeliest = Long.numberOfTrailingZeros(orthographies);
                if (read.getOrDefault(hash, Long.SIZE) > likeliest) {
                  read.put(hash, likeliest);
                  show(sounds, likeliest, shown);
                }
              }
              return deadEnds.of(hash) == 0;
            });
    shown.forEach(
        (hash, likeliest) -> listener.hears(hash, system.orthographies().get(likeliest).label()));
  }

  private void show(Sounds said, int orthography, Map<Long, Integer> shown) {
    Units sounds = Units.of(said.toString());
    Pronunciations.TO_CONSONANTS.read(
        sounds,
        (hash, letters, end, label) -> {
          if (end == sounds.length()) {
            shown.merge(hash, orthography, Math::min);
          }
          return begins.test(hash);
        });
    long hash = Phonology.COMMON.seed();
    int looked = sounds.looked();
    for (int sound = 0; sound < Math.min(looked + 2, sounds.length()); sound++) {
      hash = Pronunciations.extend(hash, sounds.letter(sound));
      if (sound >= looked) {
        deadEnds.add(hash, DEAD);
      }
    }
  }
}
