package dev.vedette.watchlist;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a name that some letters of a text may be.
 *
 * @param word its number in the lexicon
 * @param start of the letters, counted in characters of the word of the text
 * @param end after them
 * @param changes from the word to the letters
 * @param orthographies a bit for each in which the letters can be read so
 * @param evidence how much it proves that the letters stand there: half letters, less what the
 *     changes leave open
 * @param misprints how many of them
 * @param alone whether only names of a single word have this form
 * @param term whether it is a word of an organisation's name, which need not have a capital
 */
record Candidate(
    int word,
    int start,
    int end,
    List<Change> changes,
    long orthographies,
    int evidence,
    int misprints,
    boolean alone,
    boolean term) {

  /** Whether its letters are others than the name's. */
  boolean isChanged() {
    for (Change change : changes) {
      if (change.step() != Step.EQUIVALENT) {
        return true;
      }
    }
    return false;
  }

  double cost() {
    double cost = 0;
    for (Change change : changes) {
      cost += change.step().cost();
    }
    return cost;
  }

  /** The same, with all of its orthographies named where letters had to be read. */
  Candidate inItsOrthography() {
    List<Change> named = new ArrayList<>();
    changes.forEach(change -> named.add(change.in(orthographies)));
    return new Candidate(
        word, start, end, List.copyOf(named), orthographies, evidence, misprints, alone, term);
  }

  /** The same with one more change. */
  Candidate with(Change change) {
    List<Change> all = new ArrayList<>(changes);
    all.add(change);
    return new Candidate(
        word, start, end, List.copyOf(all), orthographies, evidence, misprints, alone, term);
  }

  /** The cheaper of two ways to the same word, with the orthographies of both. */
  static Candidate better(Candidate one, Candidate other) {
    Candidate cheaper = one.cost() <= other.cost() ? one : other;
    if (!one.changes.equals(other.changes)) {
      return cheaper;
    }
    return new Candidate(
        cheaper.word,
        cheaper.start,
        cheaper.end,
        cheaper.changes,
        one.orthographies | other.orthographies,
        Math.max(one.evidence, other.evidence),
        cheaper.misprints,
        one.alone && other.alone,
        cheaper.term);
  }
}
