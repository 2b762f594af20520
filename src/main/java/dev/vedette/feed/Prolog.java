package dev.vedette.feed;

import java.util.Locale;
import java.util.Set;

/** What stands before a document's first element, wanted or not. */
final class Prolog {

  /** Elements in which servers write their warnings before what was asked for. */
  private static final Set<String> JUNK =
      Set.of("a", "b", "br", "div", "em", "font", "hr", "i", "p", "pre", "small", "span", "strong");

  private static final Set<String> FEEDS = Set.of("rss", "feed", "rdf");

  /** How much of a warning is read. */
  private static final int LONGEST_JUNK = 16_384;

  private Prolog() {}

  /**
   * Where the first element begins, behind junk, declarations, comments and a document type; -1
   * where there is no element. A feed behind a server's warning is the first element.
   */
  static int end(String text) {
    int first = element(text, 0);
    int at = first;
    while (at >= 0 && at - first < LONGEST_JUNK && JUNK.contains(name(text, at))) {
      at = element(text, at + 1);
    }
    return at >= 0 && FEEDS.contains(name(text, at)) ? at : first;
  }

  /** The name of the element that begins here, in lower case and without prefix. */
  static String name(String text, int at) {
    int end = at + 1;
    int start = end;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
      start = text.charAt(end - 1) == ':' ? end : start;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '-' || c == '_' || c == '.';
  }

  private static int element(String text, int from) {
    int at = text.indexOf('<', from);
    while (at >= 0) {
      if (at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
        return at;
      }
      at = text.indexOf('<', behind(text, at));
    }
    return -1;
  }

  /** Behind the comment, declaration or document type that begins here. */
  private static int behind(String text, int at) {
    if (text.startsWith("<!--", at)) {
      return after(text, "-->", at);
    }
    if (text.startsWith("<?", at)) {
      return after(text, ">", at);
    }
    return text.regionMatches(true, at, "<!DOCTYPE", 0, 9) ? behindDoctype(text, at) : at + 1;
  }

  /** Behind all, if there is no such end. */
  private static int after(String text, String end, int from) {
    int at = text.indexOf(end, from);
    return at < 0 ? text.length() : at + end.length();
  }

  /** The internal subset is passed over with all that it declares. */
  private static int behindDoctype(String text, int from) {
    int brackets = 0;
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (text.startsWith("<!--", i)) {
        i = after(text, "-->", i);
        continue;
      }
      if (c == '"' || c == '\'') {
        i = after(text, String.valueOf(c), i + 1);
        continue;
      }
      if (c == '>' && brackets <= 0) {
        return i + 1;
      }
      brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
      i++;
    }
    return after(text, "]>", from); // a quote without a partner
  }
}
