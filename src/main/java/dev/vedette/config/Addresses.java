package dev.vedette.config;

import dev.vedette.poll.AddressRange;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats of what is found on a network or in a page. */
final class Addresses {

  /** Of a feed or page: on the web, or among the samples. */
  static final Format<URI> SOURCE =
      new Format<>("an address that starts with http://, https:// or demo:", Addresses::source);

  /** Of a sink. It is not shown where it is wrong, as it often holds a key. */
  static final Format<URI> SINK = sink("http:// or https://, without a login");

  /** Where hubs call from outside; more is put behind it. */
  static final Format<URI> CALLBACK =
      new Format<>(
          "an address that starts with https:// or http://, without a login, ? or #",
          Addresses::callback);

  /** One broker or several, each with its port. */
  static final Format<String> BROKERS =
      new Format<>("host:port, or several with commas between them", Addresses::brokers);

  /** Of somebody who is responsible. */
  static final Format<String> CONTACT =
      new Format<>(
          "an address of mail, or of a page that starts with http:// or https://",
          t ->
              t.matches("https?://[!-~&&[^()]]{1,200}|[!-~&&[^()@:/,]]{1,100}@[\\w.-]{1,100}")
                  ? t
                  : null);

  /** Hosts that need not be public, for sources. */
  static final Format<Set<String>> PRIVATE_HOSTS =
      new Format<>(
          "a host, an address or a range such as 10.1.0.0/16, or several with commas between them",
          Addresses::privateHosts);

  /** What to listen on. */
  static final Format<String> HOST =
      new Format<>(
          "a host name or an address", t -> t.matches("[A-Za-z0-9._-]+|[0-9a-fA-F:.]+") ? t : null);

  /** Of an article's address, with stars. */
  static final Format<String> PATTERN =
      new Format<>(
          "a path such as /news/*, or an address, with * for anything",
          t -> t.matches("(?i)(/|\\*|https?://)\\S*") ? t : null);

  /** A channel of Telegram. */
  static final Format<String> TELEGRAM =
      new Format<>("the name of a public channel, such as durov", Addresses::telegram);

  /** The name of an HTTP header that is not ours to send. */
  static final Format<String> HEADER_NAME =
      new Format<>("the name of an HTTP header", Addresses::headerName);

  /** What an HTTP header says. */
  static final Format<String> HEADER_VALUE =
      new Format<>("printable ASCII on one line", t -> t.matches("[!-~]([ -~]*[!-~])?") ? t : null);

  private static final Pattern CHANNEL =
      Pattern.compile("(?i)(?:@|(?:https?://)?t\\.me/(?:s/)?)?([a-z]\\w{3,31})/?");

  /** What the exchange itself needs to say. */
  private static final Pattern OWN_HEADERS =
      Pattern.compile(
          "(?i)host|connection|content-.*|transfer-encoding|accept-encoding|if-.*|range|te|upgrade"
              + "|trailer|expect|proxy-.*");

  private static final Pattern WEB =
      Pattern.compile("(?i)(https?)://([^/?#@\\s]*@)?([^/?#@:\\s\\[\\]]+)(:\\d+)?([/?#]\\S*)?");
  private static final String HOST_NAME = "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*";
  private static final Pattern BROKER =
      Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+]):(\\d{1,5})");

  private Addresses() {}

  /** Whether only this machine can reach it. A name other than localhost is not looked up. */
  static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.equals("::1");
  }

  private static @Nullable String telegram(String text) {
    Matcher channel = CHANNEL.matcher(text);
    return channel.matches() ? channel.group(1) : null;
  }

  private static @Nullable String headerName(String text) throws Unexpected {
    if (OWN_HEADERS.matcher(text).matches()) {
      throw Unexpected.of("another HTTP header; this one is Vedette's own to send");
    }
    return text.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}") ? text : null;
  }

  private static @Nullable URI source(String text) {
    try {
      if (text.matches("demo:\\w[\\w./-]*\\*?") && !text.contains("..")) {
        return new URI(text);
      }
      Matcher web = WEB.matcher(text);
      return web.matches() ? web(web) : bracketed(text);
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  private static Format<URI> sink(String start) {
    String expected = "an address that starts with " + start;
    return new Format<>(
        expected,
        text -> {
          URI uri = text.startsWith("demo:") ? null : source(text);
          if (uri == null || uri.getRawUserInfo() != null) {
            throw Unexpected.secret(expected);
          }
          return uri;
        });
  }

  private static @Nullable URI callback(String text) {
    URI uri = text.startsWith("demo:") ? null : source(text.replaceFirst("/+$", ""));
    boolean plain =
        uri != null
            && uri.getRawUserInfo() == null
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null;
    return plain ? uri : null;
  }

  /** Host names of all scripts become what DNS knows, and paths what HTTP sends. */
  private static @Nullable URI web(Matcher parts) throws URISyntaxException {
    String text =
        parts.group(1).toLowerCase(Locale.ROOT)
            + "://"
            + or(parts.group(2))
            + IDN.toASCII(parts.group(3))
            + or(parts.group(4))
            + or(parts.group(5));
    URI uri = new URI(new URI(text).toASCIIString());
    return uri.getHost() == null || uri.getPort() > 65_535 ? null : uri;
  }

  /** An IPv6 address in brackets. */
  private static @Nullable URI bracketed(String text) throws URISyntaxException {
    URI uri = new URI(text);
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    return web && uri.getHost() != null && uri.getHost().startsWith("[") ? uri : null;
  }

  private static @Nullable Set<String> privateHosts(String text) {
    Set<String> hosts = new LinkedHashSet<>();
    for (String host : text.split(",", -1)) {
      hosts.add(host.strip());
    }
    return hosts.stream().allMatch(h -> h.matches(HOST_NAME) || AddressRange.isRange(h))
        ? hosts
        : null;
  }

  private static String or(@Nullable String part) {
    return part == null ? "" : part;
  }

  private static @Nullable String brokers(String text) {
    StringBuilder brokers = new StringBuilder();
    for (String broker : text.split(",", -1)) {
      Matcher matcher = BROKER.matcher(broker.strip());
      if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > 65_535) {
        return null;
      }
      brokers.append(brokers.isEmpty() ? "" : ",").append(broker.strip());
    }
    return brokers.toString();
  }
}
