package dev.vedette.watchlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sequences of letters to numbers. Nodes are numbered from 0, the root; all edges lie in one open
 * hash table, so that a step costs the same however many sequences there are. Not to be changed
 * once it is shared.
 */
final class Trie {

  static final int ROOT = 0;
  static final int NONE = -1;
  private static final int[] NOTHING = {};
  private static final int POINT_BITS = 21;

  private long[] edges = new long[64];
  private int[] targets = new int[64];
  private int count;
  private final List<int[]> values = new ArrayList<>(List.of(NOTHING));

  /** Adds a number to what is found at the end of these letters. */
  void add(int[] letters, int value) {
    int node = ROOT;
    for (int letter : letters) {
      node = grow(node, letter);
    }
    int[] before = values.get(node);
    int[] after = Arrays.copyOf(before, before.length + 1);
    after[before.length] = value;
    values.set(node, after);
  }

  /** The node that a letter leads to, or {@link #NONE}. */
  int next(int node, int letter) {
    int slot = slot(edge(node, letter));
    return edges[slot] == 0 ? NONE : targets[slot];
  }

  /** The numbers whose letters end at a node; not to be changed. */
  int[] values(int node) {
    return values.get(node);
  }

  private int grow(int node, int letter) {
    int known = next(node, letter);
    if (known != NONE) {
      return known;
    }
    if (++count * 2 > edges.length) {
      rehash();
    }
    int created = values.size();
    values.add(NOTHING);
    put(edge(node, letter), created);
    return created;
  }

  private void rehash() {
    long[] oldEdges = edges;
    int[] oldTargets = targets;
    edges = new long[oldEdges.length * 2];
    targets = new int[oldEdges.length * 2];
    for (int at = 0; at < oldEdges.length; at++) {
      if (oldEdges[at] != 0) {
        put(oldEdges[at], oldTargets[at]);
      }
    }
  }

  private void put(long edge, int target) {
    int slot = slot(edge);
    edges[slot] = edge;
    targets[slot] = target;
  }

  /** Never 0, which marks an empty slot. */
  private static long edge(int node, int letter) {
    return ((long) (node + 1) << POINT_BITS) | letter;
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
