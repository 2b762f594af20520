package dev.vedette.watchlist;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Lists of numbers under 64-bit keys, in one open hash table; not to be changed once shared. */
final class Postings {

  static final int END = -1;

  private long[] keys = new long[1024];
  private int[] heads = new int[1024];
  private int used;
  private KeyFilter filter = new KeyFilter(0);
  private int[] values = new int[1024];
  private int[] nexts = new int[1024];
  private int count;

  /** Adds a number, unless it was the last to be added there. */
  void add(long key, int value) {
    if (used * 4L >= keys.length * 3L) {
      rehash();
    }
    int slot = slot(key(key));
    int head = heads[slot] - 1;
    if (keys[slot] == 0) {
      keys[slot] = key(key);
      used++;
    } else if (values[head] == value) {
      return;
    }
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
      nexts = Arrays.copyOf(nexts, count * 2);
    }
    values[count] = value;
    nexts[count] = head;
    heads[slot] = ++count;
  }

  /** Where the list of a key begins, or {@link #END}. */
  int first(long key) {
    long wanted = key(key);
    return filter.mayHave(wanted) ? heads[slot(wanted)] - 1 : END;
  }

  int next(int at) {
    return nexts[at];
  }

  int value(int at) {
    return values[at];
  }

  /** Tells all numbers of a list, the last that was added first. */
  void forEach(long key, IntConsumer numbers) {
    for (int at = first(key); at != END; at = nexts[at]) {
      numbers.accept(values[at]);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Makes the lists findable, once all are there, and gives back what growing took too much. */
  void finish() {
    filter = new KeyFilter(used);
    for (long key : keys) {
      if (key != 0) {
        filter.add(key);
      }
    }
    values = Arrays.copyOf(values, count);
    nexts = Arrays.copyOf(nexts, count);
  }

  private void rehash() {
    long[] oldKeys = keys;
    int[] oldHeads = heads;
    keys = new long[oldKeys.length * 2];
    heads = new int[oldKeys.length * 2];
    for (int at = 0; at < oldKeys.length; at++) {
      if (oldKeys[at] != 0) {
        int slot = slot(oldKeys[at]);
        keys[slot] = oldKeys[at];
        heads[slot] = oldHeads[at];
      }
    }
  }

  /** Mixed, since numbers of words are keys too; never 0, which marks an empty slot. */
  private static long key(long key) {
    long mixed = key * 0x9E37_79B9_7F4A_7C15L;
    return mixed == 0 ? 1 : mixed;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
