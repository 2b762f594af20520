package dev.vedette.document;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One spelling for the addresses of one page: what two feeds may write differently is evened out.
 */
public final class CanonicalUrl {

  /** Parameters that say who sent the reader, not what is read. */
  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "ysclid",
          "twclid",
          "ttclid",
          "igshid",
          "igsh",
          "mc_cid",
          "mc_eid",
          "_ga",
          "_gl",
          "_openstat",
          "vero_id",
          "wickedid",
          "at_medium",
          "at_campaign",
          "at_custom1",
          "ns_mchannel",
          "ns_source",
          "ns_campaign",
          "ito",
          "ocid",
          "cmpid",
          "smid",
          "sh",
          "share_id",
          "__twitter_impression");

  private CanonicalUrl() {}

  /**
   * Scheme and host in lower case, without default port, fragment and tracking parameters; the
   * order of the others stays. What is no address stays as it is.
   */
  public static String of(String url) {
    URI uri = Links.uri(url);
    if (uri == null || uri.isOpaque() || uri.getHost() == null) {
      return url.strip();
    }
    StringBuilder canonical = new StringBuilder(url.length());
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    canonical.append(scheme).append("://").append(uri.getHost().toLowerCase(Locale.ROOT));
    int port = uri.getPort();
    if (port >= 0 && port != (scheme.equals("https") ? 443 : 80)) {
      canonical.append(':').append(port);
    }
    String path = uri.getRawPath();
    canonical.append(path == null || path.isEmpty() ? "/" : path);
    String query = withoutTracking(uri.getRawQuery() == null ? "" : uri.getRawQuery());
    return query.isEmpty() ? canonical.toString() : canonical.append('?').append(query).toString();
  }

  /**
   * The same for http and https, with and without {@code www.}, for telephones ({@code m.}, {@code
   * mobile.}) and for AMP, there or in a cache of such pages: what an article's id is made of.
   */
  public static String identity(String url) {
    return AmpAndMobile.plain(formerIdentity(url));
  }

  /** What {@link #identity} was before it knew AMP and telephones. */
  public static String formerIdentity(String url) {
    return of(url).replaceFirst("^https?://(?:www\\.)?", "//");
  }

  private static String withoutTracking(String query) {
    List<String> kept = new ArrayList<>();
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name =
          (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
      if (!parameter.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name)) {
        kept.add(parameter);
      }
    }
    return String.join("&", kept);
  }
}
