package dev.vedette.language;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Reads a word into what scripts without vowels may show of its sounds, with a listener that stops
 * for the same sounds always.
 *
 * <p>Pronunciations of a word come in an order in which neighbours begin alike. As soon as one was
 * given up before its end, so are all others with the sounds that it took to give it up.
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

  private final LongPredicate begins;
  private final WholeListener listener;
  private final Set<Long> known = new HashSet<>();
  private Units last = Units.of("");
  private int looked = Integer.MAX_VALUE;

  /**
   * @param begins whether to read on after some consonants
   */
  public ConsonantReader(LongPredicate begins, WholeListener listener) {
    this.begins = begins;
    this.listener = listener;
  }

  /** Tells every reading of a whole folded word, once for each pronunciation. */
  public void read(String word) {
    Pronunciations.read(
        word,
        Set.of(Phonology.COMMON),
        (hash, sounds, end, orthography) -> {
          Units said = looked < sounds.length() ? Units.of(sounds.toString()) : last;
          boolean givenUp = said != last && said.inCommon(last) > looked;
          boolean whole = end == word.length() && sounds.length() > 0 && known.add(hash);
          if (whole && !(givenUp && sounds.length() > looked + 1)) {
            shown(Units.of(sounds.toString()), orthography);
          }
          return !givenUp;
        });
  }

  private void shown(Units sounds, String orthography) {
    Pronunciations.TO_CONSONANTS.read(
        sounds,
        (hash, letters, end, label) -> {
          if (end == sounds.length()) {
            listener.hears(hash, orthography);
          }
          return begins.test(hash);
        });
    last = sounds;
    looked = sounds.looked();
  }
}
