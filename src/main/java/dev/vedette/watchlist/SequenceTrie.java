package dev.vedette.watchlist;

import java.util.Arrays;

/**
 * Sequences of words to the names that they make. Nodes are numbered from 0, the root; those that
 * follow a node have numbers that follow each other. Immutable.
 *
 * <p>All that a search has to know of a node before it takes another step is one number, its {@link
 * #state}: what ends there, and a signature of the words that go on from it.
 */
final class SequenceTrie {

  static final int ROOT = 0;
  static final int NONE = -1;

  /** In a {@link #state}: all signatures. */
  static final long FOLLOWERS = (1L << WordSort.COUNT) - 1;

  /** In a {@link #state}: some name ends here. */
  static final long END = 1L << WordSort.COUNT;

  /** In a {@link #state}: somebody's surname ends here. */
  static final long SURNAME_END = 1L << (WordSort.COUNT + 1);

  private static final long GAP_AFTER = 1L << (WordSort.COUNT + 2);

  /** As it is built: other words may stand between this one and the next of some name. */
  static final byte GAP = 1;

  /** As it is built: somebody's surname ends here. */
  static final byte SURNAME = 2;

  private final int[] words;
  private final int[] children;
  private final long[] states;
  private final int[] valueStarts;
  private final long[] values;
  private final byte[] sorts;

  SequenceTrie(
      int[] words, int[] children, byte[] marks, int[] valueStarts, long[] values, byte[] sorts) {
    this.words = words;
    this.children = children;
    this.valueStarts = valueStarts;
    this.values = values;
    this.sorts = sorts;
    this.states = new long[marks.length];
    for (int node = 0; node < marks.length; node++) {
      states[node] = state(node, marks[node]);
    }
  }

  private long state(int node, byte marks) {
    long state = valueStarts[node] < valueStarts[node + 1] ? END : 0;
    state |= (marks & SURNAME) != 0 ? SURNAME_END : 0;
    state |= (marks & GAP) != 0 ? GAP_AFTER : 0;
    for (int child = children[node]; child < children[node + 1]; child++) {
      state |= bit(words[child]);
    }
    return state;
  }

  /** The node at the end of a sequence, or {@link #NONE}. */
  int find(int[] sequence) {
    int node = ROOT;
    for (int at = 0; at < sequence.length && node != NONE; at++) {
      node = next(node, sequence[at]);
    }
    return node;
  }

  boolean isEmpty() {
    return values.length == 0;
  }

  /** The node that a word leads to, or {@link #NONE}. */
  int next(int node, int word) {
    int found = Arrays.binarySearch(words, children[node], children[node + 1], word);
    return found < 0 ? NONE : found;
  }

  /**
   * The bit of a word in a signature, that of its {@link WordSort}. Words that a word of a text may
   * be are mostly of the same sort, since they sound alike; so its signature has few bits.
   */
  long bit(int word) {
    return 1L << sorts[word];
  }

  /** What ends at a node, and the bits of the words that go on from it. */
  long state(int node) {
    return states[node];
  }

  /** Whether other words may stand between a node's word and the next of some name. */
  static boolean hasGap(long state) {
    return (state & GAP_AFTER) != 0;
  }

  /** Where the values of a node begin. */
  int first(int node) {
    return valueStarts[node];
  }

  /** Where they end. */
  int last(int node) {
    return valueStarts[node + 1];
  }

  long value(int at) {
    return values[at];
  }
}
