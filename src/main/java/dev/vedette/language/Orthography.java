package dev.vedette.language;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to write sounds with letters: of a language, or of a school of transcription.
 *
 * <p>A word is read from the left; at each place the longest rule that fits says what the letters
 * may stand for. A letter that no rule knows makes the word unreadable in this orthography. The
 * same sound twice in a row is heard once.
 */
final class Orthography {

  /** More than any name needs; a word made to explode is given up, always at one place. */
  private static final int MOST_STEPS = 2_000;

  private final String label;
  private final Phonology phonology;
  private final boolean bySyllable;
  private final @Nullable Orthography likelier;

  private final RuleTable rules;
  private final List<Rule> all;

  /**
   * @param label a language tag, or one with the school after it
   * @param phonology whose sounds it writes
   */
  Orthography(String label, Phonology phonology, List<Rule> rules) {
    this(label, phonology, rules, false, null);
  }

  private Orthography(
      String label,
      Phonology phonology,
      List<Rule> rules,
      boolean bySyllable,
      @Nullable Orthography likelier) {
    this.label = label;
    this.phonology = phonology;
    this.bySyllable = bySyllable;
    this.likelier = likelier;
    this.rules = new RuleTable(rules);
    this.all = List.copyOf(rules);
  }

  /**
   * One whose rules are for whole syllables: since a word may come apart into them in several ways,
   * all the rules that fit are followed.
   *
   * @param likelier in which a word is written if it can be; only others are read in this one
   */
  static Orthography bySyllable(
      String label, Phonology phonology, List<Rule> rules, @Nullable Orthography likelier) {
    return new Orthography(label, phonology, rules, true, likelier);
  }

  String label() {
    return label;
  }

  /** Its rules, in no particular order. */
  List<Rule> rules() {
    return all;
  }

  Phonology phonology() {
    return phonology;
  }

  /** Whether its rules are for whole syllables. */
  boolean isBySyllable() {
    return bySyllable;
  }

  /** Tells every reading of the letters, sound by sound, as long as the listener goes along. */
  void read(Units units, Pronunciations.Listener listener) {
    new Speaker(units, listener).speak(0, phonology.seed(), 0);
  }

  /** Whether it has a reading of all the letters. */
  private boolean canRead(Units units) {
    boolean[] whole = {false};
    int length = units.end(units.length());
    read(
        units,
        (hash, sounds, end, orthography) -> {
          whole[0] |= end == length;
          return !whole[0];
        });
    return whole[0];
  }

  /**
   * Some letters and the sounds they may stand for.
   *
   * @param letters to be read; not empty
   * @param first whether only at the beginning of a word
   * @param last whether only at its end
   * @param before what has to follow
   * @param after what has to precede
   * @param sounds the choices, likeliest first; an empty one is silence; none where the letters are
   *     never written
   */
  record Rule(
      String letters,
      boolean first,
      boolean last,
      Context before,
      Context after,
      List<String> sounds) {

    static final Comparator<Rule> LONGEST_FIRST =
        Comparator.<Rule>comparingInt(rule -> -rule.letters.length())
            .thenComparingInt(rule -> -rule.conditions());

    int conditions() {
      return (first ? 1 : 0) + (last ? 1 : 0) + before.conditions() + after.conditions();
    }
  }

  /**
   * The letters beside those of a rule.
   *
   * @param letters a set for every place, in the order of the word
   * @param edge whether the word ends, or begins, beyond them
   */
  record Context(List<String> letters, boolean edge) {

    static final Context ANY = new Context(List.of(), false);

    private int conditions() {
      return letters.size() + (edge ? 1 : 0);
    }
  }

  /** One reading aloud, through all choices. */
  private final class Speaker {

    private final Units units;
    private final Pronunciations.Listener listener;
    private final Sounds sounds = new Sounds();
    private int steps;
    private boolean isAsked;
    private boolean isLikelier;

    Speaker(Units units, Pronunciations.Listener listener) {
      this.units = units;
      this.listener = listener;
    }

    void speak(int at, long heard, int length) {
      if (units.isEnd(at) || ++steps > MOST_STEPS) {
        return;
      }
      char first = units.letter(at);
      boolean fits =
          !units.isEnd(at + 1) && speak(rules.of(first, units.letter(at + 1)), at, heard, length);
      if (bySyllable || !fits) {
        speak(rules.of(first, RuleTable.ALONE), at, heard, length);
      }
    }

    /** Whether one of the rules fits: the first, unless all of them are to be followed. */
    private boolean speak(CompiledRule[] some, int at, long heard, int length) {
      boolean fits = false;
      for (CompiledRule rule : some) {
        if (rule.fits(units, at)) {
          fits = true;
          speak(rule, at, heard, length);
          if (!bySyllable) {
            return true;
          }
        }
      }
      return fits;
    }

    private void speak(CompiledRule rule, int at, long heard, int length) {
      int next = at + rule.length();
      for (char[] choice : rule.sounds()) {
        long hash = sounds.say(choice, heard);
        if (mayEnd(next) && listener.hears(hash, sounds, units.end(next), label)) {
          speak(next, hash, sounds.length());
        }
        sounds.cut(length);
      }
    }

    private boolean mayEnd(int at) {
      if (likelier == null || !units.isEnd(at)) {
        return true;
      }
      if (!isAsked) {
        isAsked = true;
        isLikelier = likelier.canRead(units);
      }
      return !isLikelier;
    }
  }
}
