package dev.vedette.text;

import java.util.Arrays;

/** The one pass over a text that folds it, cluster by cluster. */
final class Folder {

  /** No writing system stacks more; what a prankster stacks beyond it is covered, not folded. */
  private static final int LONGEST_CLUSTER = 32;

  /** Nothing below it joins the character before it. */
  private static final int FIRST_MARK = 0x300;

  /** Alone below the marks it may have one after it that belongs to the letter before. */
  private static final int SOFT_HYPHEN = 0xAD;

  private final String text;
  private int[] points;
  private int[] starts;
  private int[] ends;
  private CharKind[] kinds;
  private int length;

  Folder(String text) {
    this.text = text;
    int capacity = text.length() + 8;
    this.points = new int[capacity];
    this.starts = new int[capacity];
    this.ends = new int[capacity];
    this.kinds = new CharKind[capacity];
  }

  Folded fold() {
    int at = 0;
    while (at < text.length()) {
      at = isPlain(at) ? ascii(at) : cluster(text, at, this::append);
    }
    return new Folded(text, points, starts, ends, kinds, length);
  }

  private boolean isPlain(int at) {
    if (text.charAt(at) >= 0x80 || at + 1 == text.length()) {
      return text.charAt(at) < 0x80;
    }
    char next = text.charAt(at + 1);
    return next < FIRST_MARK && next != SOFT_HYPHEN;
  }

  private int ascii(int at) {
    char c = text.charAt(at);
    append(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c, at, at + 1);
    return at + 1;
  }

  /** Takes the folded characters of a cluster. */
  @FunctionalInterface
  interface Sink {
    void put(int codePoint, int start, int end);
  }

  /** Folds the cluster that begins at a place; returns where the next one begins. */
  static int cluster(String text, int start, Sink sink) {
    int first = text.codePointAt(start);
    int next = start + Character.charCount(first);
    if (Folding.isInvisible(first)) {
      return next;
    }
    int end = next;
    while (next < text.length()) {
      int codePoint = text.codePointAt(next);
      if (Folding.begins(codePoint)) {
        break;
      }
      next += Character.charCount(codePoint);
      end = Folding.isInvisible(codePoint) ? end : next;
    }
    String folded =
        end == start + 1
            ? Folding.fold(text.charAt(start))
            : Folding.fold(text.substring(start, cut(text, start, end)));
    for (int at = 0; at < folded.length(); ) {
      int codePoint = folded.codePointAt(at);
      sink.put(codePoint, start, end);
      at += Character.charCount(codePoint);
    }
    return next;
  }

  private static int cut(String text, int start, int end) {
    if (end - start <= LONGEST_CLUSTER) {
      return end;
    }
    int cut = start + LONGEST_CLUSTER;
    return Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut;
  }

  private void append(int codePoint, int start, int end) {
    if (codePoint == '\n' && start > 0 && text.charAt(start - 1) == '\r') {
      ends[length - 1] = end;
      return;
    }
    if (length == points.length) {
      grow();
    }
    points[length] = codePoint;
    starts[length] = start;
    ends[length] = end;
    kinds[length] = Folding.kind(codePoint);
    length++;
  }

  private void grow() {
    int capacity = length + (length >> 1) + 8;
    points = Arrays.copyOf(points, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
  }
}
