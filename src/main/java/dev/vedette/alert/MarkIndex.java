package dev.vedette.alert;

import java.util.Arrays;

/** Which stories have a mark: marks of 20 bits in an open table, each with a chain of slots. */
final class MarkIndex {

  private static final int EMPTY = -1;

  private int[] marks = new int[1 << 10];
  private int[] heads = new int[1 << 10];
  private int[] counts = new int[1 << 10];
  private int used;

  private int[] slots = new int[1 << 10];
  private int[] nexts = new int[1 << 10];
  private int postings;

  MarkIndex() {
    Arrays.fill(marks, EMPTY);
  }

  /** Adds a story to those that have the mark; none that is among them. */
  void add(int mark, int slot) {
    if (2 * used >= marks.length) {
      grow();
    }
    int at = find(mark);
    if (marks[at] == EMPTY) {
      marks[at] = mark;
      heads[at] = EMPTY;
      counts[at] = 0;
      used++;
    }
    if (postings == slots.length) {
      slots = Arrays.copyOf(slots, 2 * postings);
      nexts = Arrays.copyOf(nexts, 2 * postings);
    }
    slots[postings] = slot;
    nexts[postings] = heads[at];
    heads[at] = postings++;
    counts[at]++;
  }

  /** A story that has the mark is forgotten; its slot stays in the chain. */
  void discount(int mark) {
    int at = find(mark);
    counts[at]--;
  }

  /** In how many stories a mark stands. */
  int count(int mark) {
    int at = find(mark);
    return marks[at] == EMPTY ? 0 : counts[at];
  }

  /** Adds one for each story that has the mark. */
  void tally(int mark, int[] tally) {
    int at = find(mark);
    if (marks[at] == EMPTY) {
      return;
    }
    for (int posting = heads[at]; posting != EMPTY; posting = nexts[posting]) {
      tally[slots[posting]]++;
    }
  }

  private int find(int mark) {
    int mask = marks.length - 1;
    int at = ((mark * 0x9E37_79B9) >>> 7) & mask;
    while (marks[at] != EMPTY && marks[at] != mark) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    int[] oldMarks = marks;
    int[] oldHeads = heads;
    int[] oldCounts = counts;
    marks = new int[2 * oldMarks.length];
    heads = new int[marks.length];
    counts = new int[marks.length];
    Arrays.fill(marks, EMPTY);
    for (int i = 0; i < oldMarks.length; i++) {
      if (oldMarks[i] != EMPTY) {
        int at = find(oldMarks[i]);
        marks[at] = oldMarks[i];
        heads[at] = oldHeads[i];
        counts[at] = oldCounts[i];
      }
    }
  }
}
