package dev.vedette.watchlist;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a mention has been read into a pattern.
 *
 * @param node of the trie
 * @param first the token in which it begins
 * @param start where it begins in the text
 * @param token in which it ends
 * @param letter after its last letter
 * @param words how many there are
 * @param comma after how many of them a comma stood; 0 for none
 * @param between how many words stand between them that are not the pattern's
 * @param changes of its words
 * @param orthographies a bit for each in which all its words can be read
 * @param evidence in half letters, see {@link Candidate}
 * @param misprints the most that one of its words has
 * @param alone whether one of its words has a form that only names of a single word have
 */
record Progress(
    int node,
    int first,
    int start,
    int token,
    int letter,
    int words,
    int comma,
    int between,
    List<Change> changes,
    long orthographies,
    int evidence,
    int misprints,
    boolean alone) {

  private static final Change PASSED = Change.of(Step.PART);

  static Progress begin(int token, int start, int letter) {
    return new Progress(
        SequenceTrie.ROOT, token, start, token, letter, 0, 0, 0, List.of(), -1L, 0, 0, false);
  }

  /** With one word more. */
  Progress and(Candidate candidate, int next, int from, int lastToken, int lastLetter) {
    List<Change> all = changes;
    if (!candidate.changes().isEmpty()) {
      all = new ArrayList<>(changes);
      all.addAll(candidate.changes());
    }
    return new Progress(
        next,
        first,
        words == 0 ? from : start,
        lastToken,
        lastLetter,
        words + 1,
        comma,
        between,
        all,
        orthographies & candidate.orthographies(),
        evidence + candidate.evidence(),
        Math.max(misprints, candidate.misprints()),
        alone || candidate.alone());
  }

  Progress withComma() {
    return with(token, letter, words, between, changes);
  }

  /** Whether a word was passed that does not matter; one is enough. */
  boolean hasPassed() {
    return changes.contains(PASSED);
  }

  /** Past a word that does not matter. */
  Progress past(int passed, int end) {
    List<Change> all = new ArrayList<>(changes);
    all.add(PASSED);
    return with(passed, end, comma, between, all);
  }

  /** Over a word that is not the pattern's. */
  Progress over(int passed, int end) {
    return with(passed, end, comma, between + 1, changes);
  }

  private Progress with(int token, int letter, int comma, int between, List<Change> changes) {
    return new Progress(
        node,
        first,
        start,
        token,
        letter,
        words,
        comma,
        between,
        changes,
        orthographies,
        evidence,
        misprints,
        alone);
  }
}
