package dev.vedette.poll;

import java.net.URI;

/**
 * Patterns of addresses: {@code *} stands for anything. One that begins with a slash is held
 * against path and query, any other against the whole address.
 */
final class AddressPattern {

  private AddressPattern() {}

  /** Whether the whole of it fits. */
  static boolean fits(String pattern, URI uri) {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return fits(pattern, pattern.startsWith("/") ? path + query : uri.toString());
  }

  /**
   * Goes back to the last star only, so that no pattern takes more than its length times text's.
   */
  private static boolean fits(String pattern, String text) {
    int p = 0;
    int star = -1;
    int resume = 0;
    int t = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
