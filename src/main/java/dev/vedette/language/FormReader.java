package dev.vedette.language;

import java.util.Arrays;

/**
 * Reads a word and what it may be a form of, as {@link Pronunciations#read} does, with a listener
 * that stops for the same sounds always.
 *
 * <p>Words mostly begin as others do, and most readings are given up after a few letters. Where no
 * letter was looked at beyond those that two words have in common, the second is not read: the
 * listener would hear nothing else, and never its end.
 */
public final class FormReader {

  /** Is told what forms sound like. */
  public interface Listener {
    /** Whether anything may sound on after sounds of a hash. */
    boolean begins(long hash);

    /** Whether anything may sound like this. */
    boolean knows(long hash);

    /**
     * All of a form was read, and is known.
     *
     * @param hash of its sounds, with their phonology
     * @param orthography its label
     */
    void hears(long hash, String orthography);
  }

  private final DeadEnds deadEnds;

  private WritingSystem system = WritingSystem.of("-");
  private String form = "";
  private Units units = Units.of("");

  /** By the number of letters. */
  private long[] beginnings = new long[32];

  /** By the number of a letter, the orthographies that looked no further. */
  private long[] reach = new long[32];

  /** The orthographies in which the form is not to be read. */
  private long dead;

  /**
   * @param deadEnds where words of the same names were given up
   */
  public FormReader(DeadEnds deadEnds) {
    this.deadEnds = deadEnds;
  }

  /** Tells the readings of a folded form in one phonology. */
  public void read(String another, Phonology phonology, Listener listener) {
    if (another.isEmpty()) {
      return;
    }
    turnTo(another);
    long rest = system.bits(phonology) & ~dead;
    long together = system.together(phonology);
    if ((rest & together) != 0) {
      readTogether(phonology, rest & together, listener);
    }
    for (long some = rest & ~together; some != 0; some &= some - 1) {
      read(Long.numberOfTrailingZeros(some), listener);
    }
    if (phonology == Phonology.CHINESE) {
      Mandarin.read(
          form,
          (hash, sounds, end, orthography) -> {
            if (end == form.length() && listener.knows(hash)) {
              listener.hears(hash, orthography);
            }
            return listener.begins(hash);
          });
    }
  }

  private void readTogether(Phonology phonology, long some, Listener listener) {
    Arrays.fill(reach, 0, units.length() + 1, 0);
    system
        .chorus(phonology)
        .read(
            units,
            some,
            reach,
            (hash, sounds, end, orthographies) -> {
              if (end == form.length() && listener.knows(hash)) {
                hear(hash, orthographies, listener);
              }
              return listener.begins(hash);
            });
    long further = reach[units.length()];
    for (int letter = units.length() - 1; letter >= 0; letter--) {
      addDeadEnd(letter + 1, reach[letter] & ~further);
      further |= reach[letter];
    }
  }

  private void hear(long hash, long orthographies, Listener listener) {
    for (long some = orthographies; some != 0; some &= some - 1) {
      int one = Long.numberOfTrailingZeros(some);
      listener.hears(hash, system.orthographies().get(one).label());
    }
  }

  private void read(int orthography, Listener listener) {
    units.rewind();
    system
        .orthographies()
        .get(orthography)
        .read(
            units,
            (hash, sounds, end, label) -> {
              if (end == form.length() && listener.knows(hash)) {
                listener.hears(hash, label);
              }
              return listener.begins(hash);
            });
    addDeadEnd(units.looked() + 1, 1L << orthography);
  }

  private void addDeadEnd(int letters, long orthographies) {
    if (letters < units.length() && orthographies != 0) {
      deadEnds.add(beginnings[letters], orthographies);
    }
  }

  private void turnTo(String another) {
    if (another.equals(form)) {
      return;
    }
    form = another;
    system = WritingSystem.of(another);
    units = Units.of(another);
    if (units.length() >= beginnings.length) {
      beginnings = new long[2 * units.length()];
      reach = new long[2 * units.length()];
    }
    dead = 0;
    long hash = system.script();
    for (int letters = 1; letters < units.length(); letters++) {
      hash = Pronunciations.extend(hash, units.letter(letters - 1));
      beginnings[letters] = hash;
      // one that ends here may have been heard
      if (units.end(letters) != form.length()) {
        dead |= deadEnds.of(hash);
      }
    }
  }
}
