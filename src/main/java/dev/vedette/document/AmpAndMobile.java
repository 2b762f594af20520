package dev.vedette.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of pages for telephones, as what their plain pages are called.
 *
 * @see <a href="https://developers.google.com/amp/cache/overview">where caches keep AMP pages</a>
 */
final class AmpAndMobile {

  /**
   * What a cache puts before an address: {@code google.com/amp/s/}, {@code *.ampproject.org/c/s/}.
   */
  private static final Pattern CACHE =
      Pattern.compile(
          "//(?:google\\.[a-z.]+/amp|[\\w-]+\\.cdn\\.ampproject\\.org/[cv]|cdn\\.ampproject\\.org/[cv])/(?:s/)?(?=[\\w-]+\\.)");

  /** Only before a host of at least two parts: {@code m.co} is one itself. */
  private static final Pattern HOST = Pattern.compile("//(?:m|mobile|amp|wap)\\.(?=[^/.]+\\.[^/])");

  private static final Pattern PARAMETER =
      Pattern.compile("(?i)amp(?:=1|=true|=)?|outputType=amp|output=amp");

  private AmpAndMobile() {}

  /**
   * The plain address.
   *
   * @param identity without scheme: {@code //host/path?query}
   */
  static String plain(String identity) {
    if (!identity.startsWith("//")) {
      return identity;
    }
    Matcher cache = CACHE.matcher(identity);
    String own = cache.lookingAt() ? "//" + identity.substring(cache.end()) : identity;
    own = own.replaceFirst("^//www\\.", "//");
    Matcher host = HOST.matcher(own);
    own = host.lookingAt() ? "//" + own.substring(host.end()) : own;
    int query = own.indexOf('?');
    String path = path(query < 0 ? own : own.substring(0, query));
    return query < 0 ? path : path + withoutAmp(own.substring(query + 1));
  }

  /** Without {@code /amp} at either end of the path; a front page stays what it is. */
  private static String path(String path) {
    int start = path.indexOf('/', 2);
    if (start < 0) {
      return path;
    }
    String host = path.substring(0, start);
    String rest = path.substring(start).replaceFirst("^/amp(?=/[^/])", "");
    String plain = rest.replaceFirst("(?:/amp/?|\\.amp)$|[./]amp(?=\\.html?$)", "");
    return host + (plain.isEmpty() || plain.equals("/") ? path.substring(start) : plain);
  }

  private static String withoutAmp(String query) {
    List<String> kept = new ArrayList<>();
    for (String parameter : query.split("&", -1)) {
      if (!PARAMETER.matcher(parameter).matches()) {
        kept.add(parameter);
      }
    }
    return kept.isEmpty() ? "" : "?" + String.join("&", kept);
  }
}
