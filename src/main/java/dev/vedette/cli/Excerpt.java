package dev.vedette.cli;

import dev.vedette.sink.Ink;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A text with places in it that stand out.
 *
 * @param text as it was published
 * @param marks in order of place, without overlap
 */
record Excerpt(String text, List<Mark> marks) {

  /** A longer sentence is cut around what it is shown for, in UTF-16 units. */
  private static final int LONGEST = 320;

  /**
   * A place.
   *
   * @param start in UTF-16 units
   * @param end exclusive
   * @param ink how it stands out
   */
  record Mark(int start, int end, UnaryOperator<String> ink) {}

  Excerpt {
    marks = marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList();
  }

  /** The sentence around a place, on one line, with every mark in it. */
  String sentence(int start, int end) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    String parting = text.contains("\n\n") ? "\n\n" : "\n";
    int line = text.lastIndexOf(parting, start);
    int next = text.indexOf(parting, end);
    int before = start == 0 ? 0 : sentences.preceding(Math.min(start + 1, text.length()));
    int after = end >= text.length() ? text.length() : sentences.following(end - 1);
    int from = Math.max(before, line < 0 ? 0 : line + parting.length());
    int to = Math.min(after, next < 0 ? text.length() : next);
    int least = Math.max(from, Math.min(start, end - LONGEST / 2) - LONGEST / 2);
    int most = Math.min(to, Math.max(end, start + LONGEST / 2) + LONGEST / 2);
    return (least > from ? "… " : "") + stretch(least, most).strip() + (most < to ? " …" : "");
  }

  /** A stretch of the text on one line; of a mark that reaches beyond, what lies in it. */
  String stretch(int from, int to) {
    StringBuilder out = new StringBuilder();
    int at = from;
    for (Mark mark : marks) {
      int start = Math.max(at, mark.start);
      int end = Math.min(to, mark.end);
      if (start < end) {
        out.append(flat(at, start)).append(mark.ink.apply(flat(start, end)));
        at = end;
      }
    }
    return out.append(flat(at, to)).toString();
  }

  private String flat(int from, int to) {
    return Ink.clean(text.substring(from, to).replaceAll("[\\s\\p{Z}]+", " "));
  }

  /** Whether anything in a stretch stands out. */
  boolean isMarkedIn(int from, int to) {
    return marks.stream().anyMatch(mark -> mark.start < to && from < mark.end);
  }

  /** The lines that hold something, each as an excerpt can be cut: from and to. */
  List<int[]> paragraphs() {
    List<int[]> lines = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      if (!text.substring(from, to).isBlank()) {
        lines.add(new int[] {from, to});
      }
      from = to + 1;
    }
    return lines;
  }
}
