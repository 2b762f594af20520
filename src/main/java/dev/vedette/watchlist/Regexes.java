package dev.vedette.watchlist;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.vedette.text.Folded;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;

/** Regular expressions in queries: bounded when they are read, whole words when they are found. */
final class Regexes {

  /** RE2's own measure: instructions of the compiled program. */
  private static final int MAX_PROGRAM = 10_000;

  private Regexes() {}

  /**
   * Compiles a regular expression of a query.
   *
   * @param start where in the query it begins
   * @throws QuerySyntaxException if it is none, or too big
   */
  static Pattern compile(QueryText query, int start, String regex) {
    if (regex.isEmpty() || regex.length() > Query.Regex.MAX_LENGTH) {
      throw query.mistake(
          start, "a regular expression of 1 to " + Query.Regex.MAX_LENGTH + " characters");
    }
    try {
      if (estimate(regex) <= MAX_PROGRAM) {
        Pattern pattern = Pattern.compile(regex, Pattern.LONGEST_MATCH);
        if (pattern.programSize() <= MAX_PROGRAM) {
          return pattern;
        }
      }
    } catch (PatternSyntaxException e) {
      throw query.mistake(start, "a regular expression of RE2; " + e.getDescription());
    }
    throw query.mistake(start, "fewer or smaller repetitions");
  }

  /**
   * Reports the matches that begin and end where words do.
   *
   * <p>After a match that does not, the search goes on from the next word in it, as long as that
   * costs no more than a few readings of the text; then from its end.
   */
  static void find(
      Pattern pattern, String text, Folded folded, BiConsumer<Integer, Integer> found) {
    Matcher matcher = pattern.matcher(text);
    long patience = 8L * text.length();
    int at = 0;
    while (at <= text.length() && matcher.find(at)) {
      int from = folded.indexAt(matcher.start());
      int to = folded.indexAt(matcher.end());
      boolean whole = from < to && isWhole(folded, from, to, matcher.start(), matcher.end());
      if (whole) {
        found.accept(folded.start(from), folded.end(to - 1));
      }
      patience -= matcher.end() - matcher.start();
      int next = folded.nextBoundary(from);
      int retry = next < folded.length() ? folded.start(next) : text.length() + 1;
      at = whole || patience < 0 ? matcher.end() : Math.min(retry, matcher.end());
      at = Math.max(at, matcher.start() + 1);
    }
  }

  private static boolean isWhole(Folded folded, int from, int to, int start, int end) {
    return folded.start(from) >= start
        && (to == folded.length() || folded.start(to) >= end)
        && folded.boundary(from)
        && folded.boundary(to);
  }

  /**
   * How many instructions the repetitions will unfold to, roughly and from above; told before they
   * do, since a few characters can ask for a billion.
   */
  private static long estimate(String regex) {
    Deque<Long> groups = new ArrayDeque<>();
    long size = 0;
    long last = 0;
    for (int at = 0; at < regex.length() && size <= MAX_PROGRAM; at++) {
      char c = regex.charAt(at);
      if (c == '[') {
        at = Math.max(at, regex.indexOf(']', at + 2));
        last = 1;
        size++;
      } else if (c == '(') {
        groups.push(size);
        size = 0;
        last = 0;
      } else if (c == ')' && !groups.isEmpty()) {
        last = size + 1;
        size = groups.pop() + last;
      } else if (c == '{') {
        size += last * (repetitions(regex, at) - 1);
      } else {
        at += c == '\\' ? 1 : 0;
        last = 1;
        size++;
      }
    }
    return size + groups.stream().mapToLong(Long::longValue).sum();
  }

  /** The larger of the numbers in {@code {n}}, {@code {n,}}, {@code {n,m}}; 1 if it is no such. */
  private static int repetitions(String regex, int brace) {
    int most = 1;
    int number = 0;
    for (int at = brace + 1; at < regex.length(); at++) {
      char c = regex.charAt(at);
      if (c >= '0' && c <= '9') {
        number = Math.min(number * 10 + c - '0', MAX_PROGRAM);
      } else if (c == ',' || c == '}') {
        most = Math.max(most, number);
        number = 0;
        if (c == '}') {
          return most;
        }
      } else {
        return 1;
      }
    }
    return 1;
  }
}
