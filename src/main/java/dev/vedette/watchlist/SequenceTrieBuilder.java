package dev.vedette.watchlist;

import java.util.Arrays;

/** A {@link SequenceTrie} that grows: its edges lie in one open hash table. */
final class SequenceTrieBuilder {

  private long[] edges = new long[1024];
  private int[] targets = new int[1024];
  private int[] heads = new int[1024];
  private byte[] marks = new byte[1024];
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
    int node = SequenceTrie.ROOT;
    for (int at = 0; at < words.length; at++) {
      node = grow(node, words[at]);
      if (at + 1 == gap) {
        marks[node] |= SequenceTrie.GAP;
      }
    }
    if (count == values.length) {
      values = Arrays.copyOf(values, count + (count >> 1));
      nexts = Arrays.copyOf(nexts, values.length);
    }
    values[count] = value;
    nexts[count] = heads[node];
    heads[node] = ++count;
  }

  /** Marks the end of a sequence that is there already as a surname. */
  void addSurname(int[] words) {
    int node = SequenceTrie.ROOT;
    for (int word : words) {
      node = targets[slot(edge(node, word))];
      if (node == 0) {
        return;
      }
    }
    if (node != SequenceTrie.ROOT) {
      marks[node] |= SequenceTrie.SURNAME;
    }
  }

  /**
   * The trie of all sequences: its nodes are numbered anew, level by level, so that those that
   * follow the same node come one after another, in the order of their words.
   *
   * @param sorts the {@link WordSort} of every word
   */
  SequenceTrie build(byte[] sorts) {
    long[] sorted = sortedEdges();
    int[] begins = begins(sorted);
    int[] order = new int[nodes];
    int[] words = new int[nodes];
    int[] children = new int[nodes + 1];
    int[] valueStarts = new int[nodes + 1];
    long[] inOrder = new long[count];
    byte[] marksInOrder = new byte[nodes];
    int next = 1;
    int filled = 0;
    for (int node = 0; node < nodes; node++) {
      int old = order[node];
      children[node] = next;
      for (int at = begins[old]; at < begins[old + 1]; at++) {
        order[next] = targets[slot(sorted[at])];
        words[next++] = (int) sorted[at];
      }
      valueStarts[node] = filled;
      for (int at = heads[old]; at != 0; at = nexts[at - 1]) {
        inOrder[filled++] = values[at - 1];
      }
      marksInOrder[node] = marks[old];
    }
    children[nodes] = next;
    valueStarts[nodes] = filled;
    return new SequenceTrie(words, children, marksInOrder, valueStarts, inOrder, sorts);
  }

  private long[] sortedEdges() {
    long[] sorted = new long[nodes - 1];
    int at = 0;
    for (long edge : edges) {
      if (edge != 0) {
        sorted[at++] = edge;
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  /** For each node where its edges begin among all, and after the last one where they end. */
  private int[] begins(long[] sorted) {
    int[] begins = new int[nodes + 1];
    int at = 0;
    for (int node = 0; node < nodes; node++) {
      begins[node] = at;
      while (at < sorted.length && sorted[at] >>> Integer.SIZE == node + 1) {
        at++;
      }
    }
    begins[nodes] = at;
    return begins;
  }

  private int grow(int node, int word) {
    int slot = slot(edge(node, word));
    if (edges[slot] != 0) {
      return targets[slot];
    }
    if (nodes * 2 > edges.length) {
      rehash();
      slot = slot(edge(node, word));
    }
    if (nodes == heads.length) {
      heads = Arrays.copyOf(heads, nodes + (nodes >> 1));
      marks = Arrays.copyOf(marks, heads.length);
    }
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
