package dev.vedette.language;

/** Languages, as tags of BCP 47 parted by slashes; looked at for every word of a stream. */
final class Tags {

  private Tags() {}

  /** All of the first, then those of the second that are not among them. */
  static String join(String first, String second) {
    if (first.equals(second)) {
      return first;
    }
    String joined = first;
    for (int from = 0; from < second.length(); ) {
      int slash = second.indexOf('/', from);
      int to = slash < 0 ? second.length() : slash;
      if (!contains(first, second, from, to)) {
        joined += "/" + second.substring(from, to);
      }
      from = to + 1;
    }
    return joined;
  }

  /** Whether a stretch of other tags, one of them, is among the tags. */
  private static boolean contains(String tags, String others, int from, int to) {
    int length = to - from;
    int at = 0;
    do {
      if (tags.regionMatches(at, others, from, length) && endsAt(tags, at + length)) {
        return true;
      }
      at = tags.indexOf('/', at) + 1;
    } while (at > 0);
    return false;
  }

  private static boolean endsAt(String tags, int at) {
    return at == tags.length() || tags.charAt(at) == '/';
  }
}
