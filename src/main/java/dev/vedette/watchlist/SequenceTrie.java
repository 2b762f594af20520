package dev.vedette.watchlist;

import java.util.Arrays;

/**
 * Sequences of words to the names that they make. Nodes are numbered from 0, the root; all edges
 * lie in one open hash table. Not to be changed once it is shared.
 */
final class SequenceTrie {

  static final int ROOT = 0;
  static final int NONE = -1;

  private long[] edges = new long[1024];
  private int[] targets = new int[1024];
  private int[] heads = {NONE};
  private long[] gaps = new long[1];
  private long[] surnames = new long[1];
  private long[] inner = new long[1];
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
        gaps[node >> 6] |= 1L << node;
      }
    }
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
      nexts = Arrays.copyOf(nexts, count * 2);
    }
    values[count] = value;
    nexts[count] = heads[node];
    heads[node] = count++;
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
      surnames[node >> 6] |= 1L << node;
    }
  }

  boolean isSurname(int node) {
    return (surnames[node >> 6] & 1L << node) != 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Whether any word goes on from a node. */
  boolean hasNext(int node) {
    return (inner[node >> 6] & 1L << node) != 0;
  }

  /** The node that a word leads to, or {@link #NONE}. */
  int next(int node, int word) {
    int slot = slot(edge(node, word));
    return edges[slot] == 0 ? NONE : targets[slot];
  }

  /** Whether other words may stand between this one and the next of some name. */
  boolean hasGap(int node) {
    return (gaps[node >> 6] & 1L << node) != 0;
  }

  /** Where the values of a node begin, or {@link #NONE}. */
  int first(int node) {
    return heads[node];
  }

  /** The place of the next value of the same node, or {@link #NONE}. */
  int following(int at) {
    return nexts[at];
  }

  long value(int at) {
    return values[at];
  }

  /** Gives back what growing took too much. */
  void trim() {
    heads = Arrays.copyOf(heads, nodes);
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
    if (nodes == heads.length) {
      heads = Arrays.copyOf(heads, nodes + (nodes >> 1) + 8);
      gaps = Arrays.copyOf(gaps, (heads.length >> 6) + 1);
      surnames = Arrays.copyOf(surnames, gaps.length);
      inner = Arrays.copyOf(inner, gaps.length);
    }
    heads[nodes] = NONE;
    inner[node >> 6] |= 1L << node;
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
