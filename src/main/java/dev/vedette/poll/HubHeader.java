package dev.vedette.poll;

import dev.vedette.feed.Hub;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * The hub that an answer names in its head: {@code Link: <https://hub.example/>; rel="hub"}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288#section-3">RFC 8288, 3</a>
 */
final class HubHeader {

  /** One link: its address, and its parameters up to the next one. */
  private static final Pattern LINK =
      Pattern.compile(
          "<([^<>]{0,2000})>((?:\\s*;\\s*[\\w*-]+\\s*=?\\s*(?:\"[^\"]*+\"|[^\\s;,\"]*+))*+)");

  private static final Pattern REL =
      Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))");

  private HubHeader() {}

  /** Null where there is none. */
  static @Nullable Hub of(Reply reply, URI base) {
    String hub = "";
    String self = "";
    for (Header header : reply.head().getHeaders("Link")) {
      Matcher link = LINK.matcher(header.getValue() == null ? "" : header.getValue());
      while (link.find()) {
        hub = hub.isEmpty() && is(link.group(2), "hub") ? link.group(1) : hub;
        self = self.isEmpty() && is(link.group(2), "self") ? link.group(1) : self;
      }
    }
    return Hub.of(base, hub, self);
  }

  private static boolean is(String parameters, String relation) {
    Matcher rel = REL.matcher(parameters);
    if (!rel.find()) {
      return false;
    }
    String relations = rel.group(1) == null ? rel.group(2) : rel.group(1);
    return Arrays.asList(relations.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .contains(relation);
  }
}
