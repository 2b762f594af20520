package dev.vedette.watchlist;

import dev.vedette.language.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * Letters to be looked up: a stretch of a text's word, or what an ending was taken from.
 *
 * @param letters folded, without apostrophes
 * @param start of the stretch, in characters of the word of the text
 * @param end after it
 * @param changes from the letters to the stretch
 * @param alone whether only names of a single word have this form
 */
record Stem(String letters, int start, int end, List<Change> changes, boolean alone) {

  /** The letters that stand there. */
  static Stem whole(String letters, int start, int end) {
    return new Stem(letters, start, end, List.of(), false);
  }

  /** What they may be a form of. */
  Stem of(Form form) {
    Change ending = new Change(Step.INFLECTED, form.language());
    return new Stem(form.base(), start, end, List.of(ending), form.alone());
  }

  Stem with(Change change) {
    List<Change> all = new ArrayList<>(changes);
    all.add(change);
    return new Stem(letters, start, end, List.copyOf(all), alone);
  }

  boolean isInflected() {
    return !changes.isEmpty();
  }

  /** What it takes of the evidence that an ending was taken off. */
  int cost() {
    return isInflected() ? Evidence.INFLECTED : 0;
  }
}
