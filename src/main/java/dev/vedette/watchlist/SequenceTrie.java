package dev.vedette.watchlist;

import java.util.Arrays;

/**
 * Sequences of words to the names that they make. Nodes are numbered from 0, the root; all edges
 * lie in one open hash table. Not to be changed once it is shared.
 *
 * <p>All that is known of a node is one number, so that to look at it costs one miss of the cache:
 * marks, where its values begin, and a signature of the words that go on from it.
 */
final class SequenceTrie {

  static final int ROOT = 0;
  static final int NONE = -1;

  private static final long GAP = 1L << 63;
  private static final long SURNAME = 1L << 62;
  private static final int HEAD_BITS = 30;
  private static final long HEAD = ((1L << HEAD_BITS) - 1) << Integer.SIZE;
  private static final long FOLLOWERS = 0xFFFF_FFFFL;

  private long[] edges = new long[1024];
  private int[] targets = new int[1024];
  private long[] states = {0};

  /** The node that each word leads to from the root, which is asked most; empty till trimmed. */
  private int[] roots = {};

  private int nodes = 1;
  private long[] values = new long[1024];
  private int[] nexts = new int[1024];
  private int count;

  /**
   * Adds a sequence.
   *
   * @param gap after how many of its words others may stand between; 0 for never
   */
  void add(int[] words, int gap, long value) {
    int node = ROOT;
    for (int at = 0; at < words.length; at++) {
      node = grow(node, words[at]);
      if (at + 1 == gap) {
        states[node] |= GAP;
      }
    }
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
      nexts = Arrays.copyOf(nexts, count * 2);
    }
    values[count] = value;
    nexts[count] = first(node);
    count++;
    states[node] = (states[node] & ~HEAD) | (long) count << Integer.SIZE;
  }

  /** The node at the end of a sequence, or {@link #NONE}. */
  int find(int[] words) {
    int node = ROOT;
    for (int at = 0; at < words.length && node != NONE; at++) {
      node = next(node, words[at]);
    }
    return node;
  }

  /** Marks the end of a sequence that is there already as a surname. */
  void addSurname(int[] words) {
    int node = find(words);
    if (node > ROOT) {
      states[node] |= SURNAME;
    }
  }

  boolean isSurname(int node) {
    return (states[node] & SURNAME) != 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Whether any word goes on from a node. */
  boolean hasNext(int node) {
    return (states[node] & FOLLOWERS) != 0;
  }

  /** The bit of a word in a {@link #followers signature}. */
  static int bit(int word) {
    return 1 << ((word * 0x9E3779B9) >>> 27);
  }

  /** A signature of the words that go on from a node: without their bits they do not. */
  int followers(int node) {
    return (int) states[node];
  }

  /** The node that a word leads to, or {@link #NONE}. */
  int next(int node, int word) {
    if (node == ROOT && roots.length > 0) {
      return word < roots.length ? roots[word] : NONE;
    }
    return (followers(node) & bit(word)) == 0 ? NONE : probe(node, word);
  }

  private int probe(int node, int word) {
    int slot = slot(edge(node, word));
    return edges[slot] == 0 ? NONE : targets[slot];
  }

  /** Whether other words may stand between this one and the next of some name. */
  boolean hasGap(int node) {
    return (states[node] & GAP) != 0;
  }

  /** Where the values of a node begin, or {@link #NONE}. */
  int first(int node) {
    return (int) ((states[node] & HEAD) >>> Integer.SIZE) - 1;
  }

  /** The place of the next value of the same node, or {@link #NONE}. */
  int following(int at) {
    return nexts[at];
  }

  long value(int at) {
    return values[at];
  }

  /**
   * Gives back what growing took too much, once all sequences are there.
   *
   * @param words how many there are; they are numbered from 0
   */
  void trim(int words) {
    int[] found = new int[words];
    for (int word = 0; word < words; word++) {
      found[word] = next(ROOT, word);
    }
    roots = found;
    states = Arrays.copyOf(states, nodes);
    values = Arrays.copyOf(values, count);
    nexts = Arrays.copyOf(nexts, count);
  }

  private int grow(int node, int word) {
    int known = next(node, word);
    if (known != NONE) {
      return known;
    }
    if (nodes * 2 > edges.length) {
      rehash();
    }
    if (nodes == states.length) {
      states = Arrays.copyOf(states, nodes + (nodes >> 1) + 8);
    }
    states[node] |= bit(word) & FOLLOWERS;
    int slot = slot(edge(node, word));
    edges[slot] = edge(node, word);
    targets[slot] = nodes;
    return nodes++;
  }

  private void rehash() {
    long[] oldEdges = edges;
    int[] oldTargets = targets;
    edges = new long[oldEdges.length * 2];
    targets = new int[oldEdges.length * 2];
    for (int at = 0; at < oldEdges.length; at++) {
      if (oldEdges[at] != 0) {
        int slot = slot(oldEdges[at]);
        edges[slot] = oldEdges[at];
        targets[slot] = oldTargets[at];
      }
    }
  }

  /** Never 0, which marks an empty slot. */
  private static long edge(int node, int word) {
    return ((long) (node + 1) << Integer.SIZE) | (word & 0xFFFFFFFFL);
  }

  private int slot(long edge) {
    int mask = edges.length - 1;
    int slot = (int) ((edge * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (edges[slot] != 0 && edges[slot] != edge) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
