package dev.vedette.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<Character, List<Rule>> rules = new HashMap<>();

  /**
   * @param label a language tag, or one with the school after it
   * @param phonology whose sounds it writes
   */
  Orthography(String label, Phonology phonology, List<Rule> rules) {
    this.label = label;
    this.phonology = phonology;
    for (Rule rule : rules) {
      this.rules.computeIfAbsent(rule.letters().charAt(0), letter -> new ArrayList<>()).add(rule);
    }
    this.rules.values().forEach(some -> some.sort(Rule.LONGEST_FIRST));
  }

  String label() {
    return label;
  }

  Phonology phonology() {
    return phonology;
  }

  /** Tells every reading of the letters, sound by sound, as long as the listener goes along. */
  void read(Units units, Pronunciations.Listener listener) {
    new Speaker(units, listener).speak(0, phonology.seed(), 0);
  }

  private @Nullable Rule ruleAt(Units units, int at) {
    for (Rule rule : rules.getOrDefault(units.letter(at), List.of())) {
      if (rule.fits(units, at)) {
        return rule;
      }
    }
    return null;
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

    private int conditions() {
      return (first ? 1 : 0) + (last ? 1 : 0) + before.conditions() + after.conditions();
    }

    private boolean fits(Units units, int at) {
      int end = at + letters.length();
      return units.startsWith(letters, at)
          && (!first || at == 0)
          && (!last || end == units.length())
          && before.fits(units, end, units.length())
          && after.fits(units, at - after.letters().size(), 0);
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

    private boolean fits(Units units, int from, int border) {
      int to = from + letters.size();
      if (from < 0 || to > units.length() || (edge && (border == 0 ? from : to) != border)) {
        return false;
      }
      for (int at = from; at < to; at++) {
        if (letters.get(at - from).indexOf(units.letter(at)) < 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** One reading aloud, through all choices. */
  private final class Speaker {

    private final Units units;
    private final Pronunciations.Listener listener;
    private final StringBuilder sounds = new StringBuilder();
    private int steps;

    Speaker(Units units, Pronunciations.Listener listener) {
      this.units = units;
      this.listener = listener;
    }

    void speak(int at, long heard, int length) {
      if (at == units.length() || ++steps > MOST_STEPS) {
        return;
      }
      Rule rule = ruleAt(units, at);
      if (rule == null) {
        return;
      }
      int next = at + rule.letters.length();
      for (String choice : rule.sounds) {
        long hash = say(choice, heard);
        if (listener.hears(hash, sounds, units.end(next), label)) {
          speak(next, hash, sounds.length());
        }
        sounds.setLength(length);
      }
    }

    private long say(String choice, long heard) {
      long hash = heard;
      for (int at = 0; at < choice.length(); at++) {
        char sound = choice.charAt(at);
        int last = sounds.length() - 1;
        if (last < 0 || sounds.charAt(last) != sound) {
          sounds.append(sound);
          hash = Pronunciations.extend(hash, sound);
        }
      }
      return hash;
    }
  }
}
