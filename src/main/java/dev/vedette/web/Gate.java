package dev.vedette.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask for what.
 *
 * <p>With a token, all but the page's own files and whether the service is well wants it: as a
 * bearer's, or as the password of Basic for feeds, whose readers know no other way. Without one,
 * the server listens on loopback only and answers to names of this machine only, so that no page of
 * the web can reach it by a name of its own; and what is written must come from the page itself, or
 * from no browser at all. Hubs are strangers that may call, by whatever name they reach us; their
 * calls are judged by {@link HubDoor}.
 */
final class Gate extends Handler.Wrapper {

  private static final Set<String> OPEN = Set.of("/livez", "/readyz");
  private static final Set<String> CLOSED = Set.of("/status", "/metrics");
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final byte @Nullable [] token;
  private final String host;
  private final boolean hubs;

  /**
   * A gate before other handlers.
   *
   * @param token null if none is wanted
   * @param host that the server listens on, which without a token is loopback
   * @param hubs whether hubs may call
   */
  Gate(@Nullable String token, String host, boolean hubs) {
    this.hubs = hubs;
    this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
    this.host = host.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("X-Frame-Options", "DENY");
    Optional<Answer> refusal = refusal(request);
    if (refusal.isPresent()) {
      Router.send(request, response, callback, refusal.get());
      return true;
    }
    return super.handle(request, response, callback);
  }

  /** Whether a request may read what is not for everybody. */
  boolean lets(Request request) {
    return token == null || brings(request, token);
  }

  private Optional<Answer> refusal(Request request) {
    if (hubs && Request.getPathInContext(request).startsWith(HubDoor.PATH)) {
      return Optional.empty();
    }
    if (token != null) {
      if (isOpen(Request.getPathInContext(request)) || brings(request, token)) {
        return Optional.empty();
      }
      Answer answer = Answer.problem(401, "a token is needed (Authorization: Bearer ...)");
      return Optional.of(
          Request.getPathInContext(request).startsWith("/feeds/")
              ? new Answer(
                  401,
                  answer.type(),
                  Map.of("WWW-Authenticate", "Basic realm=\"Vedette\""),
                  answer.body())
              : answer);
    }
    String name = Request.getServerName(request).toLowerCase(Locale.ROOT);
    if (!HERE.contains(name) && !name.equals(host)) {
      return Optional.of(
          Answer.problem(
              421,
              "host: '%s' (expected: localhost or 127.0.0.1, or web.token-file in vedette.yaml)"
                  .formatted(Request.getServerName(request))));
    }
    return isWriting(request) ? fromElsewhere(request) : Optional.empty();
  }

  private static boolean isWriting(Request request) {
    return !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
  }

  private static Optional<Answer> fromElsewhere(Request request) {
    HttpFields headers = request.getHeaders();
    String origin = headers.get("Origin");
    String host = headers.get(HttpHeader.HOST);
    String site = headers.get("Sec-Fetch-Site");
    boolean own = origin == null || origin.equals("http://" + host);
    boolean same = site == null || site.equals("same-origin") || site.equals("none");
    return own && same
        ? Optional.empty()
        : Optional.of(Answer.problem(403, "this was asked by another site"));
  }

  /** The page's own files say nothing of what it shows. */
  private static boolean isOpen(String path) {
    return OPEN.contains(path)
        || !(path.startsWith("/api/") || path.startsWith("/feeds/") || CLOSED.contains(path));
  }

  private static boolean brings(Request request, byte[] token) {
    HttpField field = request.getHeaders().getField(HttpHeader.AUTHORIZATION);
    String value = field == null ? "" : field.getValue();
    if (value.startsWith("Bearer ")) {
      return isToken(value.substring("Bearer ".length()), token);
    }
    boolean feed = Request.getPathInContext(request).startsWith("/feeds/");
    return feed && value.startsWith("Basic ") && isToken(password(value), token);
  }

  private static String password(String basic) {
    try {
      byte[] decoded = Base64.getDecoder().decode(basic.substring("Basic ".length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean isToken(String brought, byte[] token) {
    return MessageDigest.isEqual(brought.strip().getBytes(StandardCharsets.UTF_8), token);
  }
}
