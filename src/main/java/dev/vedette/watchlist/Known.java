package dev.vedette.watchlist;

import java.util.List;

/** What some letters of texts may be, as it is remembered: immutable. */
final class Known {

  private static final Candidate[] NO_CANDIDATES = {};

  static final Known NOTHING = new Known(0, List.of(), NO_CANDIDATES, 0, new int[0], new long[0]);

  private final long hash;
  private final List<Candidate> candidates;

  /** Those that a pattern begins with, the node to which each leads, and what is known of that. */
  private final Candidate[] first;

  private final int[] nodes;
  private final long[] states;

  private final long signature;

  private Known(
      long hash,
      List<Candidate> candidates,
      Candidate[] first,
      long signature,
      int[] nodes,
      long[] states) {
    this.hash = hash;
    this.candidates = candidates;
    this.first = first;
    this.signature = signature;
    this.nodes = nodes;
    this.states = states;
  }

  static Known of(long hash, List<Candidate> candidates, SequenceTrie trie) {
    if (candidates.isEmpty()) {
      return new Known(hash, candidates, NO_CANDIDATES, 0, NOTHING.nodes, NOTHING.states);
    }
    long signature = 0;
    for (Candidate one : candidates) {
      signature |= trie.bit(one.word());
    }
    Candidate[] first =
        candidates.stream()
            .filter(one -> trie.next(SequenceTrie.ROOT, one.word()) != SequenceTrie.NONE)
            .toArray(Candidate[]::new);
    int[] nodes = new int[first.length];
    long[] states = new long[first.length];
    for (int at = 0; at < first.length; at++) {
      nodes[at] = trie.next(SequenceTrie.ROOT, first[at].word());
      states[at] = trie.state(nodes[at]);
    }
    return new Known(hash, candidates, first, signature, nodes, states);
  }

  long hash() {
    return hash;
  }

  List<Candidate> candidates() {
    return candidates;
  }

  /** The bits of all of them, see {@link SequenceTrie#bit}. */
  long signature() {
    return signature;
  }

  /** How many of them a pattern begins with. */
  int beginnings() {
    return first.length;
  }

  /** One that a pattern begins with. */
  Candidate first(int at) {
    return first[at];
  }

  /** The node to which it leads. */
  int node(int at) {
    return nodes[at];
  }

  /** The state of that node. */
  long state(int at) {
    return states[at];
  }
}
