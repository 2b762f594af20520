package dev.vedette.language;

import java.util.Arrays;
import java.util.List;

/**
 * Orthographies of one script and phonology that read a word together: what several of them say
 * alike is said once.
 */
final class Chorus {

  /** More than any name needs, see {@link Orthography}. */
  private static final int MOST_STEPS = 20_000;

  private final long seed;
  private final RuleTable rules;

  /**
   * @param all of a script; at most 64
   * @param some of them, a bit each, none of which reads by syllables
   */
  Chorus(List<Orthography> all, long some) {
    this.seed = all.get(Long.numberOfTrailingZeros(some)).phonology().seed();
    this.rules = RuleTable.of(all, some);
  }

  /** Is told readings sound by sound. */
  @FunctionalInterface
  interface Listener {
    /**
     * More sounds were read, as in {@link Pronunciations.Listener}.
     *
     * @param orthographies that say them, a bit each
     */
    boolean hears(long hash, Sounds sounds, int end, long orthographies);
  }

  /** Tells every reading of the letters in some of the orthographies. */
  void read(Units units, long orthographies, Listener listener) {
    new Singers(units, listener).sing(0, seed, 0, orthographies);
  }

  /**
   * The same, for a listener that stops for the same sounds always.
   *
   * @param reach by the number of a letter, takes the orthographies that looked at it last; those
   *     that gave up for other reasons than the sounds are at the end
   */
  void read(Units units, long orthographies, long[] reach, Listener listener) {
    Singers singers = new Singers(units, listener);
    singers.reach = reach;
    singers.sing(0, seed, 0, orthographies);
    if (singers.steps > MOST_STEPS) {
      reach[units.length()] |= orthographies;
    }
  }

  /** One reading aloud, through all choices. */
  private final class Singers {

    private final Units units;
    private final Listener listener;
    private final Sounds sounds = new Sounds();
    private long[] reach = new long[0];
    private int steps;

    /** The choices of all letters so far that are still to be said. */
    private char[][] choices = new char[32][];

    private int[] nexts = new int[32];
    private long[] voices = new long[32];
    private int count;

    Singers(Units units, Listener listener) {
      this.units = units;
      this.listener = listener;
    }

    void sing(int at, long heard, int length, long some) {
      if (++steps > MOST_STEPS) {
        return;
      }
      int first = count;
      units.rewind();
      gather(at, some);
      if (reach.length > 0) {
        reach[Math.min(units.looked(), units.length())] |= some;
      }
      for (int choice = first; choice < count; choice++) {
        long hash = sounds.say(choices[choice], heard);
        int next = nexts[choice];
        if (listener.hears(hash, sounds, units.end(next), voices[choice])) {
          sing(next, hash, sounds.length(), voices[choice]);
        }
        sounds.cut(length);
      }
      count = first;
    }

    private void gather(int at, long some) {
      if (units.isEnd(at)) {
        return;
      }
      int first = count;
      char letter = units.letter(at);
      long rest = some;
      if (!units.isEnd(at + 1)) {
        rest = gather(rules.of(letter, units.letter(at + 1)), at, rest, first);
      }
      if (rest != 0) {
        gather(rules.of(letter, RuleTable.ALONE), at, rest, first);
      }
    }

    /** Those for which none of the rules fits. */
    private long gather(CompiledRule[] fitting, int at, long some, int first) {
      long rest = some;
      for (CompiledRule rule : fitting) {
        long its = rest & rule.orthographies();
        if (its != 0 && rule.fits(units, at)) {
          rest &= ~its;
          for (char[] choice : rule.sounds()) {
            add(choice, at + rule.length(), its, first);
          }
        }
      }
      return rest;
    }

    private void add(char[] choice, int next, long some, int first) {
      for (int known = first; known < count; known++) {
        if (nexts[known] == next && Arrays.equals(choices[known], choice)) {
          voices[known] |= some;
          return;
        }
      }
      if (count == choices.length) {
        choices = Arrays.copyOf(choices, count * 2);
        nexts = Arrays.copyOf(nexts, count * 2);
        voices = Arrays.copyOf(voices, count * 2);
      }
      choices[count] = choice;
      nexts[count] = next;
      voices[count++] = some;
    }
  }
}
