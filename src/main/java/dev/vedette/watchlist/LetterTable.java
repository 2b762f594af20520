package dev.vedette.watchlist;

import java.util.Arrays;

/**
 * Names by the hashes of their letters, and the hashes of their beginnings: open addressing, no
 * objects. Not to be changed once it is shared.
 */
final class LetterTable {

  /** What {@link #find} says of letters that are no name, nor the beginning of one. */
  static final int ABSENT = -2;

  /** What {@link #find} says of letters that only begin a name, and what ends a list of names. */
  static final int NONE = -1;

  private long[] keys = new long[1024];
  private int[] heads = new int[1024];
  private int[] nexts = new int[64];
  private KeyFilter filter = new KeyFilter(0);
  private int shift = Long.SIZE - 10;
  private int count;

  /** Adds the beginning of a name. */
  void add(long key) {
    slotFor(key);
  }

  /** Adds a name under all its letters; names are numbered from 0. */
  void add(long key, int name) {
    int slot = slotFor(key);
    if (name >= nexts.length) {
      nexts = Arrays.copyOf(nexts, Math.max(name + 1, nexts.length + (nexts.length >> 1)));
    }
    nexts[name] = heads[slot];
    heads[slot] = name + 1;
  }

  /** Makes the filter, once all names are there, and gives back what growing took too much. */
  void finish(int names) {
    filter = new KeyFilter(count);
    for (long key : keys) {
      if (key != 0) {
        filter.add(key);
      }
    }
    nexts = Arrays.copyOf(nexts, names);
  }

  /** Whether a key may be there; never wrongly false. */
  boolean mayHave(long key) {
    return filter.mayHave(key);
  }

  /** The last name that was added under a key, {@link #NONE} or {@link #ABSENT}. */
  int find(long key) {
    long wanted = key == 0 ? 1 : key;
    if (!mayHave(wanted)) {
      return ABSENT;
    }
    int mask = keys.length - 1;
    int slot = (int) (wanted >>> shift);
    while (keys[slot] != wanted) {
      if (keys[slot] == 0) {
        return ABSENT;
      }
      slot = (slot + 1) & mask;
    }
    return heads[slot] - 1;
  }

  /** The name that was added before one under the same key, or {@link #NONE}. */
  int before(int name) {
    return nexts[name] - 1;
  }

  private int slotFor(long key) {
    if (count * 3L > keys.length * 2L) {
      grow();
    }
    long wanted = key == 0 ? 1 : key;
    int mask = keys.length - 1;
    int slot = (int) (wanted >>> shift);
    while (keys[slot] != 0 && keys[slot] != wanted) {
      slot = (slot + 1) & mask;
    }
    if (keys[slot] == 0) {
      keys[slot] = wanted;
      count++;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldHeads = heads;
    keys = new long[oldKeys.length * 2];
    heads = new int[keys.length];
    shift--;
    int mask = keys.length - 1;
    for (int at = 0; at < oldKeys.length; at++) {
      if (oldKeys[at] != 0) {
        int slot = (int) (oldKeys[at] >>> shift);
        while (keys[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        keys[slot] = oldKeys[at];
        heads[slot] = oldHeads[at];
      }
    }
  }
}
