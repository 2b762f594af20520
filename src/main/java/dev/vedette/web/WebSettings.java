package dev.vedette.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the page is served, and to whom.
 *
 * @param enabled whether at all
 * @param host address to listen on; loopback by default
 * @param port to listen on; 0 for any free one
 * @param tokenFile holds the token that every reader must bring; made with a random one if there is
 *     none. Null where none is needed, which is on loopback only
 * @param behindProxy whether a proxy stands before it that speaks TLS to the world, so that what it
 *     says of the original request is believed
 */
public record WebSettings(
    boolean enabled, String host, int port, @Nullable Path tokenFile, boolean behindProxy) {

  /** Port 8080 of loopback, without a token. */
  public static final WebSettings DEFAULTS = new WebSettings(true, "127.0.0.1", 8080, null, false);

  /** These, on another port. */
  public WebSettings on(int another) {
    return new WebSettings(enabled, host, another, tokenFile, behindProxy);
  }
}
