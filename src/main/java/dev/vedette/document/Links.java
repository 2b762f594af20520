package dev.vedette.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses as they stand in feeds and pages: relative, unescaped, dangerous. */
public final class Links {

  /** The highest port that there is. */
  public static final int LAST_PORT = 65_535;

  private static final Set<String> FETCHABLE = Set.of("http", "https", "demo");

  private Links() {}

  /**
   * The absolute address; the reference itself where it makes none, and nothing where it would run
   * code.
   */
  public static String resolve(URI base, String reference) {
    String trimmed = reference.strip();
    String scheme = scheme(trimmed);
    if (scheme.equals("javascript") || scheme.equals("vbscript") || scheme.equals("data")) {
      return "";
    }
    if (!scheme.isEmpty() || trimmed.isEmpty()) {
      return trimmed;
    }
    URI relative = uri(trimmed);
    if (relative == null) {
      return trimmed;
    }
    if (base.isOpaque()) {
      return trimmed.startsWith("#") ? base.toString() : besideOpaque(base, trimmed);
    }
    return trimmed.startsWith("?") && base.getRawPath() != null
        ? withoutQuery(base) + trimmed
        : base.resolve(relative).toString();
  }

  /** The base of what stands inside an element with this {@code xml:base}. */
  public static URI withBase(URI base, @Nullable String reference) {
    if (reference == null || reference.isBlank()) {
      return base;
    }
    URI inner = uri(resolve(base, reference));
    return inner == null || inner.isOpaque() ? base : inner;
  }

  /** The address as a URI, with what a URI may not hold escaped; null where it makes none. */
  public static @Nullable URI uri(String address) {
    try {
      return new URI(address.strip());
    } catch (URISyntaxException unescaped) {
      try {
        return new URI(escape(address.strip()));
      } catch (URISyntaxException hopeless) {
        return null;
      }
    }
  }

  /** Whether it can be fetched: http, https or demo, with something behind it. */
  public static boolean isFetchable(URI uri) {
    String scheme = uri.getScheme();
    return scheme != null
        && FETCHABLE.contains(scheme.toLowerCase(Locale.ROOT))
        && (uri.isOpaque() || uri.getHost() != null)
        && uri.getPort() <= LAST_PORT;
  }

  /** The scheme in lower case; empty where there is none. Blanks and controls do not hide it. */
  static String scheme(String address) {
    StringBuilder scheme = new StringBuilder();
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c == ':') {
        return scheme.toString().toLowerCase(Locale.ROOT);
      }
      if (Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.') {
        scheme.append(c);
      } else if (c > ' ') {
        return "";
      }
    }
    return "";
  }

  /** {@code demo:wire.xml} has no path to resolve against: a neighbour replaces the last part. */
  private static String besideOpaque(URI base, String reference) {
    String opaque = base.toString();
    int slash = Math.max(opaque.lastIndexOf('/'), opaque.indexOf(':'));
    return opaque.substring(0, slash + 1) + reference;
  }

  private static String withoutQuery(URI base) {
    String text = base.toString();
    int end = text.indexOf('?') >= 0 ? text.indexOf('?') : text.indexOf('#');
    return end < 0 ? text : text.substring(0, end);
  }

  private static String escape(String address) {
    StringBuilder escaped = new StringBuilder(address.length() + 16);
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      boolean bareStar = c == '%' && !isEscape(address, i);
      if (c <= ' ' || "\"<>\\^`{|}[]".indexOf(c) >= 0 || bareStar) {
        escaped.append('%').append(String.format("%02X", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static boolean isEscape(String address, int at) {
    return at + 2 < address.length()
        && Character.digit(address.charAt(at + 1), 16) >= 0
        && Character.digit(address.charAt(at + 2), 16) >= 0;
  }
}
