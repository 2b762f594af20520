package dev.vedette.watchlist;

import java.util.List;

/** What some letters of texts may be, as it is remembered: immutable. */
final class Known {

  private static final Candidate[] NONE = {};

  static final Known NOTHING = new Known(0, List.of(), new SequenceTrie());

  private final long hash;
  private final List<Candidate> candidates;
  private final Candidate[] all;
  private final Candidate[] first;
  private final int signature;

  Known(long hash, List<Candidate> candidates, SequenceTrie trie) {
    this.hash = hash;
    this.candidates = candidates;
    this.all = candidates.isEmpty() ? NONE : candidates.toArray(Candidate[]::new);
    this.first = candidates.isEmpty() ? NONE : first(candidates, trie);
    int bits = 0;
    for (Candidate one : all) {
      bits |= SequenceTrie.bit(one.word());
    }
    this.signature = bits;
  }

  private static Candidate[] first(List<Candidate> candidates, SequenceTrie trie) {
    return candidates.stream()
        .filter(one -> trie.next(SequenceTrie.ROOT, one.word()) != SequenceTrie.NONE)
        .toArray(Candidate[]::new);
  }

  long hash() {
    return hash;
  }

  List<Candidate> candidates() {
    return candidates;
  }

  /** Whether no pattern begins with any of them. */
  boolean beginsNothing() {
    return first.length == 0;
  }

  /** Those that may be the next word of a mention; often some that are not, too. Not to change. */
  Candidate[] next(Progress progress, SequenceTrie trie) {
    if (progress.words() == 0) {
      return first;
    }
    // most words that follow a name are no part of it, and one look at the node tells so
    return (signature & trie.followers(progress.node())) == 0 ? NONE : all;
  }
}
